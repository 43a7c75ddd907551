"""Whoever keeps no ledger needs none of its libraries, and no call imports them unasked."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.contracts.test_start import imported, verified

LIBRARIES = ("sqlalchemy", "alembic", "nicegui", "fastapi", "uvicorn", "psycopg")
# As if nothing of it were installed.
WITHOUT = f"""
import sys
sys.modules.update(dict.fromkeys({LIBRARIES!r}))
from builder.cli.main import main
main()
"""


def test_no_library_of_a_ledger_is_imported_without_one(tmp_path: Path) -> None:
    for modules in (verified(tmp_path), imported("ledger", "--help")):
        assert not {name.partition(".")[0] for name in modules} & set(LIBRARIES)


@pytest.mark.parametrize(
    ("words", "code", "told"), [(["list"], 0, ""), (["ledger", ".", "--new"], 2, "QA1289")]
)
def test_without_them_only_the_ledger_is_not_to_be_had(
    tmp_path: Path, words: list[str], code: int, told: str
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT, *words], cwd=tmp_path, capture_output=True, check=False
    )
    assert done.returncode == code, done.stderr.decode()
    assert told in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()
