"""Whatever people did to a report, filling it in loses nothing of theirs and blames nobody."""

from itertools import islice

import pytest

from builder.word.filling import Outcome
from builder.word.written import WrittenSection
from tests.proof.report_routes import honest_contents
from tests.proof.reports import changed_report, told_of
from tests.support.filling import DONE, filled_in, outcomes, taken_apart
from tests.support.reports import blank_report
from tests.support.workbooks import PROVED_KITS, SCHEME_IDS

# One of so many ways is tried with every award in the proof.
_SOME, _FEW = 5, 20


@pytest.mark.parametrize("kit", PROVED_KITS)
def test_a_blank_report_is_filled_in_whole_and_agrees_with_its_workbook(kit: str) -> None:
    filled = filled_in(kit, blank_report(kit))
    assert outcomes(filled) == {Outcome.WRITTEN}
    # Only that a person has still to write it: not one of 两份对不上.
    assert told_of(kit, filled.content) == ["QA568"]
    again = filled_in(kit, filled.content)
    assert again.changes == ()
    assert again.same > 0


@pytest.mark.parametrize("kit", SCHEME_IDS)
def test_no_honest_edit_is_lost_or_blamed(kit: str, request: pytest.FixtureRequest) -> None:
    # With the proof each award takes ways that no other takes, and some more.
    step = _SOME if request.config.getoption("proof") else _FEW
    routes = islice(honest_contents(kit), SCHEME_IDS.index(kit) % step, None, step)
    wrong = []
    for route in routes:
        content = changed_report(kit, route.sow, route.edit)
        after = filled_in(kit, content).content
        told = [one for one in told_of(kit, after) if one not in route.expected]
        lost = owned(kit, content) != owned(kit, after)
        again = outcomes(filled_in(kit, after)) & DONE
        if told or lost or again:
            wrong.append((route.name, told, lost, again))
    assert wrong == []


def owned(kit: str, content: bytes) -> list[tuple[object, ...]]:
    """What is the applicant's own in every section."""
    return [_own(section) for section in taken_apart(kit, content).sections]


def _own(one: WrittenSection) -> tuple[object, ...]:
    return (one.section.code, one.text, one.pictures, one.tables, one.placeholders, one.unseen)
