"""What stays hidden once Excel has calculated a file is told before any program did."""

from pathlib import Path

import pytest

from tests.support.workbooks import PENGJIANG
from tests.verify.judged import case, fault, judged, told
from tests.verify.showing import with_look
from tests.verify.tampering import never_calculated

CHOSEN = case(PENGJIANG, 0)
TOTAL = CHOSEN.plan.total
HIDDEN = {
    "a number that is not the total": ({"code": "&quot;905&quot;"}, "QA476"),
    "nothing at all": ({"code": ";;;"}, "QA476"),
    "letters of one point": ({"font": '<sz val="1"/><name val="宋体"/>'}, "QA478"),
    "letters that are struck out": ({"font": '<strike/><sz val="11"/>'}, "QA480"),
}


@pytest.mark.quick
@pytest.mark.parametrize(("look", "code"), HIDDEN.values(), ids=HIDDEN)
def test_a_total_that_nobody_calculated_yet_is_seen_as_it_will_be(
    tmp_path: Path, look: dict[str, str], code: str
) -> None:
    content = never_calculated(with_look(CHOSEN.content, CHOSEN.plan, TOTAL, **look))
    verdict = judged(tmp_path, content)
    assert sorted(told(verdict)) == [fault(code, TOTAL), fault("QA601", TOTAL)]
    assert "800" in verdict.findings[0].message


@pytest.mark.quick
def test_a_status_that_will_be_empty_hides_nothing(tmp_path: Path) -> None:
    empty = CHOSEN.plan.evidence[-1].status
    content = never_calculated(with_look(CHOSEN.content, CHOSEN.plan, empty, code=";;;"))
    assert told(judged(tmp_path, content)) == [fault("QA601", TOTAL)]
