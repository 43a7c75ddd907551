"""What lies in the year's folder under names that the commands and the desk share."""

import csv
from functools import lru_cache
from pathlib import Path
from urllib.parse import quote

from builder.findings.finding import Finding
from builder.frozen import frozen
from builder.load.office import load_office
from builder.model.office import Office
from builder.pipeline.panel.record_files import RANKING_FILE
from builder.pipeline.year.folder import Room, Year
from builder.show.handouts import MANIFEST

_LARGEST = 20_000_000
_HEAD = ("申报者", "选择", "文件")


@frozen
class SchemeFile:
    """A scheme of the year: its file, and what it says it is called."""

    path: Path
    title: str

    @property
    def paired(self) -> Path:
        """Where the page lies that sets a notice beside the scheme drafted from it."""
        return self.path.with_name(f"{self.path.stem}.对照.html")

    @property
    def is_paired(self) -> bool:
        """Whether there is such a page."""
        return self.paired.is_file()

    @property
    def name(self) -> str:
        """What an address calls it."""
        return self.path.name

    def page(self, view: str) -> str:
        """The address of its page that shows it so."""
        return f"/scheme?file={quote(self.name)}&view={view}"


@frozen
class Handout:
    """A file that went out, and to whom."""

    applicant: str
    choice: str
    file: str


def own_schemes_of(year: Year) -> tuple[SchemeFile, ...]:
    """The schemes of the year by the names of their files."""
    folder = year.place(Room.SCHEMES)
    paths = sorted(folder.glob("*.md")) if folder.is_dir() else []
    return tuple(
        SchemeFile(path=path, title=_title(path)) for path in paths if path.name != "README.md"
    )


def scheme_named(year: Year, name: str) -> SchemeFile | None:
    """The scheme of that file name, ``None`` where there is none."""
    return next((one for one in own_schemes_of(year) if one.name == name), None)


def settings_file(year: Year) -> Path:
    """The settings of the office: the one file there is, or the one that the desk writes."""
    found = sorted(year.place(Room.SETTINGS).glob("*.yaml"))
    return found[0] if found else year.place(Room.SETTINGS) / "本单位.yaml"


def settings_of(year: Year) -> tuple[Office | None, tuple[Finding, ...]]:
    """The settings, ``None`` where there are none or they are wrong."""
    path = settings_file(year)
    if not path.is_file():
        return None, ()
    loaded = load_office(path)
    return loaded.office, loaded.findings


def list_file(year: Year, name: str) -> Path:
    """One of the lists that an office gives: 申报者, 评审员, 分工表, 评审规则 and so on."""
    return year.place(Room.LISTS) / name


def handouts(year: Year) -> tuple[Handout, ...]:
    """What went out by the manifest; nothing where there is none or it is not ours."""
    path = year.place(Room.KITS) / MANIFEST
    try:
        there = path.stat()
    except OSError:
        return ()
    return _handouts(path, (there.st_mtime_ns, there.st_size))


@lru_cache(maxsize=1)
def _handouts(path: Path, _mark: tuple[int, int]) -> tuple[Handout, ...]:
    """What the manifest says, read again only when it was changed."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = [*csv.DictReader(file)] if path.stat().st_size < _LARGEST else []
    except (OSError, ValueError, csv.Error):
        return ()
    told = [[row.get(key) or "" for key in _HEAD] for row in rows]
    return tuple(Handout(applicant=who, choice=choice, file=file) for who, choice, file in told)


def ranking(year: Year) -> Path:
    """The ranking, once there is one."""
    return year.place(Room.RESULTS) / RANKING_FILE


def _title(path: Path) -> str:
    try:
        with path.open(encoding="utf-8", errors="replace") as lines:
            found = (line for line, _ in zip(lines, range(60), strict=False))
            said = next((one for one in found if one.startswith(("title:", "标题:"))), "")
    except OSError:
        said = ""
    return said.partition(":")[2].strip().strip("\"'") or path.stem
