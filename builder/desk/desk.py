"""The desk of one award: its folder, the work that goes on, and what is noted of it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from builder.desk.jobs import Jobs
from builder.desk.journal import Journal
from builder.desk.own_folder import OwnPlaces
from builder.pipeline.year.folder import Room, Year


@dataclass(kw_only=True)
class Desk:
    """What all pages share; ``end`` ends the desk, ``shared`` says whether people log in."""

    places: OwnPlaces
    year: Year
    jobs: Jobs
    journal: Journal
    end: Callable[[], None] = field(default=lambda: None)
    shared: bool = False

    def year_mark(self) -> str:
        """A word that changes when anybody, the command line too, changes the year."""
        rooms = (Room.SETTINGS, Room.SCHEMES, Room.LISTS, Room.KITS, Room.REVIEWS, Room.RESULTS)
        seen = "-".join(str(_changed(self.year.place(room))) for room in rooms)
        return f"{self.year.ledger.changed()}-{seen}"


def _changed(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0
