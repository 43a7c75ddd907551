"""Tables of options as notices print them to save room: beside one another, or without a head."""

import re
from collections.abc import Sequence

from builder.load.amounts import NUMBER, is_worth

Rows = Sequence[Sequence[str]]
HEAD = ("选项", "得分")


def read_down(rows: Rows, *, counted: bool = False) -> Rows:
    """The rows with one option in each below a head; as they are where they are no options.

    What is ``counted`` has its points in a row of their own.
    """
    across = _pointed(rows) or (None if counted else _across(rows))
    if across is not None:
        return (HEAD, *across)
    if len(rows) > 1 and all(_is_points(row[-1]) for row in rows):
        # Its first row is an option as well.
        return ((*(HEAD[0] for _ in rows[0][1:]), HEAD[1]), *rows)
    return rows


def _pointed(rows: Rows) -> Rows | None:
    """The words of a head, each with its points in the row below, which may begin with their name.

    Numbers of one row alone may be anything where there are only two.
    """
    if len(rows) != _MOST or any(map(_POINTS.search, rows[0])):
        return None
    named = not is_worth(rows[1][0])
    if named and not _POINTS.search(rows[1][0]):
        return None
    pairs = tuple(zip(rows[0][named:], rows[1][named:], strict=True))
    if not named and (len(pairs) <= _FEWEST or any(is_worth(one) for one, _ in pairs)):
        return None
    return pairs if len(pairs) >= _FEWEST and all(is_worth(one) for _, one in pairs) else None


def _across(rows: Rows) -> Rows | None:
    """The options of one row of which each cell ends with points.

    A first cell without any says what all are of.
    """
    if not 0 < len(rows) <= _MOST:
        return None
    head, row = (rows[0], rows[-1]) if len(rows) > 1 else ([""] * len(rows[0]), rows[0])
    ended = [_ENDED.fullmatch(" ".join(cell.split())) for cell in row]
    if any(ended):
        return _options(ended, head, row, above=True)
    return _options([_ENDED.fullmatch(" ".join(cell.split())) for cell in head], row, head)


def _options(
    ended: Sequence[re.Match[str] | None],
    others: Sequence[str],
    own: Sequence[str],
    *,
    above: bool = False,
) -> Rows | None:
    """The cells that end with points, with the other words of their column ``above`` or below."""
    found = [at for at, match in enumerate(ended) if match is not None]
    silent = [at for at, match in enumerate(ended) if match is None and (own[at] or others[at])]
    if len(found) < _FEWEST or silent not in ([], [0]):
        return None
    if any(_POINTS.search(others[at]) for at in found):
        return None
    # One cell over all of them is their title.
    more = others if sum(map(bool, others)) >= _FEWEST else [""] * len(others)
    options = []
    for at in found:
        match = ended[at]
        if match is not None:
            words = (more[at], match["text"]) if above else (match["text"], more[at])
            worth = "-".join(filter(None, (match["low"], match["high"])))
            options.append((" ".join(filter(None, words)), worth))
    return options if all(text for text, _ in options) else None


def _is_points(cell: str) -> bool:
    return is_worth(cell) and (_YEAR.fullmatch(cell.strip()) is None)


_FEWEST, _MOST = 2, 2
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_POINTS = re.compile(r"分|^\s*每")
_ENDED = re.compile(
    rf"(?P<text>.*?)(?<![\s，,；;：:、])[\s，,；;：:、]*+[（(]?\s*[得计]?(?<![0-9.])(?P<low>{NUMBER})"
    rf"(?:\s*分?\s*[-—–~～至]{{1,2}}\s*(?P<high>{NUMBER}))?\s*分\s*[)）]?[；;。]?"
)
