"""Whatever was handed in is verified, or listed with a reason; nothing goes unmentioned."""

import io
import os
import zipfile
from pathlib import Path

import pytest

from builder.findings.finding import Finding
from builder.ooxml.limits import NESTED_ARCHIVES
from builder.pipeline.intake import apart_from_evidence, returned_files, take_in
from builder.pipeline.returned_files import ReturnedFile
from tests.support.panels import filled_panel, finished, merged_panel, read_back, sign
from tests.support.reports import filled_report
from tests.support.workbooks import PENGJIANG

OFFICE_TYPES = (
    '<Types><Override ContentType="application/vnd.openxmlformats-officedocument.{}.main+xml"/>'
)


def packed(*members: tuple[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as package:
        for name, content in members:
            # Of no time: the bytes name a test, and each process must name it alike.
            package.writestr(zipfile.ZipInfo(name), content)
    return held.getvalue()


def office(kind: str, *more: tuple[str, bytes]) -> bytes:
    return packed(("[Content_Types].xml", OFFICE_TYPES.format(kind).encode()), *more)


WORKBOOK = office("spreadsheetml.sheet")
NOTICE = office("wordprocessingml.document", ("word/document.xml", b"<w:document/>"))
OPEN_SHEET = packed(("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"))
OPEN_TEXT = packed(("mimetype", b"application/vnd.oasis.opendocument.text"))
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
OLD_WORKBOOK = COMPOUND + "Workbook".encode("utf-16-le")
OLD_DOCUMENT = COMPOUND + "WordDocument".encode("utf-16-le")


def taken(folder: Path) -> tuple[list[str], dict[str, str]]:
    """The names of what is verified, and the code of what is not, below the folder."""
    intake = take_in([folder])
    files = [file for file in intake.files if isinstance(file, ReturnedFile)]
    left = {one.place.path: one.code for one in intake.left_out}
    under = f"{folder}/"
    return (
        [file.name.removeprefix(under) for file in files],
        {path.removeprefix(under): code for path, code in left.items()},
    )


@pytest.mark.parametrize(
    ("name", "content", "is_document"),
    [
        ("甲.xlsx", WORKBOOK, False),
        ("己", WORKBOOK, False),
        ("壬.xlsx（1）", WORKBOOK, False),
        ("辛.xlsx.tmp", WORKBOOK, False),
        (".癸.xlsx", WORKBOOK, False),
        ("申报材料.docx", WORKBOOK, False),
        ("旧.csv", OLD_WORKBOOK, False),
        ("破.xlsx", b"no workbook", False),
        ("甲公司-申报材料.docx", NOTICE, True),
        ("甲公司-申报材料.doc", OLD_DOCUMENT, True),
        ("甲公司-申报材料.docx", OLD_WORKBOOK, False),
    ],
)
def test_what_a_file_is_is_read_from_its_content_or_said_by_its_name(
    tmp_path: Path, name: str, content: bytes, *, is_document: bool
) -> None:
    (tmp_path / name).write_bytes(content)
    for path in (tmp_path, tmp_path / name):
        (file,) = returned_files([path])
        assert isinstance(file, ReturnedFile)
        assert (file.path.name, file.is_document) == (name, is_document)


@pytest.mark.parametrize("name", ["甲.docx", "甲公司", "甲.xlsx"])
def test_a_report_of_ours_is_one_whatever_it_is_called(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(filled_report(PENGJIANG))
    for path in (tmp_path, tmp_path / name):
        (file,) = returned_files([path])
        assert isinstance(file, ReturnedFile)
        assert file.is_document


def test_half_a_document_is_told_as_a_document_and_not_as_an_archive(tmp_path: Path) -> None:
    (tmp_path / "证书.docx").write_bytes(NOTICE[: len(NOTICE) // 2])
    assert taken(tmp_path)[1] == {"证书.docx": "QA262"}


@pytest.mark.parametrize(
    ("content", "code", "words"),
    [
        (OPEN_SHEET, "QA261", "另存为”.xlsx"),
        (OPEN_TEXT, "QA262", "另存为”.docx"),
        (OLD_DOCUMENT, "QA262", "另存为”.docx"),
        (b"{\\rtf1", "QA262", "另存为”.docx"),
        (b"Rar!\x1a\x07", "QA263", "请解压"),
        (b"7z\xbc\xaf\x27\x1c", "QA263", "请解压"),
        (packed(("a", b"b"))[:40], "QA263", "损坏"),
        (b"%PDF-1.7", "QA265", "PDF"),
        (packed(("OFD.xml", b"<ofd:OFD/>")), "QA265", "OFD"),
        (b"\x89PNG\r\n", "QA265", "图片"),
        (b"[InternetShortcut]\r\nURL=a", "QA264", "快捷方式"),
        (bytes(5000), "QA264", "空字节"),
        ("单位,得分".encode("gbk"), "QA265", "纯文本"),
        (b"", "QA265", "空文件"),
        (bytes(range(256)), "QA265", "认不出格式"),
        (NOTICE, "QA265", "Word 文档"),
        (packed(("一.pdf", b"%PDF-1.7"), ("二.pdf", b"%PDF-1.7")), "QA266", "有 2 个文件"),
    ],
)
@pytest.mark.parametrize("name", ["材料", "材料.dat"])
def test_what_is_not_verified_is_listed_with_its_reason(
    tmp_path: Path, content: bytes, code: str, words: str, name: str
) -> None:
    for folder in (tmp_path, tmp_path / "收件.zip"):
        if folder.suffix:
            (tmp_path / name).unlink()
            folder.write_bytes(packed((name, content)))
        else:
            (folder / name).write_bytes(content)
        (one,) = take_in([folder]).left_out
        assert (one.code, one.place.path) == (code, f"{folder}/{name}")
        assert words in f"{one.message}{one.fix}"


def test_what_programs_leave_behind_is_nobodys_file(tmp_path: Path) -> None:
    for name in ("~$甲.xlsx", ".~甲.xlsx", "._甲.xlsx", ".DS_Store", "Thumbs.db"):
        (tmp_path / name).write_bytes(WORKBOOK)
    assert taken(tmp_path) == ([], {})


def test_the_records_of_a_panel_are_this_programs_own_and_not_listed(tmp_path: Path) -> None:
    merged_panel(tmp_path, filled_panel(tmp_path))
    merged = read_back(tmp_path)
    for code, _ in merged.task.names:
        sign(tmp_path, merged, code)
    assert finished(tmp_path, merged).findings == ()
    records = {path.name for path in tmp_path.rglob("*.json")}
    assert records == {"写出记录.json", "评审任务.json", "合议任务.json", "评审记录.json"}
    assert [path for path in taken(tmp_path)[1] if path.endswith(".json")] == []
    (tmp_path / "收件.zip").write_bytes(packed(*((name, b"{}") for name in records)))
    assert take_in([tmp_path / "收件.zip"]).left_out == ()


def test_archives_in_folders_and_in_archives_are_opened(tmp_path: Path) -> None:
    inner = packed(("嵌套/丁.xlsx", WORKBOOK), ("己.pdf", b"%PDF-1.7"))
    (tmp_path / "外层.zip").write_bytes(packed(("里面/内层.zip", inner), ("王五.xlsx", WORKBOOK)))
    files, left = taken(tmp_path)
    assert files == ["外层.zip/王五.xlsx", "外层.zip/里面/内层.zip/嵌套/丁.xlsx"]
    assert left == {"外层.zip/里面/内层.zip/己.pdf": "QA265"}
    contents = [
        file.content() for file in returned_files([tmp_path]) if isinstance(file, ReturnedFile)
    ]
    assert contents == [WORKBOOK, WORKBOOK]


def test_archives_packed_too_deep_are_told_and_not_opened(tmp_path: Path) -> None:
    content = packed(("甲.xlsx", WORKBOOK))
    for _ in range(NESTED_ARCHIVES.most):
        content = packed(("内.zip", content))
    (tmp_path / "外.zip").write_bytes(content)
    files, left = taken(tmp_path)
    assert files == []
    assert [*left.values()] == ["QA263"]


def test_a_name_in_utf8_without_the_flag_is_read_as_people_wrote_it(tmp_path: Path) -> None:
    name = "甲公司-申报材料.docx".encode()
    raw = packed(("x" * len(name), NOTICE)).replace(b"x" * len(name), name)
    (tmp_path / "收件.zip").write_bytes(raw)
    assert taken(tmp_path)[0] == ["收件.zip/甲公司-申报材料.docx"]


def test_a_pipe_and_a_broken_link_are_listed_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "管道")
    (tmp_path / "断链").symlink_to(tmp_path / "没有")
    (tmp_path / "圈").symlink_to(tmp_path)
    assert taken(tmp_path) == ([], {"管道": "QA264", "断链": "QA264", "圈": "QA264"})


def test_what_was_handed_in_as_evidence_is_not_listed_again(tmp_path: Path) -> None:
    (tmp_path / "证据").mkdir()
    for path in (tmp_path / "一.pdf", tmp_path / "证据" / "二.pdf"):
        path.write_bytes(b"%PDF-1.7")
    found: tuple[Finding, ...] = take_in([tmp_path]).left_out
    told, proofs = apart_from_evidence(found, tmp_path / "证据")
    assert [one.place.path for one in told] == [str(tmp_path / "一.pdf")]
    assert [one.place.path for one in proofs] == [str(tmp_path / "证据" / "二.pdf")]
    assert apart_from_evidence(found, None) == (found, ())


@pytest.mark.parametrize(
    "name", ["自评表.ods", "材料.rar", "申报材料.pdf", "自评打分表（盖章）.pdf"]
)
def test_what_could_be_a_material_is_listed_among_the_evidence_too(
    tmp_path: Path, name: str
) -> None:
    contents = {".ods": OPEN_SHEET, ".rar": b"Rar!\x1a\x07\x00"}
    (tmp_path / name).write_bytes(contents.get(Path(name).suffix, b"%PDF-1.7"))
    told, proofs = apart_from_evidence(take_in([tmp_path]).left_out, tmp_path)
    assert ([one.place.path for one in told], proofs) == ([str(tmp_path / name)], ())
