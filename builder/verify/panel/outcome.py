"""What a panel agreed on, taken from a returned consensus workbook."""

from collections.abc import Iterator
from decimal import Decimal

from builder.findings.finding import Finding, Place
from builder.formula.coercion import as_text
from builder.formula.expression import Cell
from builder.formula.value import ErrorValue, Value
from builder.model.panel.record import Outcome, PartOutcome
from builder.model.panel.returned import PanelWorkbook
from builder.model.returned import ReturnedCell
from builder.model.verdict import Verdict
from builder.plan.consensus.columns import ConsensusColumns
from builder.plan.consensus.rows import NO_SITE, UNREASONED, UNUSABLE
from builder.plan.evaluation import Evaluation
from builder.plan.naming import indicator_name
from builder.plan.review.names import CONSENSUS_DATE, CONSENSUS_LEADER
from builder.plan.workbook import WorkbookPlan
from builder.verify.alignment import align
from builder.verify.answers import read_inputs
from builder.verify.panel.altered import alterations
from builder.verify.pristine import Pristine


def read_outcome(
    pristine: Pristine,
    returned: PanelWorkbook,
    verdict: Verdict,
    columns: ConsensusColumns,
    company: str,
    called: str,
    *,
    flagged: bool,
) -> tuple[Outcome | None, tuple[Finding, ...]]:
    """The outcome, ``None`` where the file cannot stand, and everything that is amiss.

    ``called`` is what people call the company.
    """
    plan = pristine.plan
    filled = read_inputs(pristine, align(pristine, returned.workbook))
    exact = Evaluation(pristine.contents, {name: cell.value for name, cell in filled.items()})
    amiss = tuple(_amiss(plan, exact, filled, verdict, called))
    if amiss:
        return None, amiss
    codes = [leaf.code for leaf in plan.leaves]
    return (
        Outcome(
            company=company,
            kit=f"{plan.award}　{plan.identity.choice}".strip(),
            file=returned.name,
            digest=returned.digest,
            leader=_text(filled, CONSENSUS_LEADER),
            signed_on=_text(filled, CONSENSUS_DATE),
            agreed=_numbers(filled, codes, "agreed"),
            reasons={
                code: said
                for code in codes
                if (said := _text(filled, indicator_name("reason", code)))
            },
            site=_numbers(filled, codes, "site"),
            joined={
                leaf.code: exact.points(Cell(leaf.score.sheet, leaf.score.row, columns.joined))
                for leaf in plan.leaves
            },
            points={
                **{leaf.code: exact.points(leaf.counted) for leaf in plan.leaves},
                **{group.code: exact.points(group.score) for group in plan.groups},
            },
            parts=tuple(
                PartOutcome(
                    code=part.label.partition(" ")[0],
                    label=part.label,
                    points=part.points,
                    score=exact.points(part.score),
                )
                for part in plan.parts
            ),
            total=exact.points(plan.total),
            stated=plan.stated_total,
            maximum=plan.maximum,
            flagged=flagged,
        ),
        (),
    )


def _amiss(
    plan: WorkbookPlan,
    exact: Evaluation,
    filled: dict[str, ReturnedCell],
    verdict: Verdict,
    called: str,
) -> Iterator[Finding]:
    place = Place(path=verdict.path)
    altered = alterations(verdict)
    for one in altered:
        details = {"company": called}
        yield Finding(code="QA952", place=one.place, actual=one.message, details=details)
    if altered:
        return
    unvisited = [leaf.label for leaf in plan.leaves if exact.value(leaf.status) == NO_SITE]
    if unvisited:
        details = {"company": called, "label": unvisited[0]}
        yield Finding(code="QA961", place=place, actual=str(len(unvisited)), details=details)
    for leaf in plan.leaves:
        state = exact.value(leaf.status)
        details = {"company": called, "label": leaf.label}
        if state == UNREASONED:
            yield Finding(code="QA953", place=place, details=details)
        elif state == UNUSABLE:
            said = as_text(exact.value(leaf.score))
            yield Finding(code="QA955", place=place, actual=said or "现场评审分", details=details)
    if not (_text(filled, CONSENSUS_LEADER) and _text(filled, CONSENSUS_DATE)):
        yield Finding(code="QA954", place=place, details={"company": called})


def _numbers(filled: dict[str, ReturnedCell], codes: list[str], kind: str) -> dict[str, Decimal]:
    values = {code: filled.get(indicator_name(kind, code)) for code in codes}
    return {
        code: cell.value
        for code, cell in values.items()
        if cell is not None and isinstance(cell.value, Decimal)
    }


def _text(filled: dict[str, ReturnedCell], name: str) -> str:
    cell = filled.get(name)
    value: Value = None if cell is None else cell.value
    return "" if isinstance(value, ErrorValue) else as_text(value).strip()
