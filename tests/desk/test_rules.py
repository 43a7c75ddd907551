"""The rules of a panel at the desk: one form, one file, and no change in silence."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from builder.desk.desk import Desk
from builder.desk.pages.rules import HOME, SECTIONS
from builder.load.key_names import KEYS
from builder.load.panel_rules import RULES, load_panel_rules
from builder.model.panel.join import Join
from builder.model.panel.rules import PanelRules
from builder.pipeline.panel.record_files import TASK_FILE, record_bytes
from builder.pipeline.year.folder import Room, Year
from builder.pipeline.year.opening import open_year
from builder.pipeline.year.panel_rules import rules_file
from tests.desk.paging import answer_from, desk_of, page_from
from tests.desk.test_stages import done
from tests.support.stages import ranked_panel

WRITTEN = "# 党组会定的\nline: 600\nplaces: 8\n"
NAME = "评审规则.yaml"


@pytest.fixture
def year(tmp_path: Path) -> Iterator[Year]:
    """A year in which nothing was done yet."""
    opened = open_year(tmp_path / "奖", create=True)
    assert opened.year is not None
    yield opened.year
    opened.year.close()


def there(year: Year) -> Path:
    """Where the rules lie."""
    return year.place(Room.LISTS) / NAME


def save(desk: Desk, **typed: str) -> tuple[int, str]:
    """What comes of the form as the page that is open now sends it."""
    form = {name.replace("__", "."): value for name, value in typed.items()}
    return answer_from(desk, HOME, {"of": rules_file(there(desk.year)).digest} | form)


def told_beside(field: str, page: str) -> str:
    """What a page says of one field."""
    return page.partition(f'id="t-{field}"')[2].partition("</div>")[0]


def test_every_rule_is_asked_once() -> None:
    asked = [key for _, keys in SECTIONS for key in keys]
    assert sorted(asked) == sorted(RULES.keys)


def test_rules_are_filled_in_without_a_word_of_yaml(year: Year, desk: Desk) -> None:
    page = page_from(desk, HOME)
    assert "取各评审员的平均分" in page
    assert [key for key in RULES.keys if KEYS[key] not in page] == []
    assert save(desk, join="中位数", least="2")[0] == 303
    assert there(year).read_text("utf-8") == "合成方法: 中位数\n最少人数: 2\n"
    assert load_panel_rules(there(year)).said == PanelRules(join=Join.MEDIAN, least=2)
    assert "取各评审员的中位数" in page_from(desk, HOME)


def test_what_is_wrong_stands_beside_its_field_and_nothing_is_written(
    year: Year, desk: Desk
) -> None:
    typed = {"vote.quorum": "多半", "line": "600", "weights.0.role": "<b>组长"}
    for path in (HOME, f"{HOME}/check"):
        page = page_from(desk, path, {"of": ""} | typed)
        assert "QA1140" in told_beside("vote.quorum", page)
        assert "QA115" in told_beside("weights", page)
        assert "&lt;b&gt;组长" in page
        assert 'value="600"' in page
    assert not there(year).exists()


def test_a_row_is_told_by_its_number_on_the_screen(year: Year, desk: Desk) -> None:
    typed = {"weights.0.role": "", "weights.2.role": "组长", "weights.2.weight": "重"}
    page = page_from(desk, f"{HOME}/check", {"of": ""} | typed)
    assert "第 3 行" in told_beside("weights", page)
    assert 'name="weights.2.weight" value="重"' in page
    assert not there(year).exists()


def test_only_what_was_changed_is_changed_in_the_file(year: Year, desk: Desk) -> None:
    content = b"\xef\xbb\xbf" + WRITTEN.replace("\n", "\r\n").encode()
    there(year).write_bytes(content)
    assert save(desk, line="600", places="8")[0] == 303
    assert there(year).read_bytes() == content
    assert [*year.place(Room.RECYCLED).glob("*")] == []
    assert save(desk, line="650", places="8")[0] == 303
    assert there(year).read_bytes() == content.replace(b"600", b"650")
    (kept,) = year.place(Room.RECYCLED).glob(f"*{NAME}")
    assert kept.read_bytes() == content
    assert answer_from(desk, f"{HOME}/undo", {})[0] == 303
    assert there(year).read_bytes() == content


def test_what_becomes_of_comments_is_said(year: Year, desk: Desk) -> None:
    assert "跟在一项后面的批注，那一项重写时就没有了" in page_from(desk, HOME)
    content = "# 会上定的\nvote: # 票决\n  share: 2/3\n"
    there(year).write_text(content, "utf-8")
    assert save(desk, vote__share="1/2")[0] == 303
    assert there(year).read_text("utf-8") == content.replace("2/3", "1/2")
    assert save(desk, vote__share="1/2", vote__quorum="2/3")[0] == 303
    assert "# 会上定的" in there(year).read_text("utf-8")
    assert "# 票决" not in there(year).read_text("utf-8")


def test_rules_that_are_all_cleared_are_put_aside(year: Year, desk: Desk) -> None:
    there(year).write_text(WRITTEN, "utf-8")
    assert save(desk)[0] == 303
    assert not there(year).exists()
    assert "还没有规则文件" in page_from(desk, HOME)
    answer_from(desk, f"{HOME}/undo", {})
    assert there(year).read_text("utf-8") == WRITTEN


def test_what_another_saved_meanwhile_is_not_overwritten(year: Year, desk: Desk) -> None:
    there(year).write_text(WRITTEN, "utf-8")
    page = page_from(desk, HOME, {"of": "先前的", "line": "1"})
    assert "规则文件刚才被换过" in page
    assert there(year).read_text("utf-8") == WRITTEN


@pytest.mark.parametrize("content", [b"PK\x03\x04word/", b"\xff\xfe", b"jion: mean\n", b"- x\n"])
def test_a_file_that_is_no_rules_is_told_and_can_be_replaced(
    content: bytes, year: Year, desk: Desk
) -> None:
    there(year).write_bytes(content)
    page = page_from(desk, HOME)
    assert "没有做成" not in page
    assert "QA" in page.partition("<h1>")[0]
    assert save(desk, line="600")[0] == 303
    assert load_panel_rules(there(year)).said is not None
    (kept,) = year.place(Room.RECYCLED).glob(f"*{NAME}")
    assert kept.read_bytes() == content


def test_once_the_reviews_are_joined_a_change_is_told_on_every_page(tmp_path: Path) -> None:
    rules = PanelRules(least=2)
    ranked_panel(tmp_path, rules)
    opened = open_year(tmp_path, create=True)
    assert opened.year is not None
    year, desk = opened.year, desk_of(tmp_path, opened.year)
    there(year).write_text("最少人数: 2\n", "utf-8")
    page = page_from(desk, HOME)
    assert "QA982" not in page.partition("<h1>")[0]
    assert "要换规则的，改好以后重新写合议表" in page
    assert "data-sure" in page
    # What names nothing in this panel stands beside its field, and keeps nobody from saving.
    held = page_from(desk, f"{HOME}/check", {"of": "", "tie_break": "1、9.9", "line": "501"})
    assert "QA967" in held.partition('id="t-tie_break"')[2].partition("</div>")[0]
    assert "规则的“总分”写的是 501 分" in held.partition('id="t-line"')[2].partition("</div>")[0]
    assert "取各评审员的平均分" in held
    there(year).write_text("最少人数: 1\n", "utf-8")
    for path in (HOME, "/review"):
        assert "QA982" in page_from(desk, path).partition("<h1>")[0]
    # The ranking refuses what the page told of.
    assert done(year, "join") == []
    there(year).write_text("最少人数: 2\n", "utf-8")
    assert "QA982" in done(year, "rank")
    year.close()


def test_a_scheme_that_is_gone_is_told_of_the_panel_and_of_no_rule(tmp_path: Path) -> None:
    task = ranked_panel(tmp_path, PanelRules()).merged.task
    first, *others = task.applicants
    gone = replace(first, identity=replace(first.identity, fingerprint="0" * 16))
    opened = open_year(tmp_path, create=True)
    assert opened.year is not None
    content = record_bytes(replace(task, applicants=(gone, *others)), "")
    (opened.year.place(Room.REVIEWS) / TASK_FILE).write_bytes(content)
    there(opened.year).write_text("达线: 100\n", "utf-8")
    page = page_from(desk_of(tmp_path, opened.year), HOME)
    opened.year.close()
    assert "QA956" in page.partition("<h1>")[0]
    assert "QA956" not in told_beside("weights", page)
    assert "规则文件里有这里显示不出的内容" not in page
