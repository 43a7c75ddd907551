"""Text that does not print is not written: it is not counted, and told once with its cause."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_COLOR_INDEX, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.text.run import Run

from builder.model.verdict import Status
from builder.pipeline.batch import Basis
from builder.pipeline.intake import take_in
from builder.pipeline.run import verify_all
from builder.pipeline.word_text import report_text
from builder.word.words import EVIDENCE_HEADER, PROMPTS
from tests.support.reports import complete_workbook, filled_report, save_report
from tests.support.workbooks import PENGJIANG, PROVED_KITS
from tests.verify.word.test_document import first_answer, section_of, told, verdict_on

SAID = "我们采用系统的方法"


def style(document: Document, name: str, kind: WD_STYLE_TYPE, base: str = "") -> Any:
    made: Any = document.styles.add_style(name, kind)
    if base:
        made.base_style = document.styles[base]
    return made


def by_run(document: Document) -> None:
    first_answer(document).runs[0].font.hidden = True


def by_paragraph_style(document: Document) -> None:
    made = style(document, "小字", WD_STYLE_TYPE.PARAGRAPH)
    made.font.hidden = True
    first_answer(document).style = made


def by_what_a_style_is_based_on(document: Document) -> None:
    style(document, "底", WD_STYLE_TYPE.PARAGRAPH).font.hidden = True
    style(document, "中", WD_STYLE_TYPE.PARAGRAPH, "底")
    first_answer(document).style = style(document, "上", WD_STYLE_TYPE.PARAGRAPH, "中")


def by_character_style(document: Document) -> None:
    made = style(document, "不印", WD_STYLE_TYPE.CHARACTER)
    made.font.hidden = True
    first_answer(document).runs[0].style = made


def by_a_tick_that_is_kept_in_the_guidance(document: Document) -> None:
    """Typed on in the paragraph of a prompt, and hidden with all prompts in the end."""
    document.styles["QA指导"].font.hidden = True
    answer = first_answer(document)
    prompt = next(iter(PROMPTS.values()))[0]
    answer.runs[0].text = f"{prompt}{answer.text}"
    answer.style = document.styles["QA提示"]


HIDDEN = pytest.mark.parametrize(
    "hide",
    [
        by_run,
        by_paragraph_style,
        by_what_a_style_is_based_on,
        by_character_style,
        by_a_tick_that_is_kept_in_the_guidance,
    ],
)


@HIDDEN
def test_a_hidden_answer_is_told_once_and_not_as_a_section_left_blank(
    tmp_path: Path, hide: Callable[[Document], None]
) -> None:
    length: list[int] = []

    def edit(document: Document) -> None:
        length.append(len("".join(first_answer(document).text.split())))
        hide(document)

    verdict = verdict_on(tmp_path, filled_report(PENGJIANG, edit))
    assert told(verdict) == ["QA563 1.1"]
    assert verdict.status is Status.FINDINGS
    assert verdict.findings[0].message.startswith(f"有 1 节共 {length[0]} 字设成了隐藏")
    assert SAID in verdict.findings[0].message


@HIDDEN
def test_it_is_not_counted_as_written(tmp_path: Path, hide: Callable[[Document], None]) -> None:
    def characters(content: bytes) -> int:
        sections = report_text(save_report(tmp_path, content)).sections
        assert sections is not None
        return next(one.characters for one in sections if one.section.code == "1.1")

    assert characters(filled_report(PENGJIANG)) > 0
    assert characters(filled_report(PENGJIANG, hide)) == 0


def test_the_workbook_beside_it_is_not_told_that_nothing_stands_behind_its_score(
    tmp_path: Path,
) -> None:
    report = save_report(tmp_path, filled_report(PENGJIANG, by_paragraph_style))
    workbook = tmp_path / "自评打分表.xlsx"
    workbook.write_bytes(complete_workbook(PENGJIANG))
    verdicts = [
        each.verdict for each in verify_all(take_in((report, workbook)), Basis(), kept=None)
    ]
    assert list(map(told, verdicts)) == [["QA563 1.1"], []]


def shown_again_by_the_run(document: Document) -> None:
    by_paragraph_style(document)
    first_answer(document).runs[0].font.hidden = False


def hidden_twice_which_shows(document: Document) -> None:
    by_paragraph_style(document)
    by_character_style(document)


def only_the_mark_of_the_paragraph(document: Document) -> None:
    """What hides the sign of its end hides nothing that was written."""
    element: Any = first_answer(document)._element  # noqa: SLF001 - the library offers no other way
    marks = OxmlElement("w:rPr")
    marks.append(OxmlElement("w:vanish"))
    element.get_or_add_pPr().append(marks)


def in_a_circle_of_styles(document: Document) -> None:
    one = style(document, "甲", WD_STYLE_TYPE.PARAGRAPH)
    one.base_style = style(document, "乙", WD_STYLE_TYPE.PARAGRAPH, "甲")
    first_answer(document).style = one


@pytest.mark.parametrize(
    "edit",
    [
        shown_again_by_the_run,
        hidden_twice_which_shows,
        only_the_mark_of_the_paragraph,
        in_a_circle_of_styles,
    ],
)
def test_what_prints_all_the_same_is_written(
    tmp_path: Path, edit: Callable[[Document], None]
) -> None:
    assert told(verdict_on(tmp_path, filled_report(PENGJIANG, edit))) == []


@pytest.mark.parametrize("kit", PROVED_KITS)
def test_the_guidance_hidden_as_the_kit_tells_is_no_fault(tmp_path: Path, kit: str) -> None:
    def hide(document: Document) -> None:
        document.styles["QA指导"].font.hidden = True

    assert told(verdict_on(tmp_path, filled_report(kit, hide))) == []


def test_prompts_that_are_hidden_are_not_told_as_left(tmp_path: Path) -> None:
    words = next(iter(PROMPTS.values()))[0]

    def left(document: Document) -> None:
        added = first_answer(document).insert_paragraph_before(words)
        added.style = document.styles["QA提示"]

    def hidden(document: Document) -> None:
        left(document)
        document.styles["QA指导"].font.hidden = True

    assert told(verdict_on(tmp_path, filled_report(PENGJIANG, left))) == ["QA553 1.1"]
    assert told(verdict_on(tmp_path, filled_report(PENGJIANG, hidden))) == []


def test_rows_of_a_table_that_are_hidden_are_told_and_not_as_a_table_left_blank(
    tmp_path: Path,
) -> None:
    def hide(document: Document) -> None:
        for element in section_of(document):
            for run in element.iter(qn("w:r")) if element.tag == qn("w:tbl") else ():
                if "".join(run.itertext()) not in EVIDENCE_HEADER:
                    Run(run, first_answer(document)).font.hidden = True

    assert told(verdict_on(tmp_path, filled_report(PENGJIANG, hide))) == ["QA563 1.2"]


def nearly_white(document: Document) -> None:
    first_answer(document).runs[0].font.color.rgb = RGBColor(0xFD, 0xFD, 0xFD)


def of_one_point(document: Document) -> None:
    first_answer(document).runs[0].font.size = Pt(1)


def marked(run: Run, **signs: str) -> None:
    """The properties of a run with one more of them."""
    (name, said), *others = signs.items()
    mark = OxmlElement(f"w:{name}")
    for attribute, value in (("val", said), *others):
        mark.set(qn(f"w:{attribute}"), value)
    run._r.get_or_add_rPr().append(mark)  # noqa: SLF001 - the library offers no other way


def struck_out(document: Document) -> None:
    first_answer(document).runs[0].font.strike = True


def struck_out_twice(document: Document) -> None:
    first_answer(document).runs[0].font.double_strike = True


def struck_out_by_its_style(document: Document) -> None:
    made = style(document, "作废", WD_STYLE_TYPE.CHARACTER)
    made.font.strike = True
    first_answer(document).runs[0].style = made


def black_on_a_black_marker(document: Document) -> None:
    run = first_answer(document).runs[0]
    run.font.color.rgb = RGBColor(0, 0, 0)
    run.font.highlight_color = WD_COLOR_INDEX.BLACK


def black_on_black(document: Document) -> None:
    run = first_answer(document).runs[0]
    run.font.color.rgb = RGBColor(0, 0, 0)
    marked(run, shd="clear", fill="000000")


def grey_on_the_same_grey_of_its_paragraph(document: Document) -> None:
    answer = first_answer(document)
    answer.runs[0].font.color.rgb = RGBColor(0x80, 0x80, 0x80)
    shade = OxmlElement("w:shd")
    shade.set(qn("w:val"), "solid")
    shade.set(qn("w:color"), "808080")
    answer._p.get_or_add_pPr().append(shade)  # noqa: SLF001 - the library offers no other way


def white_with_a_marker_taken_off(document: Document) -> None:
    run = first_answer(document).runs[0]
    run.font.color.rgb = RGBColor(255, 255, 255)
    marked(run, highlight="none")


def of_one_point_by_its_style(document: Document) -> None:
    made = style(document, "微", WD_STYLE_TYPE.PARAGRAPH)
    made.font.size = Pt(1)
    first_answer(document).style = made


def of_the_colour_of_paper_by_its_theme(document: Document) -> None:
    marked(first_answer(document).runs[0], color="auto", themeColor="background1")


def of_no_width(document: Document) -> None:
    marked(first_answer(document).runs[0], w="1")


def of_no_fill(document: Document) -> None:
    run = first_answer(document).runs[0]
    filled = OxmlElement("w:textFill")
    filled.append(OxmlElement("w:noFill"))
    run._r.get_or_add_rPr().append(filled)  # noqa: SLF001 - the library offers no other way


def on_lines_of_no_height(document: Document) -> None:
    lines = first_answer(document).paragraph_format
    lines.line_spacing_rule, lines.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(1)


FADED = [
    of_the_colour_of_paper_by_its_theme,
    *(of_no_width, of_no_fill, on_lines_of_no_height),
    of_one_point_by_its_style,
    *(nearly_white, of_one_point, struck_out, struck_out_twice, struck_out_by_its_style),
    *(black_on_a_black_marker, black_on_black, grey_on_the_same_grey_of_its_paragraph),
    white_with_a_marker_taken_off,
]


@pytest.mark.parametrize("fade", FADED)
def test_what_nobody_can_read_is_not_written_either(
    tmp_path: Path, fade: Callable[[Document], None]
) -> None:
    verdict = verdict_on(tmp_path, filled_report(PENGJIANG, fade))
    assert "QA564" in {finding.code for finding in verdict.findings}


def white_on_a_dark_marker(document: Document) -> None:
    run = first_answer(document).runs[0]
    run.font.color.rgb = RGBColor(255, 255, 255)
    run.font.highlight_color = WD_COLOR_INDEX.DARK_BLUE


def black_on_a_yellow_marker(document: Document) -> None:
    run = first_answer(document).runs[0]
    run.font.color.rgb = RGBColor(0, 0, 0)
    run.font.highlight_color = WD_COLOR_INDEX.YELLOW


def of_a_colour_that_programs_choose(document: Document) -> None:
    marked(first_answer(document).runs[0], shd="clear", fill="000000")


def not_struck_out_whatever_its_style_says(document: Document) -> None:
    struck_out_by_its_style(document)
    first_answer(document).runs[0].font.strike = False


def struck_out_by_a_style_that_a_nearer_one_denies(document: Document) -> None:
    answer = first_answer(document)
    struck = style(document, "作废", WD_STYLE_TYPE.PARAGRAPH)
    struck.font.strike = True
    kept = style(document, "有效", WD_STYLE_TYPE.CHARACTER)
    kept.font.strike = False
    answer.style = struck
    answer.runs[0].style = kept


def white_on_nearly_solid_black(document: Document) -> None:
    run = first_answer(document).runs[0]
    run.font.color.rgb = RGBColor(255, 255, 255)
    marked(run, shd="pct95", color="000000", fill="FFFFFF")


def white_on_a_solid_ground_of_no_colour(document: Document) -> None:
    run = first_answer(document).runs[0]
    run.font.color.rgb = RGBColor(255, 255, 255)
    marked(run, shd="solid", color="auto", fill="FFFFFF")


def dark_by_its_theme(document: Document) -> None:
    run = first_answer(document).runs[0]
    marked(run, color="808080", themeColor="background1", themeShade="80")
    marked(run, w="80")


def on_lines_of_ten_points(document: Document) -> None:
    lines = first_answer(document).paragraph_format
    lines.line_spacing_rule, lines.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(10)


@pytest.mark.parametrize(
    "edit",
    [
        dark_by_its_theme,
        on_lines_of_ten_points,
        struck_out_by_a_style_that_a_nearer_one_denies,
        white_on_nearly_solid_black,
        white_on_a_solid_ground_of_no_colour,
        white_on_a_dark_marker,
        black_on_a_yellow_marker,
        of_a_colour_that_programs_choose,
        not_struck_out_whatever_its_style_says,
    ],
)
def test_what_is_seen_on_its_ground_is_written(
    tmp_path: Path, edit: Callable[[Document], None]
) -> None:
    assert told(verdict_on(tmp_path, filled_report(PENGJIANG, edit))) == []
