"""Verdicts as one page that opens offline and can be filtered."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from operator import itemgetter
from pathlib import Path

from builder.findings.finding import Finding
from builder.findings.rule import Severity
from builder.formula.render import shown_number
from builder.model.verdict import Status, Verdict
from builder.show.left_out import LeftOut, grouped
from builder.show.owners import Handed, Owner, handed_in
from builder.show.plain import Json, picked
from builder.show.rendered import rendered
from builder.show.verdicts import closing_line, evidence_line

_GATE = ("code", "wording", "now", "state", "consequence")


def verdicts_page(
    verdicts: Sequence[Verdict],
    left_out: Sequence[Finding] = (),
    others: str = "",
    owners: Sequence[Owner] = (),
) -> str:
    """One self-contained HTML page: the files, their scores, every finding, what was left out.

    ``others`` is said of the files without a verdict in the line that counts the others; the files
    stand under their ``owners``.

    Everything that comes from a file is escaped, and nothing hides in it; the page loads nothing.
    """
    units = handed_in(verdicts, owners)
    whose = {place: number for number, unit in enumerate(units, 1) for place in unit.places}
    findings = [row for place, one in enumerate(verdicts) for row in _findings(whose[place], one)]
    # In the order of the units, whose files may lie apart.
    findings.sort(key=itemgetter("unit"))
    groups = grouped(left_out)
    hints = [one for one in groups if one.first.rule.severity is Severity.HINT]
    return rendered(
        "verdicts.html",
        closing=closing_line(verdicts, others),
        counts=[*_counts(verdicts)],
        units=[_unit(number, unit, verdicts) for number, unit in enumerate(units, start=1)],
        findings=findings,
        left_out=[_left_out(one) for one in groups if one not in hints],
        folded=[_left_out(one) for one in hints],
        others=sum(one.count for one in hints),
        concluded=any(verdict.conclusion for verdict in verdicts),
        proved=any(verdict.evidence for verdict in verdicts),
        indicators=sorted({str(row["indicator"]) for row in findings} - {""}, key=_in_order),
        severities=[{"kind": one.value, "word": one.label} for one in Severity],
    )


def _in_order(code: str) -> list[tuple[int, str]]:
    """A key that puts 4.10 after 4.2."""
    return [(len(part), part) for part in code.split(".")]


def _counts(verdicts: Sequence[Verdict]) -> Iterator[dict[str, Json]]:
    for status in Status:
        number = sum(verdict.status is status for verdict in verdicts)
        yield {"number": number, "kind": status.value, "word": status.label}


def _unit(number: int, unit: Handed, verdicts: Sequence[Verdict]) -> dict[str, Json]:
    own = [verdicts[place] for place in unit.places]
    return {
        "number": number,
        "name": unit.name,
        "files": [_file(one) for one in own],
        "found": any(one.findings for one in own),
    }


def _file(verdict: Verdict) -> dict[str, Json]:
    score = verdict.score
    by_severity = [
        sum(finding.rule.severity is severity for finding in verdict.findings)
        for severity in Severity
    ]
    return {
        "status": verdict.status.value,
        "word": verdict.status.label,
        "path": verdict.path,
        "award": verdict.called or "—",
        "score": "—" if score is None else _points(score.total, score.maximum),
        "conclusion": _conclusion(verdict),
        "evidence": evidence_line(verdict) if verdict.evidence else "—",
        "numbers": list[Json](by_severity),
    }


def _conclusion(verdict: Verdict) -> dict[str, Json] | None:
    """The level and every gate, ``None`` where the notice names neither."""
    if verdict.conclusion is None:
        return None
    return {
        "level": verdict.conclusion.level or "—",
        "gates": [picked(gate, *_GATE) for gate in verdict.conclusion.gates],
    }


def _left_out(group: LeftOut) -> dict[str, Json]:
    finding = group.first
    return {
        "paths": list[Json](group.places),
        "kind": finding.rule.severity.value,
        "word": finding.rule.severity.label,
        "code": finding.code,
        "message": finding.message,
        "fix": finding.fix,
    }


def _points(*numbers: Decimal) -> str:
    return " / ".join(shown_number(number) for number in numbers)


def _findings(unit: int, verdict: Verdict) -> Iterator[dict[str, Json]]:
    for finding in verdict.findings:
        yield {
            "unit": unit,
            "name": verdict.applicant,
            "file": Path(verdict.path).name,
            "kind": finding.rule.severity.value,
            "word": finding.rule.severity.label,
            "code": finding.code,
            "indicator": finding.place.indicator,
            "place": finding.place.within(),
            "message": finding.message,
            "fix": finding.fix,
        }
