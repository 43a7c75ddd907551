"""Every code of the catalogue has a case that is run, and what is in order passes without any."""

from pathlib import Path

import pytest

from builder.findings.catalogue import RULES
from tests.findings.cases.table import CLEAN, OF_OFFICES, RETURNED


def _place(code: str) -> tuple[int, str]:
    return len(code), code


def test_every_code_of_the_catalogue_has_one_case_and_no_other_code_has() -> None:
    assert sorted((*OF_OFFICES, *RETURNED), key=_place) == [rule.code for rule in RULES]


@pytest.mark.parametrize("cases", [OF_OFFICES, RETURNED], ids=["offices", "returned"])
def test_the_cases_stand_in_the_order_of_the_catalogue(cases: dict[str, object]) -> None:
    assert list(cases) == sorted(cases, key=_place)


@pytest.mark.parametrize("name", CLEAN)
def test_what_is_in_order_passes_without_a_finding(name: str, tmp_path: Path) -> None:
    assert list(CLEAN[name](tmp_path)) == []
