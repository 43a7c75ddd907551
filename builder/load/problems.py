"""Every problem met while one scheme file is read, kept until the end."""

from dataclasses import dataclass, field

from builder.findings.finding import Finding, Place
from builder.model.official import Position


@dataclass(kw_only=True)
class Problems:
    """The findings of one file so far.

    ``sound`` turns false with the first problem that leaves the tree of indicators untrustworthy,
    so that sums are not blamed for what was only misread.
    """

    path: str
    found: list[Finding] = field(default_factory=list)
    sound: bool = True

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

    @property
    def sorted(self) -> tuple[Finding, ...]:
        """The findings from the top of the file to its end, each once."""
        unique = {
            (one.place.line, one.place.column, one.code, one.message): one for one in self.found
        }
        return tuple(unique[key] for key in sorted(unique))


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


_QUOTED = 60
