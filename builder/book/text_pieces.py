"""A text too long for one row, cut into pieces that each fit into one; nothing is left out."""

from collections.abc import Iterator

from builder.book.text_height import MOST_LINES, text_lines

# Where a reader can pause: the last of these before a piece is full.
_ENDS = ("。！？；", "，、：…）」”", " ")


def pieces(text: str, width: float) -> tuple[str, ...]:
    """The text in as many pieces as rows of a column of this width need, one at least.

    It is cut between lines where that is enough, else behind a mark that ends a sentence.
    """
    if text_lines(text, width) <= MOST_LINES:
        return (text,)
    found: list[str] = []
    room = False
    for line in text.split("\n"):
        if room and text_lines(f"{found[-1]}\n{line}", width) <= MOST_LINES:
            found[-1] = f"{found[-1]}\n{line}"
        else:
            found += _parts(line, width)
        room = True
    return tuple(found)


def _parts(line: str, width: float) -> Iterator[str]:
    """One line in pieces that fit."""
    while text_lines(line, width) > MOST_LINES:
        end = _fullest(line, width)
        for marks in _ENDS:
            behind = max(line.rfind(mark, end // 2, end) for mark in marks) + 1
            if behind:
                end = behind
                break
        yield line[:end]
        line = line[end:]
    yield line


def _fullest(line: str, width: float) -> int:
    """How many characters of a line fit into one piece, one at least."""
    low, high = 1, len(line)
    while low < high:
        middle = (low + high + 1) // 2
        if text_lines(line[:middle], width) <= MOST_LINES:
            low = middle
        else:
            high = middle - 1
    return low
