"""Every problem met while one scheme file is read, kept until the end."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from builder.findings.finding import Finding, Place
from builder.load.edits import Edit
from builder.load.key_names import ATTRIBUTES, KEYS
from builder.model.official import Position


@dataclass(kw_only=True)
class Problems:
    """The findings of one file so far.

    ``sound`` turns false with the first problem that leaves the tree of indicators untrustworthy,
    so that sums are not blamed for what was only misread. ``edits`` are what a person would have
    to write, where that is certain; ``chinese`` is whether the file calls its keys in Chinese.
    """

    path: str
    found: list[Finding] = field(default_factory=list)
    sound: bool = True
    edits: list[Edit] = field(default_factory=list)
    chinese: bool = False

    def position(self, line: int, column: int = 1) -> Position:
        """A place in this file as the model keeps it."""
        return Position(path=self.path, line=line, column=column)

    def add(self, code: str, where: Position, **details: str) -> None:
        """Keep one finding."""
        self.found.append(finding_at(code, where, **details))

    def add_fatal(self, code: str, where: Position, **details: str) -> None:
        """Keep one finding after which the tree cannot be trusted."""
        self.sound = False
        self.add(code, where, **details)

    def called(self, key: str) -> str:
        """A key as this file would write it."""
        return KEYS.get(key, key) if self.chinese else key

    def suggest(self, where: Position, old: str, new: str) -> None:
        """Keep what is certainly meant by some characters."""
        self.edits.append(Edit(line=where.line, column=where.column, old=old, new=new))

    @property
    def sorted(self) -> tuple[Finding, ...]:
        """The findings from the top of the file to its end, each once.

        Of a line with a hidden character only that is told: whatever else seems wrong with it may
        come from there.
        """
        hidden = {one.place.line for one in self.found if one.code == _HIDDEN}
        unique = {
            (one.place.line, one.place.column, one.code, one.message): one
            for one in self.found
            if one.code == _HIDDEN or one.place.line not in hidden
        }
        found = tuple(unique[key] for key in sorted(unique))
        return in_chinese(found) if self.chinese else found


def in_chinese(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """The same findings about a file that writes its keys in Chinese."""
    return tuple(replace(one, spelt=_SPELT) for one in found)


def finding_at(
    code: str,
    where: Position,
    *,
    expected: str = "",
    actual: str = "",
    indicator: str = "",
    **details: str,
) -> Finding:
    """A finding at a place of a scheme file; long quotations are shortened for the reader."""
    return Finding.at(
        code,
        Place(path=where.path, line=where.line, column=where.column, indicator=indicator),
        expected=expected,
        actual=_shortened(actual),
        **details,
    )


def _shortened(quotation: str) -> str:
    return quotation if len(quotation) <= _QUOTED else f"{quotation[:_QUOTED]}…"


_SPELT = {**ATTRIBUTES, **KEYS}
_QUOTED = 60
_HIDDEN = "QA107"
