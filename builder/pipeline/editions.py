"""Two scheme files held against each other."""

from collections.abc import Iterator

from builder.editions.comparison import Comparison, compare
from builder.findings.finding import Finding
from builder.frozen import frozen
from builder.kit.applicant_fields import fields_of
from builder.kit.planning import NO_OFFICE
from builder.letters.changes import side
from builder.load.library import called
from builder.pipeline.kits_of_scheme import open_scheme


@frozen
class ComparedSchemes:
    """What changed, ``None`` where a scheme cannot be used, and every finding."""

    comparison: Comparison | None
    findings: tuple[Finding, ...]


def compare_schemes(old: str, new: str) -> ComparedSchemes:
    """The comparison of two schemes, each named by its id or its file."""
    before, after = open_scheme(old), open_scheme(new)
    findings = (*before.findings, *(one for one in after.findings if one not in before.findings))
    if before.scheme is None or after.scheme is None:
        return ComparedSchemes(comparison=None, findings=findings)
    asked = (fields_of(before.scheme, NO_OFFICE), fields_of(after.scheme, NO_OFFICE))
    comparison = compare(before.scheme, after.scheme, asked)
    return ComparedSchemes(comparison=comparison, findings=(*findings, *_hints(comparison)))


def _hints(comparison: Comparison) -> Iterator[Finding]:
    old, new = comparison.old, comparison.new
    if old.id != new.id:
        yield Finding.at("QA1231", called(new.position.path), expected=old.id, actual=new.id)
    for match in comparison.doubtful:
        yield Finding.at(
            "QA1230",
            new.position.path,
            old=f"原“{_line(side(match.old, old))}”",
            new=f"新“{_line(side(match.new, new))}”",
            reason=match.doubt,
        )


def _line(text: str) -> str:
    return "”“".join(text.split("\n"))
