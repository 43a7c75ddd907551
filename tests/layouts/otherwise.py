"""A kept workbook laid out otherwise: columns moved, things called by other words."""

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from builder.formula.address import cell_address, cell_place, column_letters, column_number

_TARGET = re.compile(r"('?)([^'!]+)\1!\$([A-Z]+)\$(\d+)(?::\$([A-Z]+)\$(\d+))?")


def moved_columns(text: str, sheet: str, columns: Mapping[int, int]) -> str:
    """The workbook with the columns of a sheet at other places, each where ``columns`` says."""

    def cell(line: list[Any]) -> None:
        row, column = cell_place(line[0])
        line[0] = cell_address(row, columns.get(column, column))

    def name(found: re.Match[str]) -> str:
        if found[2] != sheet:
            return found[0]
        column = column_letters(columns.get(column_number(found[3]), column_number(found[3])))
        return f"'{sheet}'!${column}${found[4]}"

    return _changed(text, sheet, cell, lambda value: _TARGET.sub(name, value))


def renamed_sheet(text: str, sheet: str, other: str) -> str:
    """The workbook with a sheet called otherwise."""
    return text.replace(json.dumps(sheet, ensure_ascii=False), f'"{other}"').replace(
        f"'{sheet}'!", f"'{other}'!"
    )


def reworded(text: str, before: str, after: str) -> str:
    """The workbook with other words."""
    assert before in text
    return text.replace(before, after)


def _changed(
    text: str, sheet: str, cell: Callable[[list[Any]], None], name: Callable[[str], str]
) -> str:
    lines, there = [json.loads(line) for line in text.splitlines()], ""
    for line in lines:
        match line:
            case ["sheet", there, _]:
                pass
            case ["name", _, value]:
                line[2] = name(value)
            case [str(), str(), *_] if there == sheet:
                cell(line)
            case _:
                pass
    return "".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in lines)
