"""Editions of one award in one run: apart where scores changed, together where only words did."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from builder.cli.main import root
from builder.load.library import shipped_folder
from builder.read.workbook import read_workbook
from tests.support.workbooks import PENGJIANG

TEXT = (shipped_folder("schemes") / f"{PENGJIANG}.md").read_text("utf-8")
EDITION = "依据附件2"


def edition(folder: Path, *changes: tuple[str, str]) -> Path:
    text = TEXT
    for before, after in ((EDITION, "更正版"), *changes):
        assert before in text
        text = text.replace(before, after)
    path = folder / "方案" / "更正版.md"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    (path.parent / "第一版.md").write_text(TEXT, "utf-8")
    return path


def run(*words: object) -> str:
    done = CliRunner().invoke(root, [*map(str, words)], standalone_mode=False)
    assert done.exception is None, done.output
    return done.output


def summary(folder: Path, newer: Path) -> dict[str, str]:
    """The first lines of every ranking, by its sheet."""
    run("build", PENGJIANG, "-o", folder / "收件" / "甲", "--only", "xlsx")
    run("build", newer, "-o", folder / "收件" / "乙", "--only", "xlsx")
    book = folder / "汇总.xlsx"
    run("verify", folder / "收件", "--schemes", newer.parent, "--summary", book)
    workbook = read_workbook(book).workbook
    assert workbook is not None
    return {
        sheet.name: "\n".join(str(sheet.value(row, 1)) for row in (1, 2))
        for sheet in workbook.sheets
        if "排名" in str(sheet.value(1, 1))
    }


def test_editions_stand_apart_where_points_changed(tmp_path: Path) -> None:
    moved = (
        ("1.1 企业家精神（25分）", "1.1 企业家精神（30分）"),
        ("1.2 组织文化（35分）", "1.2 组织文化（30分）"),
    )
    rankings = summary(tmp_path, edition(tmp_path, *moved))
    assert len(rankings) == 2
    assert [EDITION in text for text in rankings.values()].count(True) == 1
    assert all("合在一起" not in text for text in rankings.values())
    assert any("更正版" in name for name in rankings)


@pytest.mark.parametrize(
    "changes", [(), (("以企业家精神带领组织发展", "以企业家的精神带领组织发展"),)]
)
def test_editions_stand_together_where_only_words_changed(
    tmp_path: Path, changes: tuple[tuple[str, str], ...]
) -> None:
    rankings = summary(tmp_path, edition(tmp_path, *changes))
    assert [*rankings] == ["排名"]
    told = rankings["排名"]
    assert EDITION in told
    assert "更正版" in told
    assert "只有文字改动" in told
