"""What a reviewer said, taken from a verified review workbook."""

from dataclasses import dataclass

from builder.formula.address import cell_address
from builder.model.panel.task import Opinion, Seat
from builder.model.returned import ReturnedWorkbook
from builder.model.verdict import Verdict
from builder.plan.naming import indicator_name
from builder.plan.review.names import OVERALL, RECUSAL, RECUSED, SIGNED
from builder.plan.workbook import WorkbookPlan
from builder.verify.alignment import align
from builder.verify.answers import read_inputs
from builder.verify.filled import words
from builder.verify.panel.altered import alterations
from builder.verify.pristine import Pristine

# What a reviewer has not finished, as opposed to what somebody changed.
_UNFINISHED = ("QA501", "QA502", "QA503", "QA504", "QA507", "QA508", "QA510")


@dataclass(frozen=True, kw_only=True)
class ReadOpinion:
    """An opinion, and what keeps it from being used as it is."""

    opinion: Opinion
    recused: bool
    signed: bool
    unfinished: tuple[str, ...]
    altered: tuple[str, ...]


def read_opinion(
    pristine: Pristine,
    workbook: ReturnedWorkbook,
    verdict: Verdict,
    seat: Seat,
    digest: str,
) -> ReadOpinion:
    """The opinion in a workbook that was held against the plan of its seat."""
    plan = pristine.plan
    filled = read_inputs(pristine, align(pristine, workbook))
    said = {name: words(cell.value) for name, cell in filled.items()}
    points = {} if verdict.score is None else dict(verdict.score.by_indicator)
    opinion = Opinion(
        reviewer=seat.reviewer,
        company=seat.company,
        file=verdict.path,
        digest=digest,
        points={leaf.code: points[leaf.code] for leaf in plan.leaves if leaf.code in points},
        cells={
            leaf.code: f"{leaf.score.sheet}!{cell_address(leaf.score.row, leaf.score.column)}"
            for leaf in plan.leaves
        },
        strengths=_words(plan, said, "strengths"),
        improvements=_words(plan, said, "improvements"),
        questions=_words(plan, said, "questions"),
        overall=said.get(OVERALL, ""),
    )
    return ReadOpinion(
        opinion=opinion,
        recused=said.get(RECUSAL) == RECUSED,
        signed=bool(said.get(RECUSAL) and said.get(SIGNED)),
        unfinished=tuple(
            one.details.get("label", "") for one in verdict.findings if one.code in _UNFINISHED
        ),
        altered=tuple(one.message for one in alterations(verdict)),
    )


def _words(plan: WorkbookPlan, said: dict[str, str], kind: str) -> dict[str, str]:
    found = {
        item.indicator: said.get(item.name, "")
        for item in plan.inputs
        if item.indicator and item.name == indicator_name(kind, item.indicator)
    }
    return {code: text for code, text in found.items() if text}
