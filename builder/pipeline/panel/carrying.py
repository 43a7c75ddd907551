"""What a panel had filled in when a consensus is written anew: none of it is lost."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from builder.book.naming import indicator_name
from builder.findings.finding import Finding
from builder.formula.value import Value
from builder.frozen import frozen
from builder.model.compared_text import reduced
from builder.model.panel.record import Merged, Reopened
from builder.model.panel.returned import PanelWorkbook
from builder.model.panel.rules import PanelRules
from builder.panel.input_names import (
    CONSENSUS_AGAIN,
    CONSENSUS_AGAIN_DATE,
    CONSENSUS_DATE,
    CONSENSUS_LEADER,
)
from builder.pipeline.panel.panel_files import handed_in_twice, judged_files
from builder.pipeline.panel.planning import UnknownKitError, consensus
from builder.pipeline.verify import Verifier
from builder.verify.held import hold
from builder.verify.judged import judge_panel_workbook
from builder.verify.panel.altered import alterations
from builder.verify.pristine import Pristine

_DAYS = (CONSENSUS_DATE, CONSENSUS_AGAIN_DATE)
_EMPTY = "QA218"
# What stands for the panel's words where somebody took all of them away.
TAKEN_AWAY = ""


@frozen
class FilledIn:
    """One consensus workbook that is there: where in the folder, and what people typed into it.

    The panel's words that are still those it was handed out with are not among the ``answers``.
    """

    file: str
    answers: Mapping[str, Value]

    def said(self, kind: str, code: str) -> str:
        """What was typed of an indicator, as words."""
        value = self.answers.get(indicator_name(kind, code))
        return "" if value is None else str(value)


def filled_in(
    folder: Path, before: Merged, verifier: Verifier
) -> tuple[dict[str, FilledIn], tuple[Finding, ...]]:
    """What stands in the consensus workbooks of an earlier run, by applicant, and what is amiss."""
    found: dict[str, FilledIn] = {}
    findings: list[Finding] = []
    for file in judged_files(folder, partial(_answers, before, verifier)):
        if isinstance(file, Finding):
            # A folder whose workbooks were all taken away holds nothing to lose.
            findings += () if file.code == _EMPTY else (file,)
            continue
        code = file.task.rpartition("/")[2]
        if isinstance(file.judged, Finding):
            findings.append(file.judged)
        elif file.judged is None:
            # What is none of this panel's is in the way only where a new file bears its name.
            continue
        elif code in found:
            details = {"seat": code}
            findings.append(handed_in_twice(found[code].file, file.name, details))
        else:
            name = str(Path(file.name).relative_to(folder))
            found[code] = FilledIn(file=name, answers=file.judged)
    return found, tuple(findings)


def _answers(
    before: Merged, verifier: Verifier, file: PanelWorkbook
) -> Mapping[str, Value] | Finding | None:
    kind, _, rest = file.task.partition("/")
    run, _, code = rest.rpartition("/")
    called = dict(before.task.names).get(code)
    if kind != "consensus" or run != before.task.run or called is None:
        return None
    try:
        made = consensus(before, code, verifier)
    except UnknownKitError as error:
        return error.finding(file.name, called)
    held = hold(Pristine(made.book), file.workbook, file.name)
    altered = alterations(judge_panel_workbook(held))
    if altered:
        return Finding.at("QA970", file.name, actual=altered[0].message, applicant=called)
    answers = {
        name: held.typed(name) if name in _DAYS else cell.value
        for name, cell in held.filled.items()
    }
    for name, text in made.prefilled.items():
        said = held.typed(name)
        if reduced(said) == reduced(text):
            answers.pop(name, None)
        elif not said:
            answers[name] = TAKEN_AWAY
    return answers


def reopened(
    before: Merged, now: Merged, applicant: str, filled: FilledIn, codes: tuple[str, ...]
) -> tuple[Reopened, ...]:
    """What must be agreed on again: it was agreed or signed, and its scores are not the same now.

    What had to be agreed on again before and was not stays so.
    """
    signed = CONSENSUS_LEADER in filled.answers
    changed = _changed(before, now, applicant, codes)
    fresh = {
        code: Reopened(
            applicant=applicant,
            code=code,
            agreed=filled.said("agreed", code),
            reason=filled.said("reason", code),
        )
        for code in changed
        if signed or filled.said("agreed", code) or filled.said("reason", code)
    }
    old = {one.code: one for one in before.again(applicant)}
    if fresh:
        old = {code: one for code, one in old.items() if not filled.said("reason", code)}
    # An indicator that nobody settled keeps what had been agreed the first time.
    return tuple((fresh | old)[code] for code in codes if code in fresh | old)


def carried(
    before: Merged, again: tuple[Reopened, ...], applicant: str, filled: FilledIn
) -> dict[str, Value]:
    """What stands in the new workbook: all but what was said of scores that changed."""
    answers = dict(filled.answers)
    if again == before.again(applicant):
        return answers
    earlier = {one.code for one in before.again(applicant)}
    for one in again:
        if one.code not in earlier or filled.said("reason", one.code):
            answers.pop(indicator_name("agreed", one.code), None)
            answers.pop(indicator_name("reason", one.code), None)
    for name, newer in (
        (CONSENSUS_LEADER, CONSENSUS_AGAIN),
        (CONSENSUS_DATE, CONSENSUS_AGAIN_DATE),
    ):
        value = answers.pop(newer, None)
        if value is not None:
            answers[name] = value
    return answers


def unsigned(answers: Mapping[str, Value]) -> dict[str, Value]:
    """What stands in a workbook whose leader must sign anew, with nothing to agree on again."""
    signed = (CONSENSUS_LEADER, CONSENSUS_DATE, CONSENSUS_AGAIN, CONSENSUS_AGAIN_DATE)
    return {name: value for name, value in answers.items() if name not in signed}


def whole(prefilled: Mapping[str, str], typed: Mapping[str, Value]) -> dict[str, Value]:
    """What stands in a workbook: the panel's words as they begin, and over them what is typed."""
    answers = {**prefilled, **typed}
    return {name: value for name, value in answers.items() if value != TAKEN_AWAY}


def _changed(before: Merged, now: Merged, applicant: str, codes: tuple[str, ...]) -> list[str]:
    """The indicators whose points, or the way they are joined, are not the same any more."""
    if _joining(before.rules) != _joining(now.rules):
        return list(codes)
    old, new = (
        {one.reviewer: one.points for one in each.counted(applicant)} for each in (before, now)
    )
    return [
        code
        for code in codes
        if {who: points.get(code) for who, points in old.items()}
        != {who: points.get(code) for who, points in new.items()}
    ]


def _joining(rules: PanelRules) -> tuple[object, ...]:
    return (rules.join, rules.weights, rules.decimals, rules.material, rules.site, rules.standard)
