"""A blind review: no part of any issued file says who an applicant is, and only the key does."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl
import pytest

from builder.findings.finding import Finding
from builder.model.panel.record import PanelRecord
from builder.model.panel.task import PanelTask
from builder.pipeline.own_outputs import WRITTEN_FILE
from builder.pipeline.panel.final import FinalOrder, finish
from builder.pipeline.panel.hide_list import read_hide_list
from builder.pipeline.panel.key_file import key_place, read_key
from builder.pipeline.panel.opinions import read_opinions
from builder.pipeline.panel.progress import look_at, write_progress
from builder.pipeline.panel.record_files import RECORD_FILE, TASK_FILE, read_record
from builder.pipeline.panel.reviewing import Reviews, write_reviews
from builder.pipeline.panel.tracing import trace_number
from builder.pipeline.templates import shipped_templates
from builder.pipeline.verify import Verifier
from tests.support.lists import save_list
from tests.support.named import (
    FIRMS,
    MORE,
    blind_order,
    blind_reviews,
    forbidden_in,
    handed_in_with_names,
    spellings,
)
from tests.support.panels import fill, merged_panel, read_back, sign, task_of


@pytest.fixture(scope="module")
def panel() -> Iterator[tuple[Path, Reviews]]:
    """A blind panel from its reviews to its signed consensus."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        made = blind_reviews(folder)
        task = task_of(made)
        for seat in task.seats:
            fill(folder, task, seat)
        look = look_at(folder / "评审", task, Verifier())
        write_progress(folder / "进度", look.progress, shipped_templates().workbook)
        done = merged_panel(folder, task)
        assert {one.code for one in done.findings} == set()
        merged = read_back(folder)
        for code, _ in merged.task.names:
            sign(folder, merged, code)
        yield folder, made


def test_what_was_sown_is_there_to_be_found(tmp_path: Path) -> None:
    handed_in_with_names(tmp_path)
    found = {word for _, word in forbidden_in(tmp_path)}
    assert len(found) >= 14


@pytest.mark.parametrize("stage", ["评审", "合议", "进度"])
def test_no_part_of_any_issued_file_says_who_it_is(panel: tuple[Path, Reviews], stage: str) -> None:
    folder, _ = panel
    issued = [path for path in (folder / stage).rglob("*") if path.is_file()]
    assert len(issued) >= 2
    assert forbidden_in(folder / stage) == []


def test_what_was_hidden_is_counted_by_kind_and_file(panel: tuple[Path, Reviews]) -> None:
    _, made = panel
    told = [one for one in made.findings if one.code == "QA1080"]
    assert {one.details["applicant"] for one in told} == set(FIRMS)
    words = "".join(one.message for one in told)
    for part in (
        "自评打分表",
        "申报材料",
        "全称",
        "简称",
        "人名",
        "电话",
        "网址",
        "地址",
        "另列的词",
    ):
        assert part in words
    (rest,) = (one for one in made.findings if one.code == "QA1082")
    assert "1 份申报材料里的 1 幅图片" in rest.message


def test_the_names_are_in_the_key_alone_which_lies_outside(panel: tuple[Path, Reviews]) -> None:
    folder, made = panel
    place = key_place(folder / "评审", None)
    assert place == folder / "评审-编号对照.xlsx"
    assert not place.is_relative_to(folder / "评审")
    book = openpyxl.load_workbook(place)
    rows = [row[:2] for row in book["编号对照"].iter_rows(min_row=4, values_only=True)]
    assert {name for _, name in rows} == set(FIRMS)
    assert {code for code, _ in rows} == {"C01", "C02"}
    assert MORE[0] in {row[3] for row in book["隐去清单"].iter_rows(values_only=True)}
    key = read_key(task_of(made), place)
    assert not isinstance(key, Finding)
    assert {name for _, name, _ in key.names} == set(FIRMS)


def test_whom_a_reviewer_must_avoid_would_name_it(panel: tuple[Path, Reviews]) -> None:
    folder, _ = panel
    task = read_record(folder / "评审" / TASK_FILE, PanelTask, "QA939")
    assert isinstance(task, PanelTask)
    assert [(one.hides_conflicts, one.units) for one in task.reviewers] == [
        (False, ()),
        (True, ()),
        (False, ()),
    ]
    assert len(task.seats) == 5


def _final(folder: Path, target: str, key: Path | None = None) -> FinalOrder:
    return FinalOrder(
        folder=folder / "评审",
        returned=folder / "合议",
        target=folder / target,
        templates=shipped_templates(),
        key=key,
    )


def test_the_ranking_gives_the_names_back(panel: tuple[Path, Reviews]) -> None:
    folder, _ = panel
    done = finish(_final(folder, "结果"), read_back(folder), Verifier())
    assert done.findings == ()
    names = "".join(path.name for path in done.paths)
    assert all(firm in names for firm in FIRMS)
    path = folder / "结果" / RECORD_FILE
    record = read_record(path, PanelRecord, "QA957")
    assert isinstance(record, PanelRecord)
    kept_apart = [one.avoids for one in record.merged.task.reviewers]
    judged = {(seat.reviewer, record.name(seat.applicant)) for seat in record.merged.task.seats}
    assert [len(names) for names in kept_apart] == [0, 1, 0]
    assert ("R2", kept_apart[1][0]) not in judged
    traced = trace_number(record, str(path), FIRMS[0], "total", Verifier())
    assert traced.findings == ()
    assert FIRMS[0] in traced.lines[0]


def test_a_ranking_without_its_key_says_codes(panel: tuple[Path, Reviews], tmp_path: Path) -> None:
    folder, _ = panel
    place = key_place(folder / "评审", None)
    away = place.rename(tmp_path / "编号对照.xlsx")
    try:
        done = finish(_final(folder, "编号结果"), read_back(folder), Verifier())
        assert [one.code for one in done.findings] == ["QA1088"]
        assert forbidden_in(folder / "编号结果") == []
        named = finish(_final(folder, "名称结果", away), read_back(folder), Verifier())
        assert named.findings == ()
    finally:
        away.rename(place)


def test_a_key_with_two_names_swapped_is_none(panel: tuple[Path, Reviews], tmp_path: Path) -> None:
    folder, _ = panel
    book = openpyxl.load_workbook(key_place(folder / "评审", None))
    page = book["编号对照"]
    page["B4"].value, page["B5"].value = page["B5"].value, page["B4"].value
    book.save(tmp_path / "换过.xlsx")
    order = _final(folder, "换过结果", tmp_path / "换过.xlsx")
    done = finish(order, read_back(folder), Verifier())
    assert [one.code for one in done.findings] == ["QA1086"]
    assert done.paths == ()


def test_a_key_inside_what_is_handed_on_is_refused(tmp_path: Path) -> None:
    made = blind_reviews(tmp_path, key=tmp_path / "评审" / "R1" / "对照.xlsx")
    assert [one.code for one in made.findings] == ["QA1083"]
    assert not (tmp_path / "评审").exists()


def test_a_key_never_takes_the_place_of_another(tmp_path: Path) -> None:
    place = tmp_path / "评审-编号对照.xlsx"
    place.write_bytes(b"an older round")
    made = blind_reviews(tmp_path)
    assert "QA892" in [one.code for one in made.findings]
    assert place.read_bytes() == b"an older round"
    assert not (tmp_path / "评审" / WRITTEN_FILE).exists()


def test_the_list_of_further_words_is_read_strictly(tmp_path: Path) -> None:
    path = tmp_path / "也隐去.xlsx"
    said = read_hide_list(
        save_list(
            path, ("申报者", "也隐去", "不隐去"), (FIRMS[0], "甲乙、丙丁", ""), ("", "", "戊己")
        ),
        FIRMS,
    )
    assert (said.hidden_for(FIRMS[0]), said.hidden_for(FIRMS[1])) == (("甲乙", "丙丁"), ())
    assert said.spared_for(FIRMS[1]) == ("戊己",)
    for rows, code in (
        ((("隐藏",), ("甲乙",)), "QA1084"),
        ((("也隐去", "也隐去"), ("甲乙", "丙")), "QA1084"),
        ((("申报者", "也隐去"), ("江门海棠精蜜传动有限公司", "甲乙")), "QA1085"),
        ((("也隐去",), ("甲",)), "QA1087"),
        ((("也隐去",), ("=1/0",)), "QA1084"),
    ):
        told = read_hide_list(save_list(path, *rows), FIRMS).findings
        assert [one.code for one in told][:1] == [code]
    path.write_bytes(b"x")
    (broken,) = read_hide_list(path, FIRMS).findings
    assert broken.code == "QA1084"
    assert "。。" not in broken.message


def test_a_word_that_an_office_spares_stays(tmp_path: Path) -> None:
    hide = save_list(tmp_path / "不隐去.xlsx", ("不隐去",), ("海棠",))
    task = task_of(blind_reviews(tmp_path, hide=hide))
    notes = "".join(note for one in task.applicants for note in one.notes.values())
    assert "海棠人" in notes
    assert FIRMS[0] not in notes
    assert "晓岚" not in notes


def test_reviews_that_are_not_blind_are_told_by_name(tmp_path: Path) -> None:
    blind = task_of(blind_reviews(tmp_path))
    order = replace(blind_order(tmp_path), blind=False, folder=tmp_path / "明", hide=None)
    plain = task_of(write_reviews(order, Verifier()))
    seat = blind.seats[0]
    other = next(one for one in plain.seats if one.reviewer == seat.reviewer)
    (tmp_path / "评审" / seat.file).write_bytes((tmp_path / "明" / other.file).read_bytes())
    found = read_opinions(tmp_path / "评审", blind, (), Verifier()).findings
    told = [one.message for one in found if one.code == "QA1089"]
    assert len(told) == 1
    assert "不盲评的评审" in told[0]
    assert spellings(0)[0] not in "".join(one.message for one in found)
