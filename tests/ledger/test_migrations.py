"""A ledger is brought to today's form, and one of tomorrow is left alone."""

import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from builder.ledger.database import Database
from builder.ledger.refusal import NoLedgerError
from builder.ledger.tables import METADATA, NEWEST


def test_the_migrations_make_the_tables_that_the_program_asks(tmp_path: Path) -> None:
    for _ in range(2):
        database = Database.at(tmp_path / "台账.db")
        with database.reading() as connection:
            assert compare_metadata(MigrationContext.configure(connection), METADATA) == []
        database.close()


def test_the_newest_form_is_the_last_of_the_migrations() -> None:
    directory = ScriptDirectory(str(files("builder.ledger") / "migrations"))
    assert directory.get_current_head() == NEWEST


def test_nothing_is_migrated_by_who_opens_a_ledger_of_today(tmp_path: Path) -> None:
    """Whoever opens the desk waits for no library that has nothing to do."""
    path = tmp_path / "台账.db"
    Database.at(path).close()
    script = (
        "import sys; from pathlib import Path; from builder.ledger.database import Database;"
        f"Database.at(Path({str(path)!r})).close(); print('alembic' in sys.modules)"
    )
    told = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert told.stdout.strip() == "False"


def test_a_ledger_of_a_later_program_is_not_touched(tmp_path: Path) -> None:
    database = Database.at(tmp_path / "台账.db")
    with database.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    database.close()
    with pytest.raises(NoLedgerError, match="更新版本"):
        Database.at(tmp_path / "台账.db")


@pytest.mark.parametrize("url", ["nonsense", "mysql://x/y", "postgresql://127.0.0.1:1/x"])
def test_a_database_that_is_none_is_told_in_words(tmp_path: Path, url: str) -> None:
    with pytest.raises(NoLedgerError):
        Database.at(tmp_path / "台账.db", url)


def test_a_file_that_is_no_database_is_told_in_words(tmp_path: Path) -> None:
    (tmp_path / "台账.db").write_bytes(b"nonsense" * 1000)
    with pytest.raises(NoLedgerError, match="损坏"):
        Database.at(tmp_path / "台账.db")
