"""What an office or a panel wrote: its case, once run, is answered with its code."""

from pathlib import Path

import pytest

from tests.findings.cases.table import OF_OFFICES


@pytest.mark.parametrize("code", OF_OFFICES)
def test_the_case_of_a_code_is_answered_with_it(code: str, tmp_path: Path) -> None:
    assert code in OF_OFFICES[code](tmp_path)
