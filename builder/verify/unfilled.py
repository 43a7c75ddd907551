"""What is told of many places alike, told once: a file left blank, rows filled down alike.

What is asked for one by one would be as many findings as there are questions.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from builder.book.areas import addresses, covering, in_words
from builder.book.book_plan import SCORED_KINDS, InputKind
from builder.findings.finding import Finding, Place
from builder.formula.address import cell_place
from builder.kit.kit_plan import KitPlan
from builder.kit.sheet_names import ELIGIBILITY
from builder.model.faults import kept_faults
from builder.verify.held import Held
from builder.word.written import WrittenSection

BLANK_WORKBOOK, BLANK_REPORT = "QA512", "QA568"
_SCORES, _FIELD, _UNANSWERED = ("QA501", "QA538"), "QA521", "QA901"
_EMPTY, _FORM = ("QA551", "QA771"), "QA560"
# What is missing because nothing was written at all: one cause, one finding.
_FOLLOWING = (_FORM, "QA765")
# More than so many sections with the same fault are told together.
_SEPARATE = 2
# What is told of one section, and of many.
_OF_MANY: Mapping[str, str] = {
    "QA452": "QA459",
    "QA555": "QA569",
    "QA559": "QA570",
    "QA571": "QA572",
    "QA574": "QA575",
    "QA772": "QA773",
}
# What is told of one scored item without evidence, and of many.
_UNPROVED, _MANY_UNPROVED = "QA701", "QA709"
# What is told of one row of evidence, and of many: dragging a row down fills them alike. A day that
# has run out or lies outside the period is a fact of its document, and told of each.
_OF_MANY_ROWS: Mapping[str, str] = {
    "QA702": "QA710",
    "QA703": "QA710",
    "QA704": "QA710",
    "QA705": "QA725",
    **dict.fromkeys(("QA723", "QA751"), "QA726"),
    "QA721": "QA727",
}
# So many sections are named in one sentence.
_NAMED = 12


def gathered(held: Held[KitPlan], findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings, those of one kind as one.

    Blanks are told so where no score at all was typed, and evidence that is missing or not in order
    where that is more than two of a kind.
    """
    findings = tuple(findings)
    for code in (_UNPROVED, *_OF_MANY_ROWS):
        for same in _runs(code, [one for one in findings if one.code == code]):
            if len(same) > _SEPARATE:
                findings = tuple(_instead(findings, same, _rows_together(code, same)))
    scores = [one for one in findings if one.code in _SCORES]
    kinds = {item.kind for item in held.inputs}
    if len(scores) < 2 or not kinds.isdisjoint(SCORED_KINDS):
        return findings
    fields = [one for one in findings if one.code == _FIELD]
    asked = [one for one in findings if one.code == _UNANSWERED]
    asked = [] if InputKind.CONFIRMATION in kinds else asked
    counts = (("基本信息", fields), ("自评分", scores), (ELIGIBILITY, asked))
    blank = (*fields, *scores, *asked)
    first = blank[0]
    whole = Finding(
        code=BLANK_WORKBOOK,
        place=replace(first.place, indicator=""),
        actual="、".join(f"{label} {len(each)} 项" for label, each in counts if each),
        details=kept_faults(blank),
        areas=_areas(blank),
    )
    return tuple(_instead(findings, blank, whole))


def gathered_in_report(
    findings: Iterable[Finding], sections: Iterable[WrittenSection], path: str
) -> tuple[Finding, ...]:
    """The findings on a report, those of one kind as one.

    A report in which no section is answered is told as blank; else sections with the same small
    fault are told together where these are more than two.
    """
    findings = tuple(findings)
    places = [one for one in sections if one.section.answer is not None and one.heading is not None]
    empty = [one for one in findings if one.code in _EMPTY]
    if len(empty) > 1 and not any(one.characters or one.pictures or one.unseen for one in places):
        form = [one for one in findings if one.code == _FORM]
        words = "".join(f"{one.expected}、" for one in form)
        place = Place(path=path)
        gone = [one for one in findings if one.code in _FOLLOWING or one in empty]
        whole = Finding(
            code=BLANK_REPORT,
            place=place,
            actual=f"{words}{len(places)} 节正文",
            details=kept_faults(gone),
        )
        findings = tuple(_instead(findings, gone, whole))
    for code, many in _OF_MANY.items():
        same = [one for one in findings if one.code == code]
        if len(same) > _SEPARATE:
            findings = tuple(_instead(findings, same, _together(many, same)))
    return findings


def _together(code: str, same: Sequence[Finding]) -> Finding:
    listed = _listed([one.details.get("heading") or one.expected for one in same])
    return Finding(
        code=code,
        place=same[0].place,
        expected=listed,
        actual=str(len(same)),
        details=kept_faults(same),
    )


def _runs(code: str, same: Sequence[Finding]) -> list[list[Finding]]:
    """The findings of a code that one hand brought about: in rows of a table, one below another."""
    if code == _UNPROVED:
        return [list(same)]
    found: list[list[Finding]] = []
    row = 0
    for one in sorted(same, key=lambda each: cell_place(each.place.cell)):
        before, row = row, cell_place(one.place.cell)[0]
        if found and row - before <= 1:
            found[-1].append(one)
        else:
            found.append([one])
    return found


def _rows_together(code: str, same: Sequence[Finding]) -> Finding:
    """Scored items that nothing proves, by their names; rows of evidence with the first of them."""
    areas = _areas(same)
    if code == _UNPROVED:
        many, said = _MANY_UNPROVED, "、".join(f"“{one.details['label']}”" for one in same)
    else:
        many, said = _OF_MANY_ROWS[code], in_words([area.rpartition("!")[2] for area in areas])
    return Finding(
        code=many,
        place=replace(same[0].place, indicator=""),
        expected=said,
        actual=str(len(same)),
        details={"first": same[0].message, "remedy": same[0].fix, **kept_faults(same)},
        areas=areas,
    )


def _listed(names: Sequence[str]) -> str:
    more = f"等 {len(names)} 节" if len(names) > _NAMED else ""
    return "、".join(f"“{name}”" for name in names[:_NAMED]) + more


def _instead(
    findings: Iterable[Finding], gone: Sequence[Finding], whole: Finding
) -> Iterator[Finding]:
    """One finding at the place of the first of those it stands for."""
    for one in findings:
        if one is gone[0]:
            yield whole
        if not any(one is each for each in gone):
            yield one


def _areas(findings: Sequence[Finding]) -> tuple[str, ...]:
    """The cells of the findings, sheet by sheet."""
    by_sheet: dict[str, list[tuple[int, int]]] = {}
    for one in findings:
        by_sheet.setdefault(one.place.sheet, []).append(cell_place(one.place.cell))
    return tuple(
        f"{sheet}!{each}"
        for sheet, places in by_sheet.items()
        for each in addresses(covering(places))
    )
