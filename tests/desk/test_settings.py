"""The settings of the office at the desk: what a hand wrote in the file is not lost unasked."""

from pathlib import Path

from builder.pipeline.year.folder import Room
from builder.pipeline.year.opening import open_year
from tests.desk.paging import answer_from, desk_of, page_from


def test_comments_of_a_hand_are_told_of_before_they_go(tmp_path: Path) -> None:
    opened = open_year(tmp_path / "奖", create=True)
    assert opened.year is not None
    year, desk = opened.year, desk_of(opened.year.root, opened.year)
    path = year.place(Room.SETTINGS) / "本单位.yaml"
    path.write_text("# 局长定的\nname: 某办\n", "utf-8")
    page = page_from(desk, "/settings")
    assert "data-sure" in page.partition("<main")[2]
    assert "手写的批注" in page
    assert answer_from(desk, "/settings", {"name": "另一办"})[0] == 303
    (kept,) = year.place(Room.RECYCLED).glob("*本单位.yaml")
    assert "# 局长定的" in kept.read_text("utf-8")
    assert "手写的批注" not in page_from(desk, "/settings")
    year.close()
