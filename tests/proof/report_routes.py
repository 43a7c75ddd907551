"""Honest ways to write, format and save a report, of which nothing may be told but a hint."""

from collections.abc import Iterator
from typing import Any

from docx.oxml.ns import qn

from tests.proof.report_markup import (
    SETTINGS,
    WITH_STYLES,
    Edit,
    add_lines,
    append,
    asked_sections,
    both,
    field,
    in_answer,
    made,
    properties,
    put,
    related,
    run,
    say_after,
    table,
    text_box,
)
from tests.proof.report_saves import SAVES, WITH_COMMENTS
from tests.proof.reports import EditParts, ReportFault, say, section_of
from tests.support.reports import words_of

_FIGURES = ("图3-2　顾客满意度", "表5　近三年奖项")


def honest_contents(kit: str) -> Iterator[ReportFault]:
    """The same report written, formatted or saved in other ways, of which nothing is told."""
    section = next(asked_sections(kit))
    for name, edit, parts in ROUTES:
        sow = None if edit is None else in_answer(section, edit)
        yield ReportFault(kit=kit, name=name, expected=(), sow=sow, edit=parts)
    for name, sow, parts in WHOLE_ROUTES:
        hints = ("QA457",) if name == WITH_COMMENTS else ()
        yield ReportFault(kit=kit, name=name, expected=hints, sow=sow, edit=parts)


def _into_a_box(answer: Any) -> None:
    text = words_of(answer)
    say(answer, "")
    append(answer, text_box(f"<w:p>{run(text)}</w:p>"))


def _into_an_old_box(answer: Any) -> None:
    text = words_of(answer)
    say(answer, "")
    box = f"<w:txbxContent><w:p>{run(text)}</w:p></w:txbxContent>"
    append(answer, f"<w:r><w:pict><v:textbox>{box}</v:textbox></w:pict></w:r>")


def _into_a_table_in_a_table(answer: Any) -> None:
    text = words_of(answer)
    say(answer, "")
    inner = f"<w:tbl><w:tr><w:tc><w:p>{run(text)}</w:p></w:tc></w:tr></w:tbl>"
    answer.addnext(table("", nested=inner))


def _into_a_frame(answer: Any) -> None:
    frame = made("<w:tbl><w:tr><w:tc/></w:tr></w:tbl>")
    answer.addprevious(frame)
    frame[0][0].append(answer)


def _frame_everything(root: Any) -> None:
    """The whole body in one cell, as a border around every page is made."""
    body = root.find(qn("w:body"))
    frame = made("<w:tbl><w:tr><w:tc/></w:tr></w:tbl>")
    frame[0][0].extend(one for one in [*body] if one.tag != qn("w:sectPr"))
    body.insert(0, frame)


def _into_a_control(answer: Any) -> None:
    control = made("<w:sdt><w:sdtContent/></w:sdt>")
    answer.addprevious(control)
    control[0].append(answer)


def _into_cells_of_controls(answer: Any) -> None:
    text = words_of(answer)
    say(answer, "")
    cell = f"<w:sdt><w:sdtContent><w:tc><w:p>{run(text)}</w:p></w:tc></w:sdtContent></w:sdt>"
    row = f"<w:sdt><w:sdtContent><w:tr>{cell}</w:tr></w:sdtContent></w:sdt>"
    answer.addnext(made(f"<w:tbl>{row}</w:tbl>"))


def _cited(answer: Any) -> None:
    say_after(answer, "见图3-2，如表5所示（图3—2）。参见GB/T 19580表7，公司有E85汽油和E1级板材。")
    add_lines(answer, *_FIGURES)


def _titles_in_cells(answer: Any) -> None:
    say_after(answer, "如图1、图2所示，由表一可知。")
    answer.addnext(table("图1 组织", "图2 流程", "表1 数据"))


def _continued(answer: Any) -> None:
    add_lines(answer, "表2　设备", "续表2　设备", "表2（续）", "图1显示了变化。", "图1 变化")


def _delete_chapters(root: Any) -> None:
    for bookmark in ("qa_guide", "qa_reference"):
        for element in section_of(root, bookmark):
            element.getparent().remove(element)
    for paragraph in [*root.iter(qn("w:p"))]:
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        if style is not None and style.get(qn("w:val"), "").upper().startswith("TOC"):
            paragraph.getparent().remove(paragraph)


def _formula(answer: Any) -> None:
    append(
        answer,
        '<w:r><w:object><v:shape/><o:OLEObject Type="Embed" ProgID="Equation.DSMT4" r:id="rIdX"/>'
        "</w:object></w:r>",
    )


ROUTES: tuple[tuple[str, Edit | None, EditParts | None], ...] = (
    ("in a text box", _into_a_box, None),
    ("in a text box of an older program", _into_an_old_box, None),
    ("in a table in a table", _into_a_table_in_a_table, None),
    ("in a frame", _into_a_frame, None),
    ("in a content control", _into_a_control, None),
    ("in cells and rows of content controls", _into_cells_of_controls, None),
    ("figures cited and titled", _cited, None),
    ("titles in the cells of a table", _titles_in_cells, None),
    ("a table continued", _continued, None),
    ("hidden in the web view only", lambda one: properties(one, "<w:webHidden/>"), None),
    (
        "hidden by two styles, which shows",
        lambda one: properties(one, '<w:rStyle w:val="xBase"/>', style="xPara"),
        WITH_STYLES,
    ),
    (
        "a paragraph style named where a character style belongs",
        lambda one: properties(one, '<w:rStyle w:val="xPara"/>'),
        WITH_STYLES,
    ),
    (
        "white on a dark ground",
        lambda one: properties(one, '<w:color w:val="FFFFFF"/>', style="xDark"),
        WITH_STYLES,
    ),
    (
        "white on a marked ground",
        lambda one: properties(one, '<w:color w:val="FFFFFF"/><w:highlight w:val="darkBlue"/>'),
        None,
    ),
    (
        "white in a table on a dark ground",
        lambda one: one.addnext(table("良好", style="xBanded")),
        WITH_STYLES,
    ),
    (
        "with a reading over a word",
        lambda one: append(
            one,
            "<w:r><w:ruby><w:rt><w:r><w:t>zhì</w:t></w:r></w:rt><w:rubyBase>"
            "<w:r><w:t>质</w:t></w:r></w:rubyBase></w:ruby></w:r>",
        ),
        None,
    ),
    ("with a link", None, related("hyperlink", "https://127.0.0.1/")),
    (
        "made from a template of its own",
        None,
        related("attachedTemplate", "file:///C:\\Users\\x\\t.dotm", source=SETTINGS),
    ),
    (
        "pasted from a chat program",
        field('INCLUDEPICTURE "C:\\\\Users\\\\x\\\\a.png" \\* MERGEFORMATINET'),
        None,
    ),
    ("with a link in a field", field('HYPERLINK "https://127.0.0.1/"'), None),
    (
        "with a chart and the table behind it",
        None,
        both(
            related("chart", "charts/chart1.xml", outside=False),
            put("word/charts/chart1.xml", b"<chart/>"),
            related(
                "package", "../embeddings/t.xlsx", source="word/charts/chart1.xml", outside=False
            ),
            put("word/embeddings/t.xlsx", b"PK"),
        ),
    ),
    (
        "with a formula of an older program",
        _formula,
        both(
            related("oleObject", "embeddings/o.bin", outside=False),
            put("word/embeddings/o.bin", b"\xd0\xcf"),
        ),
    ),
)

# What is done to the whole report and not to one answer.
WHOLE_ROUTES = (
    ("chapters for reading deleted", _delete_chapters, None),
    ("all in one frame", _frame_everything, None),
    *SAVES,
)
REPORT_ROUTES = (*(name for name, _, _ in ROUTES), *(name for name, _, _ in WHOLE_ROUTES))
