"""Answers that are not what they look like, told by their cause where they stand.

What looks blank and is none, error values, and characters that hide in a code, an option or a
number: the check that stumbles over them knows only that the answer does not fit.
"""

from collections.abc import Iterable, Iterator, Mapping

from builder.book.book_plan import InputKind, InputPlan
from builder.findings.finding import Finding, Place
from builder.findings.rule import Severity
from builder.formula.address import cell_address
from builder.formula.blank import ORDINARY, hidden_in, named, visible
from builder.frozen import frozen
from builder.kit.kit_plan import ScoredPlan
from builder.verify.held import Held
from builder.verify.quoting import words

# What is told of a blank where an answer is due.
_DUE = frozenset(
    {
        *("QA501", "QA508", "QA521", "QA538"),
        *("QA702", "QA704", "QA752", "QA901", "QA903"),
    }
)
# What is told of an answer that its cell does not know.
_STRANGE = frozenset(
    {
        *("QA504", "QA507", "QA522", "QA523", "QA524", "QA525", "QA526"),
        *("QA539", "QA540"),
        *("QA703", "QA721", "QA751", "QA902", "QA904", "QA913"),
    }
)
_COUNTED, _OFF_BAND = "QA509", "QA507"
_NO_SCORE = ("QA502", "QA503")
# What is said of how an answer was typed, and of its length.
_HOWEVER = (_COUNTED, "QA506")
_Where = tuple[str, str]


@frozen
class _Cause:
    """One answer: the input, its place, and the finding that says what is the matter with it.

    ``blank`` says that it counts as nothing; then it is told whatever else is said.
    """

    item: InputPlan
    place: Place
    blank: bool


def with_causes(held: Held[ScoredPlan], findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings, with the cause in place of what is only said because of it.

    What its cell does not take is told as that, however it was typed and how long it is.
    """
    told = tuple(_with_causes(held, findings))
    wrong = {one.place for one in told if one.code in _STRANGE or one.code in _NO_SCORE}
    return (one for one in told if one.code not in _HOWEVER or one.place not in wrong)


def _with_causes(held: Held[ScoredPlan], findings: Iterable[Finding]) -> Iterator[Finding]:
    cut = {(cell.sheet, cell_address(*cell[1:])) for cell in held.cuts.moved}
    if cut:
        # What is missing there is told as cut and pasted elsewhere.
        findings = (
            one
            for one in findings
            if one.code not in _DUE or (one.place.sheet, one.place.cell) not in cut
        )
    found = [_cause(held, item) for item in _asked(held)]
    if not found:
        yield from findings
        return
    causes = {(cause.place.sheet, cause.place.cell): cause for cause in found}
    bands = {
        cause.item.indicator: where
        for where, cause in causes.items()
        if cause.item.kind is InputKind.BAND
    }
    told: set[_Where] = set()
    for finding in findings:
        where = (finding.place.sheet, finding.place.cell)
        if finding.code == _OFF_BAND and where not in causes:
            # A percent is looked for in a band that is none.
            where = bands.get(finding.place.indicator, where)
        cause = causes.get(where)
        if cause is None or not _follows(finding, cause):
            yield finding
        elif where not in told:
            told.add(where)
            yield _instead(held, cause, finding)
    for where, cause in causes.items():
        if cause.blank and where not in told:
            yield _instead(held, cause, None)


def _asked(held: Held[ScoredPlan]) -> Iterator[InputPlan]:
    """The inputs with anything of the kind in them."""
    for item in held.inputs:
        if item.kind is InputKind.OWN:
            continue
        value = held.filled[item.name].value
        hollow = item.name in held.unseen or item.name in held.misfits
        if hollow or (isinstance(value, str) and not value.isascii() and hidden_in(value)):
            yield item


def _cause(held: Held[ScoredPlan], item: InputPlan) -> _Cause:
    blank = item.name in held.unseen or item.name in held.misfits
    return _Cause(item=item, place=held.place(item.cell, item.indicator), blank=blank)


def _follows(finding: Finding, cause: _Cause) -> bool:
    """Whether a finding would not be there without the cause."""
    if cause.blank:
        return finding.code in _DUE or finding.code == _OFF_BAND
    return finding.code in _STRANGE or finding.code == _COUNTED


def _instead(held: Held[ScoredPlan], cause: _Cause, finding: Finding | None) -> Finding:
    """What is told of the cause, ``finding`` being what it would bring about."""
    name = cause.item.name
    # What follows of a row of evidence that proves nothing is said with its cause.
    details = {"left": "" if finding is None else finding.details.get("left", "")}
    if name in held.misfits:
        value = held.misfits[name]
        code = "QA528" if isinstance(value, bool) else "QA527"
        return _finding(code, cause, words(value), **details)
    if name in held.unseen:
        sign = named(held.unseen[name].strip(ORDINARY)[0])
        return _finding("QA510" if finding is not None else "QA511", cause, sign, **details)
    text = str(held.filled[name].value)
    place, sign = hidden_in(text) or (0, "")
    details |= {"position": str(place), "said": visible(text)}
    if finding is not None and finding.code == _COUNTED:
        return _finding("QA531", cause, named(sign), finding.expected, **details)
    serious = finding is not None and finding.rule.severity is Severity.ERROR
    return _finding("QA529" if serious else "QA530", cause, named(sign), **details)


def _finding(code: str, cause: _Cause, actual: str, expected: str = "", **details: str) -> Finding:
    title = cause.item.title
    said: Mapping[str, str] = {"title": title, "label": title, **details}
    return Finding(code=code, place=cause.place, expected=expected, actual=actual, details=said)
