"""A report of an older layout lacks no heading that came with the present one."""

from builder.findings.finding import Finding, Place
from builder.verify.word.older import without_new_headings
from builder.word.older_layouts import OlderReport

PLACE = Place(path="申报材料.docx")
NEW = "二、新的一节"
TOLD = (("QA451", "一、概述"), ("QA451", NEW), ("QA452", NEW))
MISSING = tuple(Finding(code=code, place=PLACE, expected=heading) for code, heading in TOLD)


def test_a_heading_that_the_older_layout_did_not_have_is_not_missed() -> None:
    older = OlderReport(number="2", absent=(NEW,))
    assert [*without_new_headings(MISSING, older)] == [MISSING[0], MISSING[2]]


def test_of_the_present_layout_every_heading_is_missed() -> None:
    for older in (None, OlderReport(number="3")):
        assert [*without_new_headings(MISSING, older)] == [*MISSING]
