"""The first thing that lint tells of a mistake is its true cause, at its line, in Chinese."""

from pathlib import Path

import pytest

from builder.load.lint import lint_scheme
from tests.load.samples import save
from tests.load.true_causes import GOOD, SLIPS, Slip


def test_the_file_that_all_mistakes_are_made_in_has_none(tmp_path: Path) -> None:
    assert lint_scheme(save(tmp_path, GOOD)).findings == ()


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: f"{slip.wrong[:12]} {slip.code}")
def test_the_true_cause_is_told_first(slip: Slip, tmp_path: Path) -> None:
    assert slip.right in GOOD
    found = lint_scheme(save(tmp_path, GOOD.replace(slip.right, slip.wrong, 1))).findings
    told = [(one.code, one.place.line) for one in found[:1]]
    assert told == ([(slip.code, slip.line)] if slip.code else [])
