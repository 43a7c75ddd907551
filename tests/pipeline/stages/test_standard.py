"""Scores made comparable by an office's rule: joined so, recorded beside the reviewers' own."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from builder.model.panel.join import Standard
from builder.model.panel.rules import PanelRules
from builder.pipeline.panel.record_files import RECORD_FILE
from builder.pipeline.panel.tracing import trace_number
from builder.pipeline.verify import Verifier
from tests.support.panels import (
    fill,
    merged_panel,
    read_back,
    recorded,
    reviewed,
    sign,
    task_of,
)

FIRMS = ("甲精密机械", "乙电子科技", "丙生物医药")
LENIENT = Decimal("0.1")


def test_a_strict_and_a_lenient_reviewer_weigh_the_same(tmp_path: Path) -> None:
    people = (("张三丰", "组长", ""), ("李四光", "评审员", ""))
    task = task_of(reviewed(tmp_path, reviewers=people, applicants=FIRMS))
    for seat in task.seats:
        place = int(seat.applicant.removeprefix("C"))
        more = LENIENT if seat.reviewer == "R2" else Decimal(0)
        fill(tmp_path, task, seat, Decimal(place + 4) / 10 + more)
    done = merged_panel(tmp_path, task, PanelRules(standard=Standard.SHIFT))
    assert done.findings == ()
    found = read_back(tmp_path)
    for code, _ in task.names:
        first, second = found.counted(code)
        # Both see the same order and distances: made comparable they say the same.
        assert first.points == second.points
        assert first.points != found.of(code)[0].points
        sign(tmp_path, found, code)
    record = recorded(tmp_path, found)
    path = str(tmp_path / "结果" / RECORD_FILE)
    indicator = next(iter(record.outcomes[0].joined))
    traced = trace_number(record, path, "C01", indicator, Verifier())
    assert traced.findings == ()
    assert sum("标准化为" in line for line in traced.lines) == 2
    even = found.adjusted["R1-C01"]
    forged = {**found.adjusted, "R1-C01": {**even, indicator: even[indicator] + 1}}
    changed = replace(record, merged=replace(record.merged, adjusted=forged))
    findings = trace_number(changed, path, "C01", indicator, Verifier()).findings
    assert [one.code for one in findings] == ["QA959"]
    assert "R1-C01 的标准化分" in findings[0].message
