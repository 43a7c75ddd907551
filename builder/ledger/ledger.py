"""The ledger of a year: what came, how it stands, what was done; an index of the folders."""

import json
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from sqlalchemy import Connection, delete, insert, select, update

from builder.ledger import indexing, lists, queries, standing
from builder.ledger.database import Database
from builder.ledger.rows import (
    Applicant,
    Beside,
    CodeCount,
    Deed,
    Entry,
    LogLine,
    Page,
    SentLetter,
    Standing,
    State,
    Submission,
    Wanted,
)
from builder.ledger.tables import ABOUT, METADATA

_CHANGED, _YEAR, _UNSETTLED = "changed", "year", "unsettled"


@dataclass(frozen=True)
class Ledger:
    """What pages ask and what the year's folder tells; any thread may use it."""

    database: Database

    @classmethod
    def at(cls, path: Path, url: str = "") -> Self:
        """The ledger in the file at ``path`` or at a URL; raises ``NoLedgerError``."""
        return cls(Database.at(path, url))

    def close(self) -> None:
        """Let the database go."""
        self.database.close()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection for questions."""
        with self.database.reading() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection for changes; pages that watch the ledger see that there are some."""
        with self.database.writing() as connection:
            yield connection
            _set(connection, _CHANGED, str(int(_said(connection, _CHANGED) or 0) + 1))

    def year(self, own: str) -> str:
        """Of which year's folder the ledger is; of this one from now on where it was of none."""
        with self.reading() as connection:
            said = _said(connection, _YEAR)
        if not said:
            with self.writing() as connection:
                said = _said(connection, _YEAR) or own
                _set(connection, _YEAR, said)
        return said

    def changed(self) -> str:
        """A mark that is another one after anything changed."""
        with self.reading() as connection:
            return _said(connection, _CHANGED)

    def clear(self) -> None:
        """Forget everything but of which year the ledger is."""
        with self.writing() as connection:
            for table in reversed(METADATA.sorted_tables):
                if table is not ABOUT:
                    connection.execute(delete(table))

    def counts(self) -> dict[State, int]:
        """How many current submissions there are of each state."""
        with self.reading() as connection:
            return lists.counts(connection)

    def find(self, wanted: Wanted) -> Page:
        """The submissions that are asked for, one page of them."""
        with self.reading() as connection:
            return queries.find(connection, wanted)

    def submission(self, path: str) -> Submission | None:
        """The submission at a path in the year."""
        with self.reading() as connection:
            return queries.submission(connection, path)

    def history(self, applicant_key: str) -> tuple[Submission, ...]:
        """All that an applicant handed in, the oldest first, without what was taken back."""
        with self.reading() as connection:
            return queries.history(connection, applicant_key)

    def unfit(self) -> tuple[str, ...]:
        """The keys of the applicants who have something to repair, what cannot be read first."""
        with self.reading() as connection:
            return lists.unfit(connection)

    def applicant(self, key: str) -> Applicant | None:
        """The applicant of that key."""
        with self.reading() as connection:
            return lists.applicant(connection, key)

    def codes(self) -> tuple[CodeCount, ...]:
        """In how many current submissions each code was found, the most frequent first."""
        with self.reading() as connection:
            return lists.codes(connection)

    def deliveries(self) -> tuple[str, ...]:
        """The deliveries of which something is there, the newest first."""
        with self.reading() as connection:
            return lists.deliveries(connection)

    def letters(
        self, applicant_key: str = "", offset: int = 0, limit: int = 50
    ) -> tuple[tuple[SentLetter, ...], int]:
        """What was sent, the newest first, one page of it, and how much there is."""
        with self.reading() as connection:
            return lists.letters(connection, applicant_key, offset, limit)

    def log(self, offset: int = 0, limit: int = 50) -> tuple[tuple[LogLine, ...], int]:
        """What people did, the newest first, one page of it, and how much there is."""
        with self.reading() as connection:
            return lists.log(connection, offset, limit)

    def waiting(self, *, again: bool = False) -> dict[str, frozenset[str]]:
        """The files that wait for a verdict, or ``again`` all of them, by their delivery."""
        with self.reading() as connection:
            return lists.waiting(connection, again=again)

    def deeds_of(self, act: str) -> tuple[tuple[Deed, str], ...]:
        """What an act did to which files."""
        with self.reading() as connection:
            return lists.deeds_of(connection, act)

    def undone_acts(self) -> frozenset[str]:
        """The acts that were taken back, and were not done again by taking that back."""
        with self.reading() as connection:
            return lists.undone_acts(connection)

    def beside(self, path: str) -> Beside | None:
        """What only shows beside other files, of the submission at a path."""
        with self.reading() as connection:
            return queries.beside(connection, path)

    def known_files(self) -> dict[str, str]:
        """Every file that the tables know, with the mark of its record."""
        with self.reading() as connection:
            return lists.known_files(connection)

    @contextmanager
    def alone(self) -> Iterator["Alone"]:
        """Hold the ledger while files are put into their places, so that nobody does at once."""
        with self.writing() as connection:
            yield Alone(connection)

    def drop(self, paths: Iterable[str]) -> None:
        """Know nothing of these files any more."""
        gone = tuple(paths)
        if gone:
            with self.writing() as connection:
                for path in gone:
                    indexing.drop(connection, path)

    def stand(self, owners: Iterable[tuple[str, str]]) -> tuple[Standing, ...]:
        """Say whose the parts at these paths are, count anew; what is current after that."""
        with self.writing() as connection:
            indexing.name_owners(connection, owners)
            standing.number(connection)
            return standing.standings(connection)

    def delivered(self, delivery: str) -> tuple[Standing, ...]:
        """All of a delivery that does not wait."""
        with self.reading() as connection:
            return standing.standings(connection, delivery)

    def put_beside(self, told: Mapping[str, Beside], deliveries: AbstractSet[str]) -> None:
        """Say what shows beside other files, of the submissions at these paths and no others.

        With that it is known how all of these deliveries stand.
        """
        with self.writing() as connection:
            standing.put_beside(connection, told)
            _set_unsettled(connection, _unsettled(connection) - deliveries)

    def unsettled(self) -> frozenset[str]:
        """The deliveries of which it is not known yet how their files stand to others."""
        with self.reading() as connection:
            return _unsettled(connection)


@dataclass(frozen=True)
class Alone:
    """The ledger while one holds it; what is put is known when it lets go, or nothing is."""

    _connection: Connection

    def same_content(self, digest: str) -> tuple[tuple[str, str], ...]:
        """Where the same bytes lie already, and what they were called when they came."""
        return lists.same_content(self._connection, digest)

    def put(self, entries: Iterable[Entry]) -> None:
        """Know of these files what their records say."""
        told = tuple(entries)
        new = {one.delivery for one in told if indexing.put(self._connection, one)}
        if new:
            _set_unsettled(self._connection, _unsettled(self._connection) | new)


def _said(connection: Connection, name: str) -> str:
    return connection.scalar(select(ABOUT.c.value).where(ABOUT.c.name == name)) or ""


def _unsettled(connection: Connection) -> frozenset[str]:
    return frozenset(json.loads(_said(connection, _UNSETTLED) or "[]"))


def _set_unsettled(connection: Connection, deliveries: AbstractSet[str]) -> None:
    _set(connection, _UNSETTLED, json.dumps(sorted(deliveries)))


def _set(connection: Connection, name: str, value: str) -> None:
    changed = connection.execute(update(ABOUT).where(ABOUT.c.name == name).values(value=value))
    if not changed.rowcount:
        connection.execute(insert(ABOUT).values(name=name, value=value))
