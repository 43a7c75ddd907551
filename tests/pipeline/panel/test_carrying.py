"""A review that comes late: what the panel had signed and agreed on is still there."""

from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from builder.book.naming import indicator_name
from builder.findings.finding import Finding
from builder.formula.value import Value
from builder.model.panel.join import Join
from builder.model.panel.rules import PanelRules
from builder.model.panel.task import PanelTask
from builder.panel.input_names import CONSENSUS_AGAIN, CONSENSUS_AGAIN_DATE, CONSENSUS_LEADER
from builder.pipeline.panel.panel_files import EARLIER
from builder.pipeline.panel.planning import consensus, consensus_plan, review_plan
from builder.pipeline.verify import Verifier
from tests.support.panels import (
    fill,
    filled_panel,
    finished,
    merged_panel,
    read_back,
    sign,
    taken_away,
)

LATE = "R1-C02"


def codes(findings: tuple[Finding, ...]) -> list[str]:
    return [one.code for one in findings]


def book(folder: Path, applicant: str) -> Path:
    return folder / "合议" / f"{applicant}-合议表.xlsx"


def typed(folder: Path, applicant: str) -> dict[str, object]:
    """What people typed into a consensus workbook, read by another library."""
    made = consensus(read_back(folder), applicant, Verifier())
    plan = made.book
    pages = openpyxl.load_workbook(book(folder, applicant))
    values: dict[str, object] = {
        item.name: pages[item.cell.sheet].cell(item.cell.row, item.cell.column).value
        for item in plan.inputs
    }
    begun = {name: text or None for name, text in made.prefilled.items()}
    return {name: value for name, value in values.items() if value != begun.get(name)}


def signed_without_one(folder: Path) -> tuple[PanelTask, bytes]:
    """A panel that agreed while one review was missing, and that review."""
    task = filled_panel(folder)
    seat = next(one for one in task.seats if one.name == LATE)
    content = taken_away(folder, seat)
    merged_panel(folder, task, without=(LATE,))
    merged = read_back(folder)
    leaf = consensus_plan(merged, "C02", Verifier()).leaves[0]
    said: dict[str, Value] = {
        indicator_name("agreed", leaf.code): Decimal(7),
        indicator_name("reason", leaf.code): "现场查证不符",
    }
    for code, _ in merged.task.names:
        sign(folder, merged, code, said)
    return task, content


def come_late(folder: Path, task: PanelTask, content: bytes) -> None:
    seat = next(one for one in task.seats if one.name == LATE)
    (folder / "评审" / seat.file).write_bytes(content)


def test_a_rerun_without_news_leaves_every_signed_byte(tmp_path: Path) -> None:
    task, _ = signed_without_one(tmp_path)
    before = {path: path.read_bytes() for path in (tmp_path / "合议").glob("*-合议表.xlsx")}
    again = merged_panel(tmp_path, task, without=(LATE,))
    assert again.findings == ()
    assert {path: path.read_bytes() for path in before} == before
    assert not (tmp_path / "合议" / EARLIER).exists()


def test_a_late_review_touches_its_applicant_only_and_loses_nothing(tmp_path: Path) -> None:
    task, late = signed_without_one(tmp_path)
    untouched, signed = book(tmp_path, "C01").read_bytes(), book(tmp_path, "C02").read_bytes()
    said = typed(tmp_path, "C02")
    come_late(tmp_path, task, late)
    done = merged_panel(tmp_path, task)
    assert codes(done.findings) == ["QA972"]
    assert book(tmp_path, "C01").read_bytes() == untouched
    (aside,) = (tmp_path / "合议" / EARLIER).iterdir()
    assert aside.read_bytes() == signed
    now = typed(tmp_path, "C02")
    assert now == {name: said[name] for name in said if name.startswith("consensus_")}
    (first, *_) = read_back(tmp_path).again("C02")
    assert (first.agreed, first.reason) == ("7", "现场查证不符")


def test_only_what_changed_is_agreed_on_again(tmp_path: Path) -> None:
    task, _ = signed_without_one(tmp_path)
    said = typed(tmp_path, "C01")
    seat = next(one for one in task.seats if one.name == "R2-C01")
    last = review_plan(task, seat, Verifier()).leaves[-1]
    more = {indicator_name("score", last.code): Decimal(0)}
    fill(tmp_path, task, seat, Decimal("0.8"), more)
    merged_panel(tmp_path, task, without=(LATE,))
    assert [one.code for one in read_back(tmp_path).again("C01")] == [last.code]
    assert typed(tmp_path, "C01") == said


def test_nobody_is_ranked_until_all_is_agreed_and_signed_again(tmp_path: Path) -> None:
    task, late = signed_without_one(tmp_path)
    come_late(tmp_path, task, late)
    merged_panel(tmp_path, task)
    merged = read_back(tmp_path)
    assert set(codes(finished(tmp_path, merged).findings)) == {"QA971", "QA954"}
    reasons: dict[str, Value] = {
        indicator_name("reason", one.code): "采用新的合成分" for one in merged.again("C02")
    }
    sign(tmp_path, merged, "C02", reasons)
    assert codes(finished(tmp_path, merged).findings) == ["QA954"]
    again: dict[str, Value] = {CONSENSUS_AGAIN: "组长再签", CONSENSUS_AGAIN_DATE: "2026-11-28"}
    sign(tmp_path, merged, "C02", reasons | again)
    assert finished(tmp_path, merged).findings == ()
    settled = book(tmp_path, "C02").read_bytes()
    assert merged_panel(tmp_path, task).findings == ()
    assert book(tmp_path, "C02").read_bytes() == settled


def test_what_was_agreed_on_again_is_not_told_again(tmp_path: Path) -> None:
    task, late = signed_without_one(tmp_path)
    come_late(tmp_path, task, late)
    merged_panel(tmp_path, task)
    merged = read_back(tmp_path)
    reasons: dict[str, Value] = {
        indicator_name("reason", one.code): "采用新的合成分" for one in merged.again("C02")
    }
    sign(tmp_path, merged, "C02", reasons)
    assert merged_panel(tmp_path, task, PanelRules(places=1)).findings == ()
    now = typed(tmp_path, "C02")
    assert {name: now[name] for name in reasons} == reasons


def test_another_rule_opens_everything_that_was_signed(tmp_path: Path) -> None:
    task, _ = signed_without_one(tmp_path)
    done = merged_panel(tmp_path, task, PanelRules(join=Join.MEDIAN), without=(LATE,))
    assert codes(done.findings) == ["QA972", "QA972"]
    done = merged_panel(tmp_path, task, PanelRules(join=Join.MEDIAN), without=(LATE,))
    assert done.findings == ()
    leaves = consensus_plan(read_back(tmp_path), "C01", Verifier()).leaves
    assert [one.code for one in read_back(tmp_path).again("C01")] == [one.code for one in leaves]


def test_scores_nobody_had_agreed_on_are_simply_new(tmp_path: Path) -> None:
    task, late = signed_without_one(tmp_path)
    sign(tmp_path, read_back(tmp_path), "C02", {CONSENSUS_LEADER: None})
    come_late(tmp_path, task, late)
    assert merged_panel(tmp_path, task).findings == ()


def test_a_consensus_whose_formulas_were_changed_stops_the_rerun(tmp_path: Path) -> None:
    task, late = signed_without_one(tmp_path)
    plan = consensus_plan(read_back(tmp_path), "C02", Verifier())
    pages = openpyxl.load_workbook(book(tmp_path, "C02"))
    pages[plan.total.sheet].cell(plan.total.row, plan.total.column).value = 1
    pages.save(book(tmp_path, "C02"))
    before = book(tmp_path, "C02").read_bytes()
    come_late(tmp_path, task, late)
    done = merged_panel(tmp_path, task)
    assert (done.paths, codes(done.findings)) == ((), ["QA970"])
    assert book(tmp_path, "C02").read_bytes() == before


@pytest.mark.parametrize("name", ["签好.xlsx", "往来/C02.xlsx"])
def test_a_signed_workbook_under_another_name_is_followed_there(tmp_path: Path, name: str) -> None:
    task, late = signed_without_one(tmp_path)
    other = tmp_path / "合议" / name
    other.parent.mkdir(exist_ok=True)
    book(tmp_path, "C02").rename(other)
    come_late(tmp_path, task, late)
    assert codes(merged_panel(tmp_path, task).findings) == ["QA972"]
    assert not book(tmp_path, "C02").exists()
    assert other.exists()


def test_a_site_check_with_notes_stays_until_it_would_say_something_else(tmp_path: Path) -> None:
    task, _ = signed_without_one(tmp_path)
    notes = tmp_path / "合议" / "C01-现场核查单.docx"
    notes.write_bytes(b"notes")
    assert merged_panel(tmp_path, task, without=(LATE,)).findings == ()
    assert notes.read_bytes() == b"notes"
    seat = next(one for one in task.seats if one.name == "R2-C01")
    leaf = review_plan(task, seat, Verifier()).leaves[0]
    fill(tmp_path, task, seat, more={indicator_name("questions", leaf.code): "另一个问题"})
    done = merged_panel(tmp_path, task, without=(LATE,))
    assert [(one.code, one.place.path) for one in done.findings] == [("QA892", str(notes))]
    assert notes.read_bytes() == b"notes"
