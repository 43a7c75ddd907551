"""Places that acknowledgements, corrections and remarks speak of."""

from collections.abc import Iterator

from builder.findings.finding import Finding
from builder.load.problems import finding_at
from builder.model.nearest import did_you_mean
from builder.model.official import Position
from builder.model.points import TOTAL
from builder.model.scheme import Scheme


def check_places(scheme: Scheme) -> Iterator[Finding]:
    """Every ``where`` names an indicator or the total; a remark also a condition or a section."""
    nodes = {node.code for node in scheme.walk} | {TOTAL}
    everything = (
        nodes
        | {condition.code for condition in (*scheme.eligibility, *scheme.vetoes)}
        | {section.title for section in scheme.sections}
    )
    for discrepancy in scheme.discrepancies:
        yield from unknown_place(discrepancy.where, discrepancy.position, nodes)
    for correction in scheme.corrections:
        yield from unknown_place(correction.where, correction.position, nodes)
    for terms in scheme.by_choice:
        for share in terms.weights:
            yield from unknown_place(share.indicator, share.position, nodes - {TOTAL})
    for remark in scheme.remarks:
        yield from unknown_place(remark.where, remark.position, everything)


def unknown_place(where: str, position: Position, known: set[str]) -> Iterator[Finding]:
    """A finding where a name is not among the known ones."""
    if where not in known:
        hint = did_you_mean(where, sorted(known))
        total = "；指总分时写 total（总分）" if TOTAL in known else ""
        yield finding_at("QA155", position, actual=where, hint=hint, total=total)


def check_repeats(scheme: Scheme) -> Iterator[Finding]:
    """One correction a place, and no contradiction acknowledged twice."""
    seen: dict[tuple[object, ...], int] = {}
    keyed: list[tuple[tuple[object, ...], str, Position]] = [
        (("correction", one.where), one.where, one.position) for one in scheme.corrections
    ]
    keyed += [
        (("discrepancy", one.where, one.stated, one.actual), one.where, one.position)
        for one in scheme.discrepancies
    ]
    for key, where, position in keyed:
        if key in seen:
            yield finding_at("QA162", position, actual=where, expected=str(seen[key]))
        seen.setdefault(key, position.line)
