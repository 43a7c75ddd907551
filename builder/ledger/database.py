"""The database of a ledger: SQLite beside the folders, or one that several clerks share."""

import importlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.exc import SQLAlchemyError

from builder.ledger.refusal import NoLedgerError
from builder.ledger.tables import NEWEST

# Seconds for which one clerk's click waits until another's is written.
_PATIENCE = 30
# Any number of our own: whoever writes a shared ledger holds it meanwhile.
_LOCK = 7_203_115
_WRITES = "writes"


@dataclass(frozen=True)
class Database:
    """An open ledger, with the newest tables; any thread may ask it."""

    engine: Engine

    @classmethod
    def at(cls, path: Path, url: str = "") -> Self:
        """The database at a URL, else the file at ``path``; raises ``NoLedgerError``."""
        try:
            place = make_url(url) if url else URL.create("sqlite", database=str(path))
            engine = create_engine(_with_driver(place), pool_pre_ping=bool(url))
            if engine.dialect.name == "sqlite":
                event.listen(engine, "connect", _begin_by_ourselves)
                event.listen(engine, "begin", _begin)
            opened = cls(engine)
            with opened.writing() as connection:
                if not _is_newest(connection):
                    # What brings tables to a newer form takes long to import, and is needed once.
                    importlib.import_module("builder.ledger.migrating").migrate(connection)
        except ImportError as error:
            raise NoLedgerError("没有安装连接这种数据库的组件") from error
        except SQLAlchemyError as error:
            raise NoLedgerError("连不上数据库，或者文件不是台账、已经损坏") from error
        return opened

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the ledger."""
        with self.engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection of the only one who writes now; all that is done is kept, or nothing."""
        with self.engine.execution_options(**{_WRITES: True}).begin() as connection:
            if self.engine.dialect.name == "postgresql":
                connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
            yield connection

    def close(self) -> None:
        """Let the database go."""
        self.engine.dispose()


def _with_driver(url: URL) -> URL:
    """The URL with the driver that comes with the extra, where people leave that out."""
    own = url.drivername in ("postgres", "postgresql")
    return url.set(drivername="postgresql+psycopg") if own else url


def _begin_by_ourselves(connection: Any, _record: object) -> None:
    """Have nobody but us begin transactions, and let readers go on while one writes."""
    connection.isolation_level = None
    for words in (
        "journal_mode=WAL",
        "synchronous=NORMAL",
        "foreign_keys=ON",
        f"busy_timeout={_PATIENCE * 1000}",
    ):
        connection.execute(f"PRAGMA {words}")


def _begin(connection: Connection) -> None:
    """Who will write waits at the beginning, not in the midst, where it would be refused."""
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _is_newest(connection: Connection) -> bool:
    """Whether the tables have today's form already."""
    if not inspect(connection).has_table("alembic_version"):
        return False
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar() == NEWEST
