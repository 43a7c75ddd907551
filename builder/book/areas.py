"""Many cells as the few rectangles that a person would select."""

from collections.abc import Iterable, Sequence

from builder.book.sheet import Merge
from builder.formula.address import area_address

# So many rectangles are named in a sentence; of more it is said how many they are.
_NAMED = 4


def covering(places: Iterable[tuple[int, int]]) -> tuple[Merge, ...]:
    """Rectangles that hold exactly the cells at these rows and columns, from the top left."""
    runs: dict[tuple[int, int], list[int]] = {}
    by_column: dict[int, list[int]] = {}
    for row, column in sorted(set(places)):
        by_column.setdefault(column, []).append(row)
    for column, rows in by_column.items():
        for first, last in stretches(rows):
            runs.setdefault((first, last), []).append(column)
    found = (
        Merge(first_row=first, first_column=left, last_row=last, last_column=right)
        for (first, last), columns in runs.items()
        for left, right in stretches(sorted(columns))
    )
    return tuple(sorted(found, key=lambda one: (one.first_row, one.first_column)))


def addresses(areas: Iterable[Merge]) -> tuple[str, ...]:
    """The rectangles as spreadsheets write them."""
    return tuple(
        area_address(one.first_row, one.first_column, one.last_row, one.last_column)
        for one in areas
    )


def in_words(ranges: Sequence[str]) -> str:
    """Where something holds, the first few ranges by their addresses."""
    named = "、".join(ranges[:_NAMED])
    return named if len(ranges) <= _NAMED else f"{named} 等 {len(ranges)} 处"


def stretches(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """The runs of rising numbers without a gap, first and last of each."""
    found: list[tuple[int, int]] = []
    for number in numbers:
        if found and found[-1][1] == number - 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return found
