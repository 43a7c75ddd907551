"""Whole processes, as a person starts them: importing and planning count as much as the work."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from tests.benchmarks.measure import Comparison, compare
from tests.support.workbooks import PENGJIANG, filled_bytes, shipped_plan

_OPENPYXL = """
import sys, openpyxl
for only_values in (False, True):
    openpyxl.load_workbook(sys.argv[1], data_only=only_values)
"""
# Whatever the one that measures is told of byte code, a program that is installed has it.
_INSTALLED = {name: said for name, said in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def process_comparisons(runs: int) -> Iterator[Comparison]:
    """``verify`` and ``build`` of one file and ``--help``, each beside a process of the like."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "自评打分表.xlsx"
        path.write_bytes(filled_bytes(shipped_plan(PENGJIANG), {}))
        openpyxl = (sys.executable, "-c", _OPENPYXL, str(path))
        for words, said, aim in (
            (("verify", str(path)), "核验一份 pengjiang-manufacturing", "≤ 0.75"),
            (
                ("build", PENGJIANG, "-o", str(folder / "下发")),
                "生成一份 pengjiang-manufacturing",
                "",
            ),
            (("--help",), "显示帮助", ""),
        ):
            yield compare(
                f"整个进程：{said}",
                partial(_run, sys.executable, "-m", "builder", *words),
                "整个进程：openpyxl 把这份评分表读两遍",
                partial(_run, *openpyxl),
                aim=aim,
                runs=runs,
            )


def _run(*words: str) -> None:
    subprocess.run(words, stdout=subprocess.DEVNULL, check=False, env=_INSTALLED)
