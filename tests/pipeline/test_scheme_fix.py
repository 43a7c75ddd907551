"""What is certain is written into a scheme file, nothing else changes, and the old one is kept."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from builder.cli.lint_command import command
from builder.load.lint import lint_scheme
from builder.model.leaf_rules import Way
from builder.model.official import Parts
from builder.pipeline.scheme_fix import ALL, fix_scheme
from tests.load.samples import HEAD, body, save

OPTIONS = ("# 1 领导（60分）", "", "A.省级（60分）", "", "B.市级（30分）")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("# 1 领导（满分60分） {process}", "# 1 领导（60分） {process}"),
        ("# 1 领导【60分】", "# 1 领导（60分）"),
        ("# 1 领导（≤60分）", "# 1 领导（60分）"),
        ("# 1 领导（６０分）", "# 1 领导（60分）"),
        ("# 1 领导（六十分）", "# 1 领导（60分）"),
        ("# 1 领导（60分）★", "# 1 领导★（60分）"),
        ("# 1 领导（60分）（必备）", "# 1 领导（必备）（60分）"),
        ("# 1 领导（满分60分）【必备】★", "# 1 领导【必备】★（60分）"),
        ("# 1 领导 共60分", "# 1 领导（60分）"),
        ("# 1 领导 ((60 pts.))", "# 1 领导（60分）"),
        ("# 1 领导（60分） ｛process｝", "# 1 领导（60分） {process}"),
        ("＃ 1 领导（60分）", "# 1 领导（60分）"),
        ("#1 领导（60分）", "# 1 领导（60分）"),
        ("# 1 领导（60\u200b分）\u200b", "# 1 领导（60分）"),
        ("＃1 领导（满分60分）★", "# 1 领导★（60分）"),
    ],
)
def test_a_heading_is_written_as_it_is_certainly_meant(
    written: str, meant: str, tmp_path: Path
) -> None:
    path = save(tmp_path, body(written, "", "甲"))
    before = path.read_bytes()
    fixed = fix_scheme(path, {})
    assert path.read_text(encoding="utf-8") == body(meant, "", "甲")
    assert fixed.kept is not None
    assert fixed.kept.read_bytes() == before
    assert lint_scheme(path).findings == ()


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("（1）甲；【60分】", "（1）甲；（60分）"),
        ("（1）甲（不超过60分）。", "（1）甲（60分）。"),
        ("（1）甲（60分）★", "（1）甲★（60分）"),
        (">70%的企业", "\\>70%的企业"),
    ],
)
def test_a_criterion_is_written_as_it_is_certainly_meant(
    written: str, meant: str, tmp_path: Path
) -> None:
    path = save(tmp_path, body("# 1 领导（60分）", "", written))
    fix_scheme(path, {})
    assert path.read_text(encoding="utf-8") == body("# 1 领导（60分）", "", meant)
    assert lint_scheme(path).findings == ()


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_lines_that_each_have_points_of_their_own_are_parted(end: str, tmp_path: Path) -> None:
    tree = ("# 1 领导（60分）", "", "甲（10分）；")
    lines = ("乙（20分）；", "丙（30分）。")
    path = save(tmp_path, "")
    path.write_bytes(body(*tree, *lines).replace("\n", end).encode())
    assert len(fix_scheme(path, {}).edits) == len(lines)
    parted = body(*tree, *(part for line in lines for part in ("", line)))
    assert path.read_bytes() == parted.replace("\n", end).encode()
    assert lint_scheme(path).findings == ()


@pytest.mark.parametrize("more", ["而且乙。", "乙（20分）；丙。", "> 注：乙（20分）"])
def test_a_line_that_may_go_on_with_the_one_above_is_left_to_a_person(
    more: str, tmp_path: Path
) -> None:
    path = save(tmp_path, body("# 1 领导（60分）", "", "甲（60分）；", more))
    assert fix_scheme(path, {}).edits == ()


@pytest.mark.parametrize(
    "written",
    [
        *("甲（60%）", "甲（5分/项）", "甲（60）", "甲（10-20分）", "甲（30分）；乙（30分）。"),
        *("甲。本项满分60分。", "+ 甲", "甲[链接](https://example.com)"),
    ],
)
def test_where_nobody_can_be_sure_nothing_is_written(written: str, tmp_path: Path) -> None:
    path = save(tmp_path, body("# 1 领导（60分）", "", written))
    before = path.read_bytes()
    assert lint_scheme(path).findings
    assert fix_scheme(path, {}).edits == ()
    assert (path.read_bytes(), sorted(tmp_path.iterdir())) == (before, [path])


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("total：60", "total: 60"),
        ("total:60", "total: 60"),
        ('step："0.5"', 'step: "0.5"'),
        ("总分：60", "总分: 60"),
    ],
)
def test_the_front_matter_is_written_as_it_is_meant(
    written: str, meant: str, tmp_path: Path
) -> None:
    key = "step" if "step" in written else "total"
    right = next(line for line in HEAD.splitlines() if line.startswith(key))
    path = save(tmp_path, body("# 1 领导（60分）", "", "甲").replace(right, written))
    fix_scheme(path, {})
    assert meant in path.read_text(encoding="utf-8").splitlines()
    assert lint_scheme(path).findings == ()


@pytest.mark.parametrize("answers", [{ALL: Parts.ONE}, {"1": Parts.ONE}])
@pytest.mark.parametrize(
    ("heading", "answered"),
    [
        ("# 1 领导（60分）", "# 1 领导（60分） {计分=择一}"),
        ("# 1 领导（60分） {process}", "# 1 领导（60分） {process 计分=择一}"),
    ],
)
def test_an_answer_stands_in_the_heading_that_was_asked(
    heading: str, answered: str, answers: dict[str, Parts], tmp_path: Path
) -> None:
    path = save(tmp_path, body(heading, *OPTIONS[1:]))
    fix_scheme(path, answers)
    assert path.read_text(encoding="utf-8") == body(answered, *OPTIONS[1:])
    assert lint_scheme(path).findings == ()


@pytest.mark.parametrize(
    ("lines", "way"),
    [
        (("每缺一项扣2分",), "扣分"),
        (("（1）投诉每起扣2分；", "", "（2）事故每起扣10分，扣完为止。"), "扣分"),
        (("每项得5分，最多20分",), "加分"),
    ],
)
def test_what_each_piece_takes_or_gives_is_written_as_such(
    lines: tuple[str, ...], way: str, tmp_path: Path
) -> None:
    path = save(tmp_path, body("# 1 领导（60分）", "", *lines))
    fix_scheme(path, {})
    assert path.read_text(encoding="utf-8") == body(f"# 1 领导（60分） {{计分={way}}}", "", *lines)
    assert lint_scheme(path).findings == ()


@pytest.mark.parametrize(
    "lines",
    [
        ("a.说明制度。", "", "b.每缺一项扣2分。"),
        ("每缺一项扣2分，酌情。",),
        ("每缺一项扣2分。", "", "有制度的得30分。"),
        ("每缺一项扣70分。",),
    ],
)
def test_what_only_some_lines_say_is_left_to_a_person(
    lines: tuple[str, ...], tmp_path: Path
) -> None:
    path = save(tmp_path, body("# 1 领导（60分）", "", *lines))
    assert [one.code for one in lint_scheme(path).findings] == ["QA281"]
    assert fix_scheme(path, {}).edits == ()


def test_of_sentences_that_leave_a_doubt_the_answer_is_written(tmp_path: Path) -> None:
    lines = ("A.省级得60分", "", "B.市级得30分")
    path = save(tmp_path, body("# 1 领导（60分）", "", *lines))
    assert fix_scheme(path, {}).edits == ()
    fix_scheme(path, {ALL: Way.ONE})
    assert path.read_text(encoding="utf-8") == body("# 1 领导（60分） {计分=择一}", "", *lines)
    assert lint_scheme(path).findings == ()


def test_without_an_answer_the_question_stays(tmp_path: Path) -> None:
    path = save(tmp_path, body(*OPTIONS))
    assert fix_scheme(path, {"2": Parts.ONE}).edits == ()
    assert [one.code for one in lint_scheme(path).findings] == ["QA178"]


def test_line_ends_a_byte_order_mark_and_an_older_copy_stay(tmp_path: Path) -> None:
    path = tmp_path / "sample.md"
    text = body("# 1 领导（满分60分）", "", "甲").replace("\n", "\r\n")
    path.write_bytes(b"\xef\xbb\xbf" + text.encode())
    (tmp_path / "sample.md.bak").write_text("早先的", encoding="utf-8")
    fixed = fix_scheme(path, {})
    assert path.read_bytes() == b"\xef\xbb\xbf" + text.replace("满分", "").encode()
    assert fixed.kept == tmp_path / "sample.md.bak2"
    assert (tmp_path / "sample.md.bak").read_text(encoding="utf-8") == "早先的"


def test_the_command_says_what_it_wrote_and_where_the_old_file_is(tmp_path: Path) -> None:
    path = save(tmp_path, body("# 1 领导（满分60分）", *OPTIONS[1:]))
    said = CliRunner().invoke(command, ["--fix", "--answer", "1=择一", str(path)]).output
    assert f"已改 {path}:11:3　“1 领导（满分60分）” → “1 领导（60分）”" in said
    assert f"改了 2 处；原来的文件存为 {path}.bak。" in said
    assert "发现 0 个问题" in said


@pytest.mark.parametrize("words", [["--answer", "择一"], ["--fix"], ["--fix", "--answer", "都行"]])
def test_an_answer_needs_a_file_to_write_it_in(words: list[str], tmp_path: Path) -> None:
    path = save(tmp_path, body(*OPTIONS))
    files = [str(path)] if "--answer" in words else []
    assert CliRunner().invoke(command, [*words, *files]).exit_code != 0
