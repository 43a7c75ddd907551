"""台账: everything that came, every letter, everything that was done; and all of it as a table."""

from urllib.parse import urlencode

from starlette.responses import Response

from builder.desk.asked import Asked, to
from builder.desk.pages.downloads import download
from builder.desk.pages.frame import framed, refused
from builder.desk.pages.intake import wanted_of
from builder.desk.pages.paging import PAGE_ROWS
from builder.ledger.rows import LogLine, SentLetter, Submission
from builder.pipeline.templates import shipped_templates
from builder.pipeline.year.exporting import export_ledger
from builder.pipeline.year.folder import Room

_VIEWS = (("rows", "收件"), ("letters", "通知书"), ("log", "操作记录"))
_EXPORTS = ("台账.xlsx", "台账.csv")


def ledger(asked: Asked) -> Response:
    """One of the three tables."""
    held = asked.desk.year.ledger
    view = asked.query.get("view", "rows")
    wanted = wanted_of(asked.query, current=False)
    rows: tuple[Submission, ...] = ()
    letters: tuple[SentLetter, ...] = ()
    lines: tuple[LogLine, ...] = ()
    if view == "letters":
        letters, total = held.letters(offset=wanted.offset, limit=PAGE_ROWS)
    elif view == "log":
        lines, total = held.log(offset=wanted.offset, limit=PAGE_ROWS)
    else:
        view, found = "rows", held.find(wanted)
        rows, total = found.rows, found.total
    return framed(
        asked,
        "ledger.html",
        view=view,
        views=_VIEWS,
        rows=rows,
        letters=letters,
        lines=lines,
        total=total,
        first=wanted.offset,
        page_rows=PAGE_ROWS,
        query=asked.query,
        link=lambda **other: "/ledger?" + urlencode({**asked.query, **other}),
    )


def export(asked: Asked) -> Response:
    """All of the ledger as a workbook or as a table of text."""
    name = asked.query.get("as", "")
    if name not in _EXPORTS:
        return to("/ledger")
    path = asked.desk.year.place(Room.CHECKS) / name
    failure = export_ledger(asked.desk.year, path, shipped_templates().workbook)
    if failure is not None:
        return refused(asked, (failure,))
    return download(path)
