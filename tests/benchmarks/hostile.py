"""The hostile file that takes longest, beside an honest one."""

import tempfile
import time
import warnings
from collections.abc import Iterator
from pathlib import Path

import openpyxl

from builder.pipeline.batch import Basis, verify_file
from builder.pipeline.returned_files import ReturnedFile
from tests.benchmarks.measure import Comparison, compare
from tests.hostile.catalogue import HOSTILE_FILES
from tests.hostile.made import kit

# Two seconds on the machine on which openpyxl takes 0.2.
AIM = "≤ 10"


def hostile_comparisons(runs: int) -> Iterator[Comparison]:
    """How long the worst of all hostile files keeps the verifier."""
    with tempfile.TemporaryDirectory() as folder:
        honest = Path(folder) / "honest.xlsx"
        honest.write_bytes(kit())
        slowest = max(_written(Path(folder)), key=_seconds)

        def twice() -> None:
            openpyxl.load_workbook(honest)
            openpyxl.load_workbook(honest, data_only=True)

        yield compare(
            f"拒绝或读完最费时的恶意文件（{slowest.stem}，≤ 2 秒）",
            lambda: verify_file(ReturnedFile(path=slowest), Basis()),
            "openpyxl 把一份好文件读两遍",
            twice,
            aim=AIM,
            runs=runs,
        )


def _written(folder: Path) -> Iterator[Path]:
    for file in HOSTILE_FILES:
        path = folder / f"{file.name}.xlsx"
        with warnings.catch_warnings():
            # Two members of one name are what makes some of them hostile.
            warnings.filterwarnings("ignore", "Duplicate name")
            path.write_bytes(file.make())
        yield path


def _seconds(path: Path) -> float:
    begin = time.perf_counter()
    verify_file(ReturnedFile(path=path), Basis())
    return time.perf_counter() - begin
