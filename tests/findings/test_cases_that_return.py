"""What came back from an applicant: its case, once run, is answered with its code."""

from pathlib import Path

import pytest

from tests.findings.cases.table import RETURNED


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("code", RETURNED)
def test_the_case_of_a_code_is_answered_with_it(code: str, tmp_path: Path) -> None:
    assert code in RETURNED[code](tmp_path)
