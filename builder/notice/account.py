"""Where every character of a notice went; what is said to be used is looked for in the draft."""

import re
import unicodedata
from collections.abc import Mapping

from builder.frozen import frozen
from builder.notice.fate import Fate, Told
from builder.notice.lines import Line, Notice
from builder.notice.recognise.amounts import led, split_points
from builder.notice.recognise.grid_rows import APART
from builder.notice.recognise.labels import labelled
from builder.notice.recognise.ordered import Recognised
from builder.notice.recognise.weights import split_printed

_UNUSED = Told(fate=Fate.UNUSED, reason="没有认出这一行是什么")
_LOST = "认出来了，却没有写进草稿"
_MARKS = re.compile(r"\\|<br>|^[-•●]")
# Where a person says what points are printed in an odd way, the draft has only what was said.
_POINTS = ("的分值", "的权重")
_FOR_HEAD = ("总分", "版次", "出处", "版次和出处", "标题")


@frozen
class Account:
    """Every line of the notice with what became of it and the line of the draft it stands in.

    ``places`` count the lines of the draft from 1.
    """

    lines: tuple[tuple[Line, Told], ...]
    places: Mapping[int, int]

    def characters(self, fate: Fate) -> int:
        """How many characters came to that end."""
        return sum(len(_bare(line.text)) for line, told in self.lines if told.fate is fate)

    @property
    def all_characters(self) -> int:
        """How many characters the notice has, white space left aside."""
        return sum(len(_bare(line.text)) for line, _ in self.lines)


def account_of(notice: Notice, found: Recognised, text: str) -> Account:
    """The account; a line that the draft does not hold is unused whatever is said of it."""
    drafted = _Drafted(text)
    lines: list[tuple[Line, Told]] = []
    places: dict[int, int] = {}
    for line in notice.lines:
        told = found.told.get(line.id, _UNUSED)
        if told.fate in (Fate.USED, Fate.GUESSED) and told.became not in _FOR_HEAD:
            # A number stands in many places; what it belongs to says where it went.
            words = "|".join(line.cells) or line.text
            place = 0 if _is_amount(words) else drafted.place(words)
            if place:
                places[line.id] = place
            elif not _is_amount(line.text) and not told.became.endswith(_POINTS):
                told = Told(fate=Fate.UNUSED, became=told.became, reason=_LOST)
        lines.append((line, told))
    return Account(lines=tuple(lines), places=places)


class _Drafted:
    """The lines of a draft, looked through from where the last one was found."""

    def __init__(self, text: str) -> None:
        self._at = 0
        self._lines = [_bare(line) for line in text.split("\n")]

    def place(self, text: str) -> int:
        """The line that holds the text, counted from 1; 0 where none does."""
        pieces = led(text) or tuple(APART.split(text))
        if len(pieces) > 1 and not self._holds(text):
            found = [self.place(piece) for piece in pieces]
            return found[0] if all(found) else 0
        for words in _forms(text):
            if not words:
                continue
            order: tuple[int, ...] = (*range(self._at, len(self._lines)), *range(self._at))
            for at in order:
                if words in self._lines[at]:
                    self._at = at
                    return at + 1
        return 0

    def _holds(self, text: str) -> bool:
        return any(_bare(text) in line for line in self._lines)


def _forms(text: str) -> tuple[str, ...]:
    """The text as it may stand in the draft: whole, without points and weight, without number."""
    whole = split_points(split_printed(text.rstrip("。：:"))[0])[0]
    rest = labelled(whole).rest
    return _bare(text), _bare(whole), _bare(rest)


def _bare(text: str) -> str:
    wide = unicodedata.normalize("NFKC", text)
    return "".join(_MARKS.sub("", wide).split())


def _is_amount(text: str) -> bool:
    """Whether a line holds only a number or points, which the draft writes in its own way."""
    return re.fullmatch(r"[（(]?[\d.]+(?:分)?[)）]?[.、．]?", _bare(text)) is not None
