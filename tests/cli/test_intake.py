"""``verify`` of a folder counts every file in it: on the terminal, as JSON and on the page."""

from pathlib import Path

import openpyxl
import pytest

from builder.pipeline.intake import take_in
from builder.show.left_out import left_out_lines
from tests.cli.calls import call
from tests.support.workbooks import PENGJIANG
from tests.verify.judged import case


def received(folder: Path, *more: tuple[str, bytes]) -> None:
    """A good workbook and other files in one folder."""
    (folder / "收件").mkdir()
    for name, content in (("甲.xlsx", case(PENGJIANG, 0).content), *more):
        (folder / "收件" / name).write_bytes(content)


@pytest.mark.parametrize(
    ("name", "content", "code"), [("庚.pdf", b"%PDF-1.7", 0), ("丁.rar", b"Rar!\x1a\x07", 1)]
)
def test_only_what_may_be_a_material_keeps_a_run_from_being_clean(
    tmp_path: Path, name: str, content: bytes, code: int
) -> None:
    received(tmp_path, (name, content))
    done = call(tmp_path, "verify", "收件", "--html", "结果.html")
    assert done.code == code
    assert f"收件/{name}" in done.output
    last = "核验 1 个文件：通过 1，有问题 0，无法核验 0；另有 1 个文件没有核验，原因已列出。"
    assert done.output.splitlines()[-1] == last
    page = (tmp_path / "结果.html").read_text(encoding="utf-8")
    assert last in page
    assert f"收件/{name}</td>" in page


@pytest.mark.parametrize(
    ("others", "title"), [((), ""), (("庚.pdf", "辛.pdf"), "（另有 2 个文件没有核验，原因已列出）")]
)
def test_the_summary_says_in_its_first_title_how_many_were_left_out(
    tmp_path: Path, others: tuple[str, ...], title: str
) -> None:
    received(tmp_path, *((name, b"%PDF-1.7") for name in others))
    call(tmp_path, "verify", "收件", "--summary", "汇总.xlsx")
    first, *more = openpyxl.load_workbook(tmp_path / "汇总.xlsx").worksheets
    assert first["A1"].value.endswith(f"核验得分排名{title}")
    named = [sheet.title for sheet in more if "没有核验" in sheet["A1"].value]
    # The sheet that lists them is called so itself.
    assert named == (["没有核验"] if others else [])


def test_json_holds_what_was_left_out_with_its_reason(tmp_path: Path) -> None:
    received(tmp_path, ("庚.pdf", b"%PDF-1.7"))
    verdict, other = call(tmp_path, "verify", "收件", "--json").json
    assert verdict.keys() == other.keys()
    assert (other["path"], other["status"], other["score"]) == ("收件/庚.pdf", "left_out", None)
    assert [one["code"] for one in other["findings"]] == ["QA265"]


def test_many_files_left_out_for_one_reason_are_told_together(tmp_path: Path) -> None:
    for number in range(9):
        (tmp_path / f"{number}.pdf").write_bytes(b"%PDF-1.7")
    lines = [*left_out_lines(take_in([tmp_path]).left_out)]
    assert len(lines) == 3
    assert "0.pdf 等 9 个文件" in lines[1]
