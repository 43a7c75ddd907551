"""What an indicator says, and how much two texts have in common."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from builder.formula.render import plain_number
from builder.model.compared_text import reduced
from builder.model.official import Criterion, DescriptorTable, Indicator

# The pairs of neighbouring characters of a text, counted: words of Chinese need no spaces.
Profile = Counter[str]


def profile(texts: Iterable[str]) -> Profile:
    """The pairs of characters in texts, blanks and widths aside; of one character, itself."""
    found: Profile = Counter()
    for text in texts:
        plain = reduced(text)
        found.update(map("".join, pairwise(plain)) if plain[1:] else plain)
    return found


def alike(one: Profile, other: Profile) -> float:
    """How much of both texts they share, from 0 to 1; two empty ones share nothing."""
    size = one.total() + other.total()
    return 2 * _common(one, other) / size if size else 0.0


def most_alike(one: Profile, other: Profile) -> float:
    """The most that two texts of these lengths could share."""
    size = one.total() + other.total()
    return 2 * min(one.total(), other.total()) / size if size else 0.0


def _common(one: Profile, other: Profile) -> int:
    few, many = (one, other) if len(one) < len(other) else (other, one)
    return sum(min(count, many[pair]) for pair, count in few.items() if pair in many)


def held_in(part: Profile, whole: Profile) -> float:
    """How much of a text stands in another, from 0 to 1; of an empty one, nothing."""
    return _common(part, whole) / part.total() if part else 0.0


def asked_lines(node: Indicator) -> Iterator[str]:
    """What an indicator asks and what is noted of it, line by line."""
    yield from map(_criterion, node.criteria)
    yield from (note.text for note in node.notes)


def own_lines(node: Indicator) -> Iterator[str]:
    """What the notice prints under an indicator itself, its tables included, line by line."""
    yield from asked_lines(node)
    for table in node.tables:
        yield from table_lines(table)


def table_lines(table: DescriptorTable) -> Iterator[str]:
    """A table of the notice, a line a row."""
    yield "｜".join(table.header)
    yield from ("｜".join(row.cells) for row in table.rows)


def whole_lines(node: Indicator) -> Iterator[str]:
    """What stands under an indicator itself and, with their names, under all beneath it."""
    yield from own_lines(node)
    for child in node.children:
        yield child.name
        yield from whole_lines(child)


def _criterion(item: Criterion) -> str:
    points = "" if item.points is None else f"（{plain_number(item.points)}分）"
    return f"{item.printed}{points}"
