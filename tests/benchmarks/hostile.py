"""The hostile file that takes longest, beside an honest one."""

import gc
import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path

from builder.model.verdict import Verdict
from builder.pipeline.batch import Basis, verify_file
from builder.pipeline.returned_files import ReturnedFile
from tests.benchmarks.cases import read_twice
from tests.benchmarks.measure import Comparison, compare, milliseconds
from tests.hostile.__main__ import main
from tests.hostile.made import kit

# Two seconds on the machine on which openpyxl takes 0.2.
AIM = "≤ 10"


def hostile_comparisons(runs: int) -> Iterator[Comparison]:
    """How long the worst of all hostile files keeps the verifier."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "hostile"
        with warnings.catch_warnings():
            # Two members of one name are what makes some of them hostile.
            warnings.filterwarnings("ignore", "Duplicate name")
            main(folder)
        honest = Path(place) / "honest.xlsx"
        honest.write_bytes(kit())
        # What the other programs left in memory is not the reader's to sweep.
        gc.collect()
        gc.freeze()
        slowest = max(folder.iterdir(), key=lambda path: milliseconds(lambda: _verdict(path)))
        yield compare(
            f"拒绝或读完最费时的恶意文件（{slowest.stem.partition('-')[2]}，≤ 2 秒）",
            lambda: _verdict(slowest),
            "openpyxl 把一份好文件读两遍",
            lambda: read_twice(honest),
            aim=AIM,
            runs=runs,
        )
        gc.unfreeze()


def _verdict(path: Path) -> Verdict:
    return verify_file(ReturnedFile(path=path), Basis())
