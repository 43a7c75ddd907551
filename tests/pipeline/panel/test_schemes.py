"""A panel over an office's own scheme needs that scheme until the end."""

from pathlib import Path

from builder.kit.planning import plan_workbook
from builder.model.panel.task import PanelTask
from builder.pipeline.own_schemes import own_schemes
from builder.pipeline.panel.opinions import read_opinions
from builder.pipeline.panel.reviewing import ReviewOrder, write_reviews
from builder.pipeline.templates import shipped_templates
from builder.pipeline.verify import Verifier
from tests.support.answers import complete_answers
from tests.support.lists import save_list
from tests.support.own_schemes import own_kit
from tests.support.panels import REVIEWERS
from tests.support.workbooks import write_filled


def test_a_scheme_that_is_gone_is_told_and_with_it_the_reviews_are_read(tmp_path: Path) -> None:
    plan = plan_workbook(own_kit(tmp_path, "banded"))
    write_filled(tmp_path / "甲.xlsx", plan, complete_answers(plan))
    known, findings = own_schemes([tmp_path / "banded.md"])
    assert findings == ()
    order = ReviewOrder(
        files=(tmp_path / "甲.xlsx",),
        reviewers=save_list(tmp_path / "名单.xlsx", ("姓名",), REVIEWERS[0][:1]),
        folder=tmp_path / "评审",
        blind=False,
        template=shipped_templates().workbook,
    )
    task = write_reviews(order, Verifier(known)).task
    assert isinstance(task, PanelTask)
    without = read_opinions(tmp_path / "评审", task, (), Verifier())
    assert [one.code for one in without.findings] == ["QA956"]
    found = read_opinions(tmp_path / "评审", task, (), Verifier(known))
    assert {one.code for one in found.findings} == {"QA942"}
