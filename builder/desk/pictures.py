"""Where the pictures of the Word material's pages lie; made once for what they show."""

import hashlib
import re
import shutil
from contextlib import suppress
from pathlib import Path

from builder.desk.opened import opened_kits
from builder.desk.own_folder import OwnPlaces
from builder.desk.places import SchemeFile, settings_file
from builder.findings.finding import Finding
from builder.frozen import frozen
from builder.pipeline.choosing import Wanted
from builder.pipeline.files import write_whole
from builder.pipeline.kit import build_kit
from builder.pipeline.kit_names import KitPart
from builder.pipeline.year.folder import Year
from builder.version import VERSION

_MARK = re.compile(r"[0-9a-f]{24}")
# So many documents' pages are kept.
_KEPT = 6


@frozen
class Pictures:
    """The pages of one kit's Word material; ``mark`` changes with whatever changes them."""

    home: Path
    mark: str

    @classmethod
    def of(cls, year: Year, scheme: SchemeFile, kit: int) -> "Pictures":
        """Those of a kit as scheme and settings make it now."""
        digest = hashlib.sha256(f"{VERSION} {kit}".encode())
        for path in (scheme.path, settings_file(year)):
            with suppress(OSError):
                digest.update(hashlib.sha256(path.read_bytes()).digest())
        return cls(home=_home(year), mark=digest.hexdigest()[:24])

    @property
    def pages(self) -> int:
        """How many there are, none before they are drawn."""
        folder = self.home / self.mark
        return len([*folder.glob("*.png")]) if folder.is_dir() else 0

    def keep(self, number: int, content: bytes) -> Finding | None:
        """Keep a page until all of them are there; what kept it from being kept."""
        return write_whole(self._part / f"{number:03}.png", content)

    def finish(self) -> None:
        """All pages are there: they may be shown, and the oldest others go; raises ``OSError``."""
        self._part.replace(self.home / self.mark)
        others = sorted(self.home.iterdir(), key=lambda path: path.stat().st_mtime, reverse=True)
        for path in others[_KEPT:]:
            shutil.rmtree(path, ignore_errors=True)

    @property
    def _part(self) -> Path:
        return self.home / f"{self.mark}.part"


def picture(year: Year, mark: str, number: str) -> Path | None:
    """A page that an address asks for."""
    if not _MARK.fullmatch(mark) or not number.isascii() or not number.isdigit():
        return None
    path = _home(year) / mark / f"{int(number[:4]):03}.png"
    return path if path.is_file() else None


def word_material(year: Year, scheme: SchemeFile, kit: int) -> Path | tuple[Finding, ...]:
    """The Word file of a kit as the office would hand it out, or why there is none."""
    kits = opened_kits(year, scheme)
    if not kits.kits:
        return kits.findings
    chosen = Wanted(options=dict(kits.kits[kit if kit < len(kits.kits) else 0].chosen))
    folder = OwnPlaces(folder=year.root).own / "预览"
    built = build_kit(str(scheme.path), folder, KitPart.DOCX, chosen, office=kits.office)
    return built.paths[0] if built.paths else built.findings


def _home(year: Year) -> Path:
    return OwnPlaces(folder=year.root).own / "预览" / "页面"
