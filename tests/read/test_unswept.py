"""While a file is read nobody looks for cycles, and afterwards everybody does as before."""

import gc
from pathlib import Path

from builder.ooxml.refusal import RefusedError
from builder.read.workbook import read_content, read_workbook
from builder.unswept import unswept


def test_cycles_are_looked_for_again_whatever_became_of_the_file(tmp_path: Path) -> None:
    looking: list[bool] = []

    def content() -> bytes:
        looking.append(gc.isenabled())
        raise RefusedError("QA220")

    assert read_content("坏的.xlsx", content).workbook is None
    assert read_workbook(tmp_path / "没有.xlsx").workbook is None
    assert looking == [False]
    assert gc.isenabled()


def test_whoever_looks_for_none_is_left_alone() -> None:
    gc.disable()
    try:
        with unswept():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
