"""The file that a form carries in its hidden sheet, to be written again with what was changed."""

from decimal import Decimal

from builder.form.plan import FILE
from builder.load.source import MAXIMUM_BYTES, Source, source_of
from builder.model.returned import ReturnedWorkbook

# No scheme has so many lines.
_MOST_LINES = 100_000


def carried_digest(book: ReturnedWorkbook) -> str:
    """The digest of the file that the form was made from, empty where it carries none."""
    sheet = book.sheet(FILE)
    value = None if sheet is None else sheet.value(1, 1)
    return value if isinstance(value, str) else ""


def carried_source(book: ReturnedWorkbook, path: str) -> Source | None:
    """The file itself, ``None`` where it is not whole."""
    sheet = book.sheet(FILE)
    count = None if sheet is None else sheet.value(2, 1)
    if sheet is None or not isinstance(count, str | Decimal) or not str(count).isdecimal():
        return None
    lines = int(str(count)[:6])
    if not 0 < lines <= _MOST_LINES:
        return None
    values = (sheet.value(row, 1) for row in range(3, 3 + lines))
    text = "\n".join(value if isinstance(value, str) else "" for value in values)
    return None if len(text.encode()) > MAXIMUM_BYTES else source_of(path, text)
