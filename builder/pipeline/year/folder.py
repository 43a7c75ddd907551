"""An award's year as a folder: where everything is, and which ledger tells of it."""

import os
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from builder.frozen import frozen

if TYPE_CHECKING:
    from builder.ledger.ledger import Ledger

LEDGER_FILE = "台账.db"
YEAR_FILE = "年度.json"


class Room(StrEnum):
    """The folders of a year; the value is what they are called."""

    SCHEMES = "方案"
    SETTINGS = "设置"
    LISTS = "名单"
    KITS = "下发"
    RECEIVED = "收件"
    CHECKS = "核验"
    LETTERS = "通知书"
    REVIEWS = "评审"
    CONSENSUS = "合议"
    RESULTS = "结果"
    RECYCLED = "回收站"


@frozen
class About:
    """What the year's own file says: which year it is, whatever folder it lies in."""

    id: str
    title: str


@dataclass(frozen=True, kw_only=True)
class Year:
    """An open year."""

    root: Path
    about: About
    ledger: "Ledger"

    @property
    def title(self) -> str:
        """What people call it."""
        return self.about.title or self.root.name

    def place(self, room: Room) -> Path:
        """One of the folders."""
        return self.root / room.value

    def key(self, path: Path | str) -> str:
        """Where a file lies in the year, as its records and its ledger say it."""
        said = str(path).removeprefix(f"{self.root}{os.sep}")
        return said if os.sep == "/" else said.replace(os.sep, "/")

    def path(self, key: str) -> Path:
        """Where on this computer a file of the year lies."""
        return self.root / key

    def close(self) -> None:
        """Let the ledger go."""
        self.ledger.close()


def is_year(root: Path) -> bool:
    """Whether a folder is one of an award's year."""
    return (root / YEAR_FILE).is_file()


def now() -> str:
    """The time as records say it: people's own, to a thousandth of a second."""
    return datetime.now(UTC).astimezone().isoformat(timespec="milliseconds")


def new_act() -> str:
    """A name for one click, unlike any other."""
    return f"{datetime.now(UTC).astimezone():%Y%m%d%H%M%S}-{secrets.token_hex(4)}"


def new_folder(year: Year, room: Room) -> str:
    """A new folder in a room, called by the day and a number that nobody used."""
    day = f"{datetime.now(UTC).astimezone():%Y%m%d}"
    number = 1
    while True:
        name = f"{day}-{number:02}"
        number += 1
        if (year.place(Room.RECYCLED) / room.value / name).exists():
            continue
        try:
            (year.place(room) / name).mkdir(parents=True)
        except FileExistsError:
            continue
        return name
