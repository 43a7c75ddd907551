"""The tables of a ledger brought to today's form."""

from importlib.resources import files

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import Connection

from builder.ledger.refusal import NoLedgerError


def migrate(connection: Connection) -> None:
    """Bring the tables to their newest form; raises ``NoLedgerError`` for those of tomorrow."""
    config = Config()
    config.set_main_option("script_location", str(files("builder.ledger") / "migrations"))
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except CommandError as error:
        raise NoLedgerError("它是更新版本的程序写的") from error
