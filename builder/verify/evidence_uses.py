"""Evidence that is entered twice, serves more indicators than it may, or lies on no page."""

from collections.abc import Iterator

from builder.findings.finding import Finding
from builder.model.compared_text import folded
from builder.plan.evaluation import Evaluation
from builder.plan.workbook import EvidenceRowPlan, WorkbookPlan
from builder.verify.alignment import Alignment
from builder.verify.evidence_pages import pages_beyond
from builder.verify.structure import place_of, shown


def check_evidence_uses(
    plan: WorkbookPlan, alignment: Alignment, evaluation: Evaluation, path: str
) -> Iterator[Finding]:
    """Rows said twice, pieces over the office's limit of indicators, pages beyond the report."""
    written = [row for row in plan.evidence if evaluation.value(row.status) != ""]
    yield from _said_twice(written, alignment, evaluation, path)
    if plan.terms is not None and plan.terms.indicators is not None:
        yield from _used_too_often(written, plan.terms.indicators, alignment, evaluation, path)
    if plan.terms is not None and plan.terms.report_pages is not None:
        yield from check_pages(plan, plan.terms.report_pages, alignment, evaluation, path)


def check_pages(
    plan: WorkbookPlan, pages: int, alignment: Alignment, evaluation: Evaluation, path: str
) -> Iterator[Finding]:
    """Every piece of evidence that names a page which a report of ``pages`` pages does not have."""
    for row in plan.evidence:
        value = shown(evaluation.value(row.page))
        beyond = pages_beyond(value, pages)
        if beyond:
            yield Finding(
                code="QA731",
                place=place_of(alignment, row.page, path),
                expected=str(pages),
                actual=value,
                details={"number": row.number, "page": beyond[0]},
            )


def _said_twice(
    rows: list[EvidenceRowPlan], alignment: Alignment, evaluation: Evaluation, path: str
) -> Iterator[Finding]:
    first: dict[tuple[str, ...], str] = {}
    for row in rows:
        words = tuple(folded(shown(evaluation.value(cell))) for cell in row.inputs)
        number = first.setdefault(words, row.number)
        if number != row.number:
            yield Finding(
                code="QA705",
                place=place_of(alignment, row.name, path),
                expected=number,
                actual=shown(evaluation.value(row.name)),
                details={"number": row.number},
            )


def _used_too_often(
    rows: list[EvidenceRowPlan],
    most: int,
    alignment: Alignment,
    evaluation: Evaluation,
    path: str,
) -> Iterator[Finding]:
    """One finding for each piece, at the row that goes beyond the limit first."""
    uses: dict[tuple[str, ...], list[str]] = {}
    told: set[tuple[str, ...]] = set()
    for row in rows:
        piece = _piece(row, evaluation)
        proved = uses.setdefault(piece, [])
        named = (folded(shown(evaluation.value(cell))) for cell in row.indicators)
        given = (value for value in named if value and value != folded(shown(None)))
        proved += (label for label in given if label not in proved)
        if len(proved) > most and piece not in told:
            told.add(piece)
            yield Finding(
                code="QA706",
                place=place_of(alignment, row.indicator, path),
                expected=str(most),
                actual=shown(evaluation.value(row.name)),
                details={"number": row.number, "count": str(_uses(rows, piece, evaluation))},
            )


def _uses(rows: list[EvidenceRowPlan], piece: tuple[str, ...], evaluation: Evaluation) -> int:
    """How many indicators a piece serves over all rows."""
    named = {
        folded(str(value))
        for row in rows
        if _piece(row, evaluation) == piece
        for value in map(evaluation.value, row.indicators)
        if value
    }
    return len(named)


def _piece(row: EvidenceRowPlan, evaluation: Evaluation) -> tuple[str, ...]:
    """What makes two rows one piece of evidence: its file, else name, issuer and day."""
    file = evaluation.value(row.file)
    if file:
        return (folded(str(file)),)
    cells = (row.name, row.issuer, row.issued)
    return tuple(folded(shown(evaluation.value(cell))) for cell in cells)
