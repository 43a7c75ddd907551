"""What a panel agreed on, taken from a returned consensus workbook."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from builder.book.naming import indicator_name
from builder.findings.finding import Finding, Place
from builder.formula.expression import Cell
from builder.kit.kit_plan import ScoredPlan
from builder.model.days import as_day
from builder.model.panel.record import Outcome, PartOutcome
from builder.model.verdict import Verdict
from builder.panel.consensus.columns import ConsensusColumns
from builder.panel.consensus.rows import NO_SITE, REOPENED, TALK, UNREASONED, UNUSABLE
from builder.panel.input_names import (
    CONSENSUS_AGAIN,
    CONSENSUS_AGAIN_DATE,
    CONSENSUS_DATE,
    CONSENSUS_LEADER,
    CONSENSUS_OVERALL,
)
from builder.verify.held import Held
from builder.verify.panel.altered import alterations
from builder.verify.panel.signature import signature
from builder.verify.quoting import words


def read_outcome(
    held: Held[ScoredPlan],
    verdict: Verdict,
    digest: str,
    columns: ConsensusColumns,
    applicant: str,
    called: str,
    *,
    flagged: bool,
    gated: bool = False,
    visited: Mapping[str, Cell] | None = None,
) -> tuple[Outcome | None, tuple[Finding, ...]]:
    """The outcome, ``None`` where the file cannot stand, and everything that is amiss.

    ``called`` is what people call the applicant; ``gated`` is whether not everybody is visited, so
    that nobody can tell here whose score of the site is missing; ``visited`` are the cells of what
    the examiners' points of the site come to, which count where the panel typed nothing else.
    """
    plan, exact = held.plan, held.exact
    leader, day = _signature(held)
    amiss = tuple(_amiss(held, verdict, called, gated=gated))
    if amiss:
        return None, amiss
    codes = [leaf.code for leaf in plan.leaves]
    agreed, site = settled(held, visited or {})
    return (
        Outcome(
            applicant=applicant,
            kit=f"{plan.award}　{plan.identity.choice}".strip(),
            file=held.path,
            digest=digest,
            leader=held.typed(leader),
            signed_on=_day(held, day),
            agreed=agreed,
            reasons={
                code: said for code in codes if (said := held.typed(indicator_name("reason", code)))
            },
            site=site,
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
            overall=held.typed(CONSENSUS_OVERALL),
            strengths=_words(held, "merged_strengths"),
            improvements=_words(held, "merged_improvements"),
        ),
        (),
    )


def settled(
    held: Held[ScoredPlan], visited: Mapping[str, Cell]
) -> tuple[dict[str, Decimal], dict[str, Decimal]]:
    """What the panel agreed on in place of what was joined, and the points of the site."""
    codes = [leaf.code for leaf in held.plan.leaves]
    found = {code: held.exact.points(cell) for code, cell in visited.items()}
    return _numbers(held, codes, "agreed"), found | _numbers(held, codes, "site")


def _words(held: Held[ScoredPlan], kind: str) -> dict[str, str]:
    """The panel's words of one kind, by indicator."""
    asked = (item for item in held.inputs if item.indicator)
    return {
        item.indicator: said
        for item in asked
        if item.name == indicator_name(kind, item.indicator) and (said := held.typed(item.name))
    }


def _amiss(
    held: Held[ScoredPlan], verdict: Verdict, called: str, *, gated: bool
) -> Iterator[Finding]:
    place = Place(path=verdict.path)
    altered = alterations(verdict)
    for one in altered:
        details = {"applicant": called}
        yield Finding(code="QA952", place=one.place, actual=one.message, details=details)
    if altered:
        return
    leaves = held.plan.leaves
    unvisited = [leaf.label for leaf in leaves if held.value(leaf.status) == NO_SITE]
    if unvisited and not gated:
        details = {"applicant": called, "label": unvisited[0]}
        yield Finding(code="QA961", place=place, actual=str(len(unvisited)), details=details)
    unsettled = [leaf.label for leaf in leaves if held.value(leaf.status) == TALK]
    if unsettled:
        details = {"applicant": called, "label": unsettled[0]}
        yield Finding(code="QA1110", place=place, actual=str(len(unsettled)), details=details)
    for leaf in leaves:
        state = held.value(leaf.status)
        details = {"applicant": called, "label": leaf.label}
        if state == UNREASONED:
            yield Finding(code="QA953", place=place, details=details)
        elif state == REOPENED:
            yield Finding(code="QA971", place=place, details=details)
        elif state == UNUSABLE:
            said = held.said(leaf.score)
            yield Finding(code="QA955", place=place, actual=said or "现场评审分", details=details)
    leader, day = _signature(held)
    if not (signature(held, leader) and held.typed(day)):
        yield Finding(code="QA954", place=place, details={"applicant": called})


def _signature(held: Held[ScoredPlan]) -> tuple[str, str]:
    """The inputs that the leader signs in: again, where something had to be agreed on again."""
    if any(item.name == CONSENSUS_AGAIN for item in held.plan.inputs):
        return CONSENSUS_AGAIN, CONSENSUS_AGAIN_DATE
    return CONSENSUS_LEADER, CONSENSUS_DATE


def _numbers(held: Held[ScoredPlan], codes: list[str], kind: str) -> dict[str, Decimal]:
    """The numbers typed in inputs of one kind, those typed as text for what they mean."""
    cells = {item.name: item.cell for item in held.plan.inputs}
    typed = {code: indicator_name(kind, code) for code in codes}
    values = {code: held.value(cells[name]) for code, name in typed.items() if name in held.filled}
    return {code: value for code, value in values.items() if isinstance(value, Decimal)}


def _day(held: Held[ScoredPlan], name: str) -> str:
    """The day typed in an input, which a spreadsheet may keep as a number."""
    cell = held.filled.get(name)
    return "" if cell is None else words(as_day(cell.value))
