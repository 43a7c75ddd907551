"""Microsoft's own Open XML validator has nothing to say against the files of the kit."""

import json
import subprocess
from pathlib import Path

import pytest

from builder.pipeline.choosing import Wanted
from builder.pipeline.kit import build_kit
from tests.support.answers import complete_answers
from tests.support.workbooks import (
    OFFICE_BANDED,
    PROVED_KITS,
    SCHEME_IDS,
    shipped_plan,
    shipped_scheme,
    write_filled,
)

pytestmark = pytest.mark.needs_sdk_validator


@pytest.mark.parametrize("kit", PROVED_KITS)
def test_workbook_and_document_of_the_kit_are_valid(kit: str, tmp_path: Path) -> None:
    scheme = shipped_scheme(kit)
    scale = scheme.scale if kit == OFFICE_BANDED else None
    built = build_kit(scheme.id, tmp_path, None, Wanted(options=dict(scheme.chosen), scale=scale))
    assert sorted(path.suffix for path in built.paths) == [".docx", ".xlsx"]
    for path in built.paths:
        assert faults(path) == []


@pytest.mark.parametrize("kit", SCHEME_IDS)
def test_a_filled_workbook_is_valid(kit: str, tmp_path: Path) -> None:
    plan = shipped_plan(kit)
    assert faults(write_filled(tmp_path / "filled.xlsx", plan, complete_answers(plan))) == []


def faults(path: Path) -> list[object]:
    """What the validator says against a file."""
    run = subprocess.run(
        ["ooxml-validator", str(path)], check=False, capture_output=True, timeout=120
    )
    errors = json.loads(run.stdout)["errors"]
    assert isinstance(errors, list)
    return errors
