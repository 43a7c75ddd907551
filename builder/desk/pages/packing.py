"""A whole folder of the year for the browser to keep: what is sent on to many, at one click."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

from starlette.responses import Response

from builder.desk.after_ranking import AfterRanking
from builder.desk.asked import Asked, to
from builder.desk.pages.downloads import download
from builder.desk.pages.frame import refused
from builder.desk.pages.panel_given import sent_from
from builder.findings.failure import failure_words
from builder.findings.finding import Finding
from builder.pipeline.year.folder import Room, Year

_KINDS = (".xlsx", ".docx")


def pack(asked: Asked) -> Response:
    """All workbooks and documents of a folder in one archive, in their folders."""
    folder = _folders(asked.desk.year).get(asked.query.get("room", ""))
    if folder is None or not folder.is_dir():
        return to(asked.back)
    target = asked.desk.places.own / "打包" / f"{folder.name}.zip"
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
            for path in _files(folder):
                archive.write(path, path.relative_to(folder).as_posix())
    except OSError as error:
        return refused(asked, (Finding.at("QA891", target, actual=failure_words(error)),))
    return download(target)


def _folders(year: Year) -> dict[str, Path]:
    """The folders that are packed, by what an address calls them."""
    rooms = (Room.REVIEWS, Room.CONSENSUS, Room.LETTERS)
    folders = (*(year.place(room) for room in rooms), AfterRanking(year=year).papers_folder)
    return {folder.name: folder for folder in folders}


def _files(folder: Path) -> Iterator[Path]:
    for path in sorted(sent_from(folder)):
        if path.suffix in _KINDS and not path.name.startswith((".", "~")):
            yield path
