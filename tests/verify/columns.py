"""What people do to the columns of a workbook file, done to its bytes as programs leave it."""

import re
from functools import partial

from builder.formula.address import column_letters
from builder.kit.kit_plan import KitPlan
from tests.verify.tampering import (
    REFERENCE,
    WORKBOOK,
    Move,
    formulas,
    names,
    packed,
    parts_of,
    sheet_part,
)


def with_column_inserted(content: bytes, plan: KitPlan, sheet: str, column: int) -> bytes:
    """The file after somebody inserted an empty column before ``column``."""
    return _across(content, plan, sheet, lambda each: each + 1 if each >= column else each)


def without_column(content: bytes, plan: KitPlan, sheet: str, column: int) -> bytes:
    """The file after somebody deleted a column: references to it break."""

    def move(each: int) -> int | None:
        return None if each == column else each - 1 if each > column else each

    return _across(content, plan, sheet, move)


def with_columns_swapped(content: bytes, plan: KitPlan, sheet: str, one: int, other: int) -> bytes:
    """The file after two columns changed places."""
    places = {one: other, other: one}
    return _across(content, plan, sheet, lambda each: places.get(each, each))


def _across(content: bytes, plan: KitPlan, sheet: str, move: Move) -> bytes:
    parts = parts_of(content)
    for each in plan.sheets:
        part = sheet_part(plan, each.name)
        text = formulas(parts[part].decode(), partial(_shifted_across, each.name, sheet, move))
        parts[part] = (_columns_moved(text, move) if each.name == sheet else text).encode()
    book = names(parts[WORKBOOK].decode(), partial(_shifted_across, "", sheet, move))
    parts[WORKBOOK] = book.encode()
    return packed(parts)


def _columns_moved(xml: str, move: Move) -> str:
    def moved(match: re.Match[str]) -> str:
        new = move(_column_number(match[1]))
        return "" if new is None else f'<c r="{column_letters(new)}{match[2]}"{match[3]}'

    xml = re.sub(r'<c r="([A-Z]+)(\d+)"((?:[^>]*/>)|(?:[^>]*>.*?</c>))', moved, xml)
    # Merges and validations follow in no test; without them nothing overlaps.
    return re.sub(r"<mergeCells.*?</mergeCells>|<dataValidations.*?</dataValidations>", "", xml)


def _shifted_across(home: str, sheet: str, move: Move, formula: str) -> str:
    """The formula after columns of ``sheet`` moved; quoted texts in it stay as they are."""

    def shift(match: re.Match[str]) -> str:
        named, first_column, first, last_column, last = match.groups()
        if (named or home).strip("'") != sheet:
            return match[0]
        prefix = f"{named}!" if named else ""
        start = _moved_letters(first_column, move)
        if last is None:
            return f"{prefix}#REF!" if start is None else f"{prefix}{start}{first}"
        end = _moved_letters(last_column, move)
        if start is None or end is None:
            return f"{prefix}#REF!"
        return f"{prefix}{start}{first}:{end}{last}"

    pieces = re.split(r'("(?:[^"]|"")*")', formula)
    return "".join(
        piece if piece.startswith('"') else REFERENCE.sub(shift, piece) for piece in pieces
    )


def _moved_letters(letters: str, move: Move) -> str | None:
    plain = letters.strip("$")
    new = move(_column_number(plain))
    return None if new is None else letters.replace(plain, column_letters(new))


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
