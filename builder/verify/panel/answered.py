"""Answers of a panel's workbook that cannot be used as they are: nothing yet, or off the scale."""

from collections.abc import Iterator
from dataclasses import replace

from builder.book.book_plan import InputKind
from builder.findings.finding import Finding, Place
from builder.findings.rule import Kind
from builder.formula.address import cell_address
from builder.frozen import frozen
from builder.kit.kit_plan import ScoredPlan
from builder.model.verdict import Verdict
from builder.verify.held import Held

# That nothing is answered, or nothing that anybody can see.
_BLANK = ("QA501", "QA510", "QA538")
_OFF_STEP = "QA502"


@frozen
class OpenAnswers:
    """The labels of what is not answered, and the findings about answers off their scale."""

    unfinished: tuple[str, ...]
    unusable: tuple[Finding, ...]


def open_answers(verdict: Verdict) -> OpenAnswers:
    """What keeps the answers of a workbook from being used."""
    found = [one for one in verdict.findings if one.rule.kind is Kind.ANSWER]
    return OpenAnswers(
        unfinished=tuple(one.details.get("label", "") for one in found if one.code in _BLANK),
        unusable=tuple(one for one in found if one.code not in _BLANK),
    )


def told_off_scale(code: str, answer: Finding, path: str, details: dict[str, str]) -> Finding:
    """An answer off its scale as a panel tells it: its value, its cell, what should be there."""
    wanted = answer.expected or answer.details.get("wanted", "")
    if answer.code == _OFF_STEP:
        wanted += f"、{answer.details['step']} 分的倍数"
    return Finding.at(
        code,
        replace(answer.place, path=path),
        actual=answer.actual,
        expected=f"应为 {wanted}" if wanted else answer.rule.name,
        label=answer.details.get("label", ""),
        cell=answer.details.get("cell", answer.place.cell),
        **details,
    )


def unlisted(
    held: Held[ScoredPlan], code: str, path: str, details: dict[str, str]
) -> Iterator[Finding]:
    """A finding for each answer that is none of its list; a band is told with its percent."""
    labels = {leaf.code: leaf.label for leaf in held.plan.leaves}
    for item in held.plan.inputs:
        options = item.allowed.options
        said = held.chosen(item.name)
        if options and said and said not in options and item.kind is not InputKind.BAND:
            address = cell_address(item.cell.row, item.cell.column)
            yield Finding.at(
                code,
                Place(path=path, sheet=item.cell.sheet, cell=address),
                actual=said,
                expected=f"应为 {'、'.join(options)}",
                label=labels.get(item.indicator, item.title),
                cell=address,
                **details,
            )
