"""Microsoft's own Open XML validator has nothing to say against the files of the kit."""

import json
import subprocess
from pathlib import Path

import pytest

from builder.pipeline.kit import build_kit
from tests.support.answers import complete_answers
from tests.support.workbooks import SCHEME_IDS, shipped_plan, write_filled

pytestmark = pytest.mark.needs_sdk_validator


@pytest.mark.parametrize("scheme_id", SCHEME_IDS)
def test_workbook_and_document_of_the_kit_are_valid(scheme_id: str, tmp_path: Path) -> None:
    built = build_kit(scheme_id, tmp_path, None)
    assert sorted(path.suffix for path in built.paths) == [".docx", ".xlsx"]
    for path in built.paths:
        assert faults(path) == []


def test_a_filled_workbook_is_valid(tmp_path: Path) -> None:
    plan = shipped_plan(SCHEME_IDS[0])
    assert faults(write_filled(tmp_path / "filled.xlsx", plan, complete_answers(plan))) == []


def faults(path: Path) -> list[object]:
    """What the validator says against a file."""
    run = subprocess.run(
        ["ooxml-validator", str(path)], check=False, capture_output=True, timeout=120
    )
    errors = json.loads(run.stdout)["errors"]
    assert isinstance(errors, list)
    return errors
