"""A late reviewer, a withdrawal, a replacement: only what comes and goes is touched."""

from pathlib import Path

from builder.model.panel.task import PanelTask
from builder.pipeline.panel.opinions import read_opinions
from builder.pipeline.panel.panel_files import EARLIER
from builder.pipeline.panel.record_files import TASK_FILE, read_record
from builder.pipeline.verify import Verifier
from tests.support.amended import amended, digests
from tests.support.named import FIRMS, blind_reviews, forbidden_in
from tests.support.panels import (
    COMPANIES,
    REVIEWERS,
    fill,
    filled_panel,
    merged_panel,
    read_back,
    sign,
    task_of,
)

HEAD = ("申报者", "评审员1", "评审员2", "评审员3", "评审员4")


def _task(folder: Path) -> PanelTask:
    task = read_record(folder / "评审" / TASK_FILE, PanelTask, "QA939")
    assert isinstance(task, PanelTask)
    return task


def test_a_late_reviewer_gets_files_and_nobody_elses_change(tmp_path: Path) -> None:
    before_task = filled_panel(tmp_path)
    before = digests(tmp_path / "评审")
    made = amended(tmp_path, *REVIEWERS, ("赵六合", "评审员", COMPANIES[1]))
    task = task_of(made)
    after = digests(tmp_path / "评审")
    first = next(code for code, name in task.names if name == COMPANIES[0])
    assert set(after) - set(before) == {f"R4/R4-{first}-评审表.xlsx"}
    assert {name: after[name] for name in before} == before
    assert (made.written, task.run) == (1, before_task.run)
    assert [one.code for one in made.findings] == ["QA1103"]
    assert "R4 赵六合：新发 1 份，收回不用 0 份" in made.findings[0].message
    assert _task(tmp_path) == task
    fill(tmp_path, task, task.seats[-1])
    assert read_opinions(tmp_path / "评审", task, (), Verifier()).findings == ()


def test_a_replacement_takes_the_place_and_what_was_filled_in_is_kept(tmp_path: Path) -> None:
    filled_panel(tmp_path)
    before = digests(tmp_path / "评审")
    made = amended(tmp_path, REVIEWERS[0], REVIEWERS[1], ("赵六合", "评审员", ""))
    task = task_of(made)
    after = digests(tmp_path / "评审")
    moved = {name: digest for name, digest in before.items() if name.startswith("R3/")}
    assert {name: after[f"撤回/{name}"] for name in moved} == moved
    kept = {name: digest for name, digest in before.items() if name not in moved}
    assert {name: after[name] for name in kept} == kept
    assert {seat.reviewer for seat in task.seats} == {"R1", "R2", "R4"}
    assert [one.code for one in task.reviewers] == ["R1", "R2", "R3", "R4"]
    # Whether one who is on record without a seat left or only stands by, a table must say.
    alone = amended(tmp_path, *REVIEWERS)
    assert [one.code for one in alone.findings] == ["QA1097", "QA1103"]
    assert {seat.reviewer for seat in task_of(alone).seats} == {"R1", "R2"}
    rows = ((firm, *(name for name, *_ in REVIEWERS)) for firm in COMPANIES)
    back = task_of(amended(tmp_path, *REVIEWERS, table=(HEAD, *rows)))
    assert {seat.reviewer for seat in back.seats} == {"R1", "R2", "R3"}


def test_a_table_says_who_goes_and_who_comes_company_by_company(tmp_path: Path) -> None:
    filled_panel(tmp_path)
    people = [name for name, *_ in REVIEWERS]
    rows = ((COMPANIES[0], people[0], people[1], "赵六合"), (COMPANIES[1], *people))
    merged_panel(tmp_path, _task(tmp_path))
    merged = read_back(tmp_path)
    for code, _ in merged.task.names:
        sign(tmp_path, merged, code)
    signed = digests(tmp_path / "合议")
    made = amended(tmp_path, *REVIEWERS, ("赵六合", "评审员", ""), table=(HEAD, *rows), least=3)
    task = task_of(made)
    codes = {name: code for code, name in task.names}
    first, second = (codes[name] for name in COMPANIES)
    assert f"R3-{first}" not in {seat.name for seat in task.seats}
    assert f"R3-{second}" in {seat.name for seat in task.seats}
    fill(tmp_path, task, next(seat for seat in task.seats if seat.reviewer == "R4"))
    again = merged_panel(tmp_path, task)
    assert [one.code for one in again.findings] == ["QA972"]
    after = digests(tmp_path / "合议")
    assert after[f"{second}-合议表.xlsx"] == signed[f"{second}-合议表.xlsx"]
    assert signed[f"{first}-合议表.xlsx"] in {
        digest for name, digest in after.items() if name.startswith(EARLIER)
    }


def test_what_cannot_be_amended_changes_nothing(tmp_path: Path) -> None:
    filled_panel(tmp_path)
    before = digests(tmp_path / "评审")
    for rows, table, least, code in (
        (REVIEWERS, (), 1, "QA1104"),
        (REVIEWERS[:2], (), 3, "QA1105"),
        ((*REVIEWERS, ("赵六合", "", "丙")), (), 1, "QA963"),
        (REVIEWERS, (HEAD, (COMPANIES[0], "张三"), (COMPANIES[1], "张三丰")), 1, "QA1091"),
    ):
        made = amended(tmp_path, *rows, table=table, least=least)
        assert made.task is None
        assert code in [one.code for one in made.findings]
    (tmp_path / "评审" / TASK_FILE).unlink()
    assert [one.code for one in amended(tmp_path, *REVIEWERS).findings] == ["QA939"]
    assert digests(tmp_path / "评审") == before


def test_a_blind_round_is_amended_by_its_key_and_stays_blind(tmp_path: Path) -> None:
    task = task_of(blind_reviews(tmp_path))
    late = ("赵六合", "评审员", FIRMS[0])
    rows = (("张三丰", "组长", ""), ("李四光", "评审员", FIRMS[1]), ("王五一", "", ""), late)
    changed = task_of(amended(tmp_path, *rows))
    assert len(changed.seats) == len(task.seats) + 1
    assert forbidden_in(tmp_path / "评审") == []
    (tmp_path / "评审-编号对照.xlsx").unlink()
    assert [one.code for one in amended(tmp_path, *rows).findings] == ["QA1086"]
