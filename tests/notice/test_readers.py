"""A notice of any kind is read as a person sees it."""

import importlib.util
import io
import shutil
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from builder.findings.finding import Finding
from builder.notice.lines import Line, Notice, Table
from builder.notice.reading import converted
from builder.notice.reading.word_numbers import written
from tests.notice.shapes import Paper, Sheet, excel, word, word_numbered
from tests.notice.written import opened

TABLE = Sheet(
    rows=(
        ["一级", "二级", "评价要点"],
        ["领导", "方向", "甲。\n乙。"],
        [None, "治理", "丙。"],
    ),
    heads=1,
)


def notice(path: Path, content: bytes) -> Notice:
    """The notice of this content, which must be read."""
    read = opened(path, content)
    assert isinstance(read, Notice), read
    return read


def texts(notice: Notice) -> list[str]:
    """Every line of a notice."""
    return [line.text for line in notice.lines]


def table(notice: Notice) -> Table:
    """The only table of a notice."""
    (found,) = [block for block in notice.blocks if isinstance(block, Table)]
    return found


@pytest.mark.parametrize(("make", "suffix"), [(word, "docx"), (excel, "xlsx")])
def test_merged_cells_are_one_cell_with_those_they_cover(
    make: object, suffix: str, tmp_path: Path
) -> None:
    read = notice(tmp_path / f"通知.{suffix}", make(Paper(parts=("标题", TABLE))))  # type: ignore[operator]
    assert texts(read) == [
        "标题",
        "一级",
        "二级",
        "评价要点",
        "领导",
        "方向",
        "甲。",
        "乙。",
        "治理",
        "丙。",
    ]
    rows = table(read).rows
    assert (rows[1][0].down, rows[2][0].covered) == (2, True)


def test_places_say_where_a_person_finds_a_line(tmp_path: Path) -> None:
    paper = Paper(parts=("标题", TABLE))
    in_word = notice(tmp_path / "通知.docx", word(paper))
    assert {line.text: line.place for line in in_word.lines}["丙。"] == "第 1 个表第 3 行"
    in_excel = notice(tmp_path / "通知.xlsx", excel(paper))
    assert {line.text: line.place for line in in_excel.lines}["丙。"] == "Sheet!C5"
    in_text = notice(tmp_path / "通知.txt", "标题\n\n正文".encode("gb18030"))
    assert [line.place for line in in_text.lines] == ["第 1 行", "第 3 行"]


def test_numbers_that_word_prints_by_itself_are_part_of_the_text(tmp_path: Path) -> None:
    paper = Paper(
        parts=(
            "一、总则",
            "（一）方面",
            "1.1 领导",
            "1.2 质量",
            "a.如何做",
            "b.如何改",
            "（二）方面",
            "——质量",
        )
    )
    read = notice(tmp_path / "通知.docx", word_numbered(paper))
    assert texts(read) == [
        *(
            "一、总则",
            "（一）方面",
            "1.1 领导",
            "1.2 质量",
            "a. 如何做",
            "b. 如何改",
            "（二）方面",
            "—— 质量",
        ),
    ]


@pytest.mark.parametrize(
    ("value", "kind", "printed"),
    [
        *(
            (11, "chineseCounting", "十一"),
            (20, "japaneseCounting", "二十"),
            (35, "chineseCountingThousand", "三十五"),
        ),
        *((3, "decimalFullWidth", "３"), (2, "upperLetter", "B"), (28, "lowerLetter", "bb")),
        *(
            (4, "lowerRoman", "iv"),
            (1999, "upperRoman", "MCMXCIX"),
            (3, "decimalEnclosedCircle", "③"),
        ),
        *(
            (3, "none", ""),
            (3, "decimalZero", "03"),
            (120, "chineseCounting", "120"),
            (7, "unheard", "7"),
        ),
    ],
)
def test_the_formats_of_numbers_are_written_as_word_writes_them(
    value: int, kind: str, printed: str
) -> None:
    assert written(value, kind) == printed


def test_deleted_and_hidden_text_is_not_read_and_text_boxes_and_notes_are(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("看得见")._p.append(  # noqa: SLF001 - the library has no tracked changes
        parse_xml(
            f'<w:del {nsdecls("w")} w:id="1" w:author="甲">'
            "<w:r><w:delText>删了的</w:delText></w:r></w:del>"
        )
    )
    document.add_paragraph().add_run("藏起来的").font.hidden = True
    document.add_paragraph("有框")._p.append(  # noqa: SLF001 - nor text boxes
        parse_xml(
            f"<w:r {nsdecls('w')}><w:pict>"
            '<v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox>'
            "<w:txbxContent><w:p><w:r><w:t>框里的</w:t></w:r></w:p></w:txbxContent>"
            "</v:textbox></v:shape></w:pict></w:r>"
        )
    )
    held = io.BytesIO()
    document.save(held)
    read = notice(tmp_path / "通知.docx", held.getvalue())
    assert texts(read) == ["看得见", "有框", "框里的"]


def test_what_extraction_left_in_a_text_is_no_text_of_the_notice(tmp_path: Path) -> None:
    text = '[bookmark: _Toc1]标准\n- a) 第一条\n分数\t描述\n5%\t<ul style="x"> • 甲 • 乙 •\n'
    read = notice(tmp_path / "通知.txt", text.encode())
    assert texts(read) == ["标准", "a) 第一条", "分数", "描述", "5%", "• 甲", "• 乙"]


def test_a_cell_with_empty_lines_in_it_does_not_break_its_row(tmp_path: Path) -> None:
    first = "\t一级\n\t二级\n\t要点\n\n\t领导\n\n（5分）\n\t方向\n\n\n\ta.甲\n\nb.乙\n\n"
    text = f"{first}\t\n\t治理\n\t丙\n\n\n后文\n"
    read = notice(tmp_path / "通知.txt", text.encode())
    assert [[cell.text for cell in row] for row in table(read).rows] == [
        ["一级", "二级", "要点"],
        ["领导（5分）", "方向", "a.甲b.乙"],
        ["", "治理", "丙"],
    ]
    assert isinstance(read.blocks[-1], Line)


def test_an_old_file_without_libreoffice_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(converted, "office_program", lambda: None)
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le")
    read = opened(tmp_path / "通知.doc", old)
    assert isinstance(read, Finding)
    assert read.code == "QA989"


@pytest.mark.needs_libreoffice
def test_an_old_word_file_is_read_by_libreoffice(tmp_path: Path) -> None:
    made = tmp_path / "新.docx"
    made.write_bytes(word(Paper(parts=("标题", TABLE))))
    old = converted.converted(made.read_bytes(), ".docx", "doc")
    assert texts(notice(tmp_path / "通知.doc", old))[:2] == ["标题", "一级"]


def test_a_pdf_without_its_reader_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    read = opened(tmp_path / "通知.pdf", b"%PDF-1.7\n")
    assert isinstance(read, Finding)
    assert (read.code, ".[pdf]" in read.fix) == ("QA991", True)


def test_office_programs_are_found_on_the_path() -> None:
    found = converted.office_program()
    assert (found is None) == (shutil.which("soffice") is None)
