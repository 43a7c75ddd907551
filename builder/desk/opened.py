"""A scheme of the year opened for a page, and again only when its file or the settings changed."""

from functools import lru_cache
from pathlib import Path

from builder.desk.places import SchemeFile, settings_file
from builder.kit.planning import NO_OFFICE
from builder.load.office import load_office
from builder.pipeline.choosing import Wanted
from builder.pipeline.files import file_mark
from builder.pipeline.kits_of_scheme import Opened, OpenedKits, open_kits, open_scheme
from builder.pipeline.year.folder import Year

_Mark = tuple[int, int]


def opened_scheme(scheme: SchemeFile) -> Opened:
    """The scheme with what is wrong with it."""
    return _scheme(scheme.path, file_mark(scheme.path))


def opened_kits(year: Year, scheme: SchemeFile) -> OpenedKits:
    """All kits of the scheme as the office's settings make them."""
    settings = settings_file(year)
    return _kits(scheme.path, file_mark(scheme.path), settings, file_mark(settings))


@lru_cache(maxsize=4)
def _scheme(path: Path, _of: _Mark) -> Opened:
    return open_scheme(str(path))


@lru_cache(maxsize=2)
def _kits(path: Path, _of: _Mark, settings: Path, _as: _Mark) -> OpenedKits:
    office = load_office(settings).office if settings.is_file() else None
    return open_kits(str(path), Wanted(every=True), office or NO_OFFICE)
