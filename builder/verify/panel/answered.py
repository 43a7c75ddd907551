"""Answers of a panel's workbook that cannot be used as they are: nothing yet, or off the scale."""

from dataclasses import replace

from builder.findings.finding import Finding
from builder.findings.rule import Kind
from builder.frozen import frozen
from builder.model.verdict import Verdict

# That nothing is answered, or nothing that anybody can see.
_BLANK = ("QA501", "QA510", "QA538")


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
    return Finding.at(
        code,
        replace(answer.place, path=path),
        actual=answer.actual,
        expected=f"应为 {wanted}" if wanted else answer.rule.name,
        label=answer.details.get("label", ""),
        cell=answer.details.get("cell", answer.place.cell),
        **details,
    )
