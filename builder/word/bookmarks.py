"""Bookmark names: one a heading, stable, legal in Word, never two the same.

Word takes letters, digits and underscores, at most 40 characters, and does not tell capital letters
from small ones (ECMA-376 Part 1, 17.13.6.2, and Word's own limit).
"""

import re

LONGEST_NAME = 40
PLEDGE = "qa_pledge"
GUIDE = "qa_guide"
FORM = "qa_form"
OVERVIEW = "qa_overview"
REPORT = "qa_report"
CHECKLIST = "qa_checklist"
RECOMMENDATION = "qa_recommendation"
REMARKS = "qa_remarks"
REFERENCE = "qa_reference"
_TAKEN = (
    *(PLEDGE, GUIDE, FORM, OVERVIEW, REPORT, CHECKLIST),
    *(RECOMMENDATION, REMARKS, REFERENCE),
)

_ILLEGAL = re.compile(r"\W")
# A chart that was drawn from the workbook, and the line that says what was scored.
FILLED_CHART, FILLED_SCORE = "QAChart_", "QAScore_"


def bookmark_names(codes: tuple[str, ...]) -> tuple[str, ...]:
    """One name for each code in turn: ``1.1`` gives ``qa_1_1``.

    A code that would give an illegal, long or taken name is named by its place instead, ``qa__17``.
    """
    taken = {*_TAKEN}
    names: list[str] = []
    for place, code in enumerate(codes, start=1):
        name = f"qa_{_ILLEGAL.sub('_', code)}"
        if len(name) > LONGEST_NAME or name.casefold() in taken:
            name = _by_place(place, taken)
        taken.add(name.casefold())
        names.append(name)
    return tuple(names)


def _by_place(place: int, taken: set[str]) -> str:
    name = f"qa__{place}"
    while name in taken:
        name = f"{name}_"
    return name
