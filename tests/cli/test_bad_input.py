"""Whatever a user hands over, the answer is a clear Chinese sentence and the right exit code."""

import io
import os
import re
import zipfile
from pathlib import Path

import docx
import pytest

from tests.cli.calls import call, files_in
from tests.cli.test_commands import OWN_SCHEME
from tests.support.answers import complete_answers
from tests.support.workbooks import PENGJIANG, filled_bytes, shipped_plan

OLE = bytes.fromhex("d0cf11e0a1b11ae1")
COMMANDS = ("list", "show", "lint", "build", "inputs", "verify", "explain", "demo")


def good_workbook() -> bytes:
    plan = shipped_plan(PENGJIANG)
    return filled_bytes(plan, complete_answers(plan))


def word_document() -> bytes:
    buffer = io.BytesIO()
    docx.Document().save(buffer)
    return buffer.getvalue()


def foreign_workbook() -> bytes:
    """A workbook that is sound but none of ours."""
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/'
        'content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-'
        'package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        '<Override PartName="/b.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        'spreadsheetml.sheet.main+xml"/></Types>',
        "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        'relationships"><Relationship Id="r1" Target="b.xml" Type="http://schemas.openxmlformats.'
        'org/officeDocument/2006/relationships/officeDocument"/></Relationships>',
        "b.xml": '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        "<sheets/></workbook>",
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, text in parts.items():
            package.writestr(name, text)
    return buffer.getvalue()


BAD_WORKBOOKS = {
    "空.xlsx": b"",
    "加密.xlsx": OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 600,
    "旧版.xls": OLE + b"\0" * 600 + "Workbook".encode("utf-16-le") + b"\0" * 600,
    "截断.xlsx": good_workbook()[:5000],
    "别的.xlsx": foreign_workbook(),
    "文档.xlsx": word_document(),
    "表.csv": "指标,得分\n1.1,20\n".encode("gbk"),
}


@pytest.mark.parametrize("as_json", [True, False])
def test_bad_workbooks_are_refused_one_by_one_and_good_ones_still_verified(
    tmp_path: Path, *, as_json: bool
) -> None:
    for name, content in BAD_WORKBOOKS.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "好.xlsx").write_bytes(good_workbook())
    (tmp_path / "文件夹").mkdir()
    names = [*BAD_WORKBOOKS, "文件夹", "没有.xlsx", "好.xlsx"]
    done = call(tmp_path, "verify", *names, *(["--json"] if as_json else []))
    assert done.code == 3
    if not as_json:
        assert "通过 1，有问题 0，无法核验 9。" in done.output
        assert done.output.count("【无法核验】") == len(names) - 1
        return
    assert [verdict["path"] for verdict in done.json] == names
    assert [verdict["status"] for verdict in done.json] == ["unreadable"] * 9 + ["clean"]
    codes = [[finding["code"] for finding in verdict["findings"]] for verdict in done.json[:-1]]
    assert codes == [
        [code]
        for code in (
            *("QA205", "QA206", "QA207", "QA220", "QA301", "QA208", "QA211", "QA218", "QA201"),
        )
    ]
    for verdict in done.json[:-1]:
        assert verdict["score"] is None
        for finding in verdict["findings"]:
            assert re.search("[\u4e00-\u9fff]", finding["message"])
            assert finding["fix"]


@pytest.mark.parametrize(
    "name", [os.fsdecode(b"\xff\xfe.xlsx"), "\x1b[31m红\n\x07.xlsx", "😀\u202e.xlsx", "=1+1"]
)
def test_an_odd_file_name_is_printed_harmlessly_and_kept_exactly_in_json(
    tmp_path: Path, name: str
) -> None:
    plain = call(tmp_path, "verify", name)
    assert plain.code == 3
    assert "\x1b" not in plain.output
    assert "\x07" not in plain.output
    assert plain.output.splitlines()[0].startswith("【无法核验】")
    (verdict,) = call(tmp_path, "verify", name, "--json").json
    assert verdict["path"] == name


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["show", "没有.md"], 3),
        (["build", "没有.md"], 3),
        (["lint", "没有.md"], 3),
        (["inputs", "没有.md"], 3),
        (["show", "."], 2),
        (["show", "./"], 3),
        (["show", ""], 2),
        (["show", "x" * 5000], 2),
        (["show", "x" * 5000 + ".md"], 3),
        (["build", "xinhui-servce"], 2),
        (["verify", "--scheme", "没有.md", "没有.xlsx"], 3),
    ],
)
def test_a_scheme_that_is_not_there_is_one_sentence(
    tmp_path: Path, words: list[str], code: int
) -> None:
    done = call(tmp_path, *words)
    assert done.code == code
    assert "办法：" in done.output + done.errors
    assert files_in(tmp_path) == []


def test_a_misspelt_award_is_answered_with_the_right_one(tmp_path: Path) -> None:
    assert "xinhui-service" in call(tmp_path, "build", "xinhui-servce").errors


def test_all_problems_of_a_scheme_are_told_at_once_and_nothing_is_written(tmp_path: Path) -> None:
    text = OWN_SCHEME.replace("（25分）", "（二十分）").replace("scale: direct", "scael: direct")
    text = text.replace("## 1.2", "#### 1.2")
    (tmp_path / "own.md").write_text(text, encoding="utf-8")
    lint = call(tmp_path, "lint", "own.md", "--json")
    assert lint.code == 1
    assert len({finding["code"] for finding in lint.json}) >= 3
    for finding in lint.json:
        assert finding["file"].endswith("own.md")
        assert finding["line"] >= 1
        assert finding["column"] >= 1
        assert finding["fix"]
    build = call(tmp_path, "build", "own.md")
    assert build.code == 1
    for finding in lint.json:
        assert finding["message"] in build.errors
        assert f"own.md:{finding['line']}:{finding['column']}" in build.errors
    assert files_in(tmp_path) == ["own.md"]


def test_a_syntax_error_in_the_front_matter_is_told_at_its_place(tmp_path: Path) -> None:
    (tmp_path / "own.md").write_text(OWN_SCHEME.replace("total: 60", "total: [60"))
    done = call(tmp_path, "build", "own.md")
    assert done.code in (1, 3)
    assert re.search(r"own\.md:\d+:\d+", done.errors)
    assert files_in(tmp_path) == ["own.md"]


def test_an_output_folder_that_is_a_file_is_one_sentence_and_the_file_stays(
    tmp_path: Path,
) -> None:
    (tmp_path / "占位").write_text("原有内容")
    for folder in ("占位", "占位/下级"):
        done = call(tmp_path, "build", PENGJIANG, "-o", folder, "--only", "xlsx")
        assert done.code == 3
        assert done.errors.count("QA891") == 1
        assert not re.search(r"[A-Za-z]{3,} [a-z]{3,}", done.errors), "an English reason"
    assert files_in(tmp_path) == ["占位"]
    assert (tmp_path / "占位").read_text() == "原有内容"


def test_a_folder_in_the_place_of_the_workbook_stays_and_nothing_is_left_beside_it(
    tmp_path: Path,
) -> None:
    built = call(tmp_path, "build", PENGJIANG, "-o", "x", "--only", "xlsx")
    assert built.code == 0
    (name,) = files_in(tmp_path)
    (tmp_path / name).unlink()
    (tmp_path / name).mkdir()
    done = call(tmp_path, "build", PENGJIANG, "-o", "x", "--only", "xlsx")
    assert done.code == 3
    assert files_in(tmp_path) == []


def test_demo_that_cannot_write_says_so(tmp_path: Path) -> None:
    (tmp_path / "output").write_text("")
    done = call(tmp_path, "demo")
    assert done.code == 3
    assert "QA891" in done.errors
    assert "三处故意留下的错误" not in done.output
