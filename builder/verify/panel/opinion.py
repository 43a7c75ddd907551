"""What a reviewer said, taken from a verified review workbook."""

from builder.book.naming import indicator_name
from builder.findings.finding import Finding
from builder.formula.address import cell_address
from builder.frozen import frozen
from builder.kit.kit_plan import ScoredPlan
from builder.model.panel.task import Opinion, Seat
from builder.model.verdict import Verdict
from builder.panel.input_names import OVERALL, RECUSAL, RECUSED, SIGNED
from builder.verify.held import Held
from builder.verify.panel.altered import alterations
from builder.verify.panel.answered import open_answers
from builder.verify.panel.signature import signature


@frozen
class ReadOpinion:
    """An opinion, and what keeps it from being used as it is.

    ``signature`` is empty without a statement or a name; one that is not ``touched`` is as it was
    handed out; ``unusable`` are answers off their scale.
    """

    opinion: Opinion
    recused: bool
    signature: str
    touched: bool
    unfinished: tuple[str, ...]
    unusable: tuple[Finding, ...]
    altered: tuple[str, ...]


def read_opinion(
    held: Held[ScoredPlan],
    verdict: Verdict,
    seat: Seat,
    digest: str,
) -> ReadOpinion:
    """The opinion in a workbook that was held against the plan of its seat."""
    plan = held.plan
    points = {} if verdict.score is None else dict(verdict.score.by_indicator)
    opinion = Opinion(
        reviewer=seat.reviewer,
        applicant=seat.applicant,
        file=verdict.path,
        digest=digest,
        points={leaf.code: points[leaf.code] for leaf in plan.leaves if leaf.code in points},
        cells={
            leaf.code: f"{leaf.score.sheet}!{cell_address(leaf.score.row, leaf.score.column)}"
            for leaf in plan.leaves
        },
        strengths=_words(held, "strengths"),
        improvements=_words(held, "improvements"),
        questions=_words(held, "questions"),
        overall=held.typed(OVERALL),
    )
    open_ = open_answers(verdict)
    return ReadOpinion(
        opinion=opinion,
        recused=held.chosen(RECUSAL) == RECUSED,
        signature=signature(held, SIGNED) if held.typed(RECUSAL) else "",
        touched=bool(held.filled),
        unfinished=open_.unfinished,
        unusable=open_.unusable,
        altered=tuple(one.message for one in alterations(verdict)),
    )


def _words(held: Held[ScoredPlan], kind: str) -> dict[str, str]:
    found = {
        item.indicator: held.typed(item.name)
        for item in held.plan.inputs
        if item.indicator and item.name == indicator_name(kind, item.indicator)
    }
    return {code: text for code, text in found.items() if text}
