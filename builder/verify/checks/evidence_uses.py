"""Evidence that is entered twice, serves more indicators than it may, or lies on no page."""

from collections import Counter
from collections.abc import Iterator

from builder.findings.finding import Finding
from builder.kit.kit_plan import EvidenceRowPlan, KitPlan
from builder.kit.status import OPEN_EVIDENCE
from builder.model.compared_text import folded
from builder.verify.evidence_pages import pages_beyond
from builder.verify.held import Held, written_evidence
from builder.verify.quoting import shown


def check_evidence_uses(held: Held[KitPlan]) -> Iterator[Finding]:
    """Rows said twice, pieces over the office's limit of indicators, pages beyond the report."""
    terms = held.plan.terms
    yield from _said_twice(held)
    if terms is not None and terms.indicators is not None:
        yield from _used_too_often(held, terms.indicators)
    if terms is not None and terms.report_pages is not None:
        yield from _beyond(held, terms.report_pages)


def _beyond(held: Held[KitPlan], pages: int) -> Iterator[Finding]:
    """Every piece of evidence that names a page which a report of ``pages`` pages does not have."""
    for row in held.plan.evidence:
        value = held.shown(row.page)
        beyond = pages_beyond(value, pages)
        if beyond:
            yield held.finding(
                "QA731",
                row.page,
                expected=str(pages),
                actual=value,
                number=row.number,
                page=beyond[0],
            )


def _said_twice(held: Held[KitPlan]) -> Iterator[Finding]:
    first: dict[tuple[str, ...], str] = {}
    # What proves nothing is told as that, however often it stands there.
    written = [row for row in written_evidence(held) if held.value(row.status) not in OPEN_EVIDENCE]
    # Most differ in their names already.
    names = [folded(held.shown(row.name)) for row in written]
    often = Counter(names)
    for row in (one for one, name in zip(written, names, strict=True) if often[name] > 1):
        words = tuple(folded(held.shown(cell)) for cell in row.inputs)
        number = first.setdefault(words, row.number)
        if number != row.number:
            actual = held.shown(row.name)
            yield held.finding("QA705", row.name, expected=number, actual=actual, number=row.number)


def _used_too_often(held: Held[KitPlan], most: int) -> Iterator[Finding]:
    """One finding for each piece, at the row that goes beyond the limit first."""
    uses: dict[tuple[str, ...], list[str]] = {}
    told: set[tuple[str, ...]] = set()
    for row in written_evidence(held):
        piece = _piece(held, row)
        proved = uses.setdefault(piece, [])
        named = (folded(held.shown(cell)) for cell in row.indicators)
        given = (value for value in named if value and value != folded(shown(None)))
        proved += (label for label in given if label not in proved)
        if len(proved) > most and piece not in told:
            told.add(piece)
            yield held.finding(
                "QA706",
                row.indicator,
                expected=str(most),
                actual=held.shown(row.name),
                number=row.number,
                count=str(_uses(held, piece)),
            )


def _uses(held: Held[KitPlan], piece: tuple[str, ...]) -> int:
    """How many indicators a piece serves over all rows."""
    named = {
        folded(str(value))
        for row in written_evidence(held)
        if _piece(held, row) == piece
        for value in map(held.value, row.indicators)
        if value
    }
    return len(named)


def _piece(held: Held[KitPlan], row: EvidenceRowPlan) -> tuple[str, ...]:
    """What makes two rows one piece of evidence: its file, else name, issuer and day."""
    file = held.value(row.file)
    if file:
        return (folded(str(file)),)
    cells = (row.name, row.issuer, row.issued)
    return tuple(folded(held.shown(cell)) for cell in cells)
