"""评分指南: the bands, their descriptors and the reference text, word for word and in order."""

from dataclasses import replace
from decimal import Decimal

import pytest

from builder.book.sheet import SheetPlan
from builder.book.style import INPUT_STYLES, Style
from builder.book.text_height import HIGHEST_ROW, row_height
from builder.kit.rating_guide_sheet import plan_rating_guide
from builder.kit.sheet_names import RATING_GUIDE
from builder.model.official import DescriptorRow, DescriptorTable, Paragraph, Section
from builder.model.scales import OFFICE_SCALE, on_maturity_scale
from builder.model.scheme import Band, Remark, Scale, Scheme
from tests.kit.samples import HERE, node, scheme
from tests.schemes.notices import paragraphs_of, scheme_of

BANDS = (
    Band(name="0%或5%", low=Decimal(0), high=Decimal("0.05")),
    Band(name="高档", low=Decimal("0.1"), high=Decimal(1)),
)
WIDEST_COLUMN = 255
AWARDS = ("wuhan-manufacturing", "wuhan-service", "wuhan-individual")


def table(header: tuple[str, ...], *rows: tuple[str, ...]) -> DescriptorTable:
    """A table of the notice."""
    return DescriptorTable(
        header=header,
        rows=tuple(DescriptorRow(cells=cells, position=HERE) for cells in rows),
        position=HERE,
    )


def section(title: str, *contents: str | DescriptorTable, level: int = 1) -> Section:
    """A reference section with these paragraphs and tables, in this order."""
    return Section(
        title=title,
        level=level,
        contents=tuple(
            Paragraph(text=one, position=HERE) if isinstance(one, str) else one for one in contents
        ),
        position=HERE,
    )


def award(*sections: Section, bands: tuple[Band, ...] = BANDS) -> Scheme:
    """An award on these bands with these reference sections."""
    return replace(
        scheme(node("1", "领导", 100)),
        scale=Scale.MATURITY,
        step=Decimal("0.05"),
        bands=bands,
        sections=sections,
    )


def planned(kit: Scheme) -> SheetPlan:
    """The sheet, which must be there."""
    sheet = plan_rating_guide(kit)
    assert sheet is not None
    return sheet


def printed(sheet: SheetPlan) -> list[tuple[str, ...]]:
    """The texts of every row."""
    rows: dict[int, list[str]] = {}
    for cell in sheet.cells:
        if isinstance(cell.content, str):
            rows.setdefault(cell.row, []).append(cell.content)
    return [tuple(texts) for _, texts in sorted(rows.items())]


def styles(sheet: SheetPlan) -> dict[str, Style]:
    """The style of every text."""
    return {str(cell.content): cell.style for cell in sheet.cells if cell.content is not None}


def test_a_scheme_without_bands_and_reference_text_needs_no_sheet() -> None:
    assert plan_rating_guide(scheme(node("1", "领导", 100))) is None
    assert plan_rating_guide(scheme_of("xinhui-service")) is None
    assert plan_rating_guide(scheme_of("pengjiang-manufacturing")) is None


def test_process_and_result_stand_abreast_one_row_a_band_their_lines_apart() -> None:
    process = section(
        "过程维度评分指南",
        table(
            ("分数", "描述"), ("0%或 5%", "没有方法(A)\n没有展开(D)"), ("10%至100%", "有方法(A)")
        ),
    )
    result = section(
        "结果维度评分指南", table(("10%~100%", "0%或5%"), ("结果好(Le)", "没有结果(Le)"))
    )
    bands = (BANDS[0], replace(BANDS[1], name="10%至100%"))
    rows = printed(planned(award(process, result, bands=bands)))
    assert rows[1:5] == [
        ("档次与描述",),
        ("档次", "过程维度评分指南", "结果维度评分指南"),
        ("0%或5%", "没有方法(A)\n没有展开(D)", "没有结果(Le)"),
        ("10%至100%", "有方法(A)", "10%~100%\n结果好(Le)"),
    ]
    assert rows[5:] == [
        ("过程维度评分指南",),
        ("（本表见上文“档次与描述”。）",),
        ("结果维度评分指南",),
        ("（本表见上文“档次与描述”。）",),
    ]


def test_bands_that_no_table_describes_in_general_show_their_percents() -> None:
    rows = printed(planned(award(bands=(BANDS[0], replace(BANDS[1], high=Decimal("0.2"))))))
    assert rows[2:] == [
        ("档次", "可选百分比"),
        ("0%或5%", "0%、5%"),
        ("高档\n10%至20%", "10%、15%、20%"),
    ]


def test_percents_the_notice_does_not_describe_are_marked_so() -> None:
    texts = [text for row in printed(planned(award(bands=BANDS[1:]))) for text in row]
    assert "0%、5%（原文件没有描述这一档）" in texts


def test_an_indicator_that_describes_the_bands_itself_has_a_row_for_each() -> None:
    leaf = replace(
        node("1", "领导", 100), tables=(table(("10%至100%", "0%或5%"), ("很好", "不好")),)
    )
    kit = replace(
        award(),
        indicators=(leaf,),
        remarks=(Remark(where="1", text="疑有误，照录。", position=HERE),),
    )
    sheet = planned(kit)
    assert printed(sheet)[-4:] == [
        ("1 领导（100分）",),
        ("说明：疑有误，照录。",),
        ("10%至100%", "很好"),
        ("0%或5%", "不好"),
    ]
    assert styles(sheet)["说明：疑有误，照录。"] is Style.NOTE


def test_sections_keep_order_remarks_and_tables_and_official_text_its_style() -> None:
    parts = section(
        "0.1 总则", "前一段", table(("甲", "乙", "丙"), ("一", "", "三")), "后一段", level=2
    )
    kit = replace(
        scheme(node("1", "领导", 100)),
        sections=(section("引言"), parts),
        remarks=(Remark(where="0.1 总则", text="照录。", position=HERE),),
    )
    sheet = planned(kit)
    assert printed(sheet) == [
        ("评分指南：评分要点",),
        ("引言",),
        ("0.1 总则",),
        ("说明：照录。",),
        ("前一段",),
        ("甲", "乙", "丙"),
        ("一", "三"),
        ("后一段",),
    ]
    found = styles(sheet)
    assert [found[text] for text in ("引言", "0.1 总则", "甲", "前一段", "三")] == [
        Style.HEADER,
        Style.LABEL,
        Style.LABEL,
        Style.OFFICIAL,
        Style.OFFICIAL,
    ]


def test_a_scale_the_office_chose_is_marked_on_the_sheet() -> None:
    sheet = planned(on_maturity_scale(scheme(node("1", "领导", 100))))
    assert printed(sheet)[1] == (OFFICE_SCALE,)
    assert styles(sheet)[OFFICE_SCALE] is Style.BANNER


@pytest.mark.parametrize("columns", [1, 2, 3, 4, 7, 12, 13, 30])
def test_a_table_of_any_width_keeps_every_cell(columns: int) -> None:
    cells = tuple(f"格{number}" for number in range(columns))
    sheet = planned(replace(award(section("附录", table(cells, cells))), bands=()))
    texts = [text for row in printed(sheet) for text in row]
    assert sorted(text for text in texts if text in cells) == sorted((*cells, *cells))
    assert len(sheet.widths) <= max(3, min(columns, 12))


def test_a_paragraph_too_long_for_a_row_makes_the_sheet_wider_and_stays_whole() -> None:
    paragraph = "长" * 3000
    sheet = planned(award(section("总则", paragraph)))
    assert (paragraph,) in printed(sheet)
    assert max(height for _, height in sheet.heights) <= HIGHEST_ROW
    assert sum(sheet.widths) > sum(planned(award(section("总则", "短"))).widths)
    assert max(sheet.widths) <= WIDEST_COLUMN


def test_a_cell_of_too_many_lines_is_divided_between_its_lines() -> None:
    lines = tuple(f"第{number}行" for number in range(40))
    sheet = planned(award(section("附录", table(("甲", "乙"), ("一", "\n".join(lines))))))
    rows = printed(sheet)
    assert rows[-40:] == [("一", "第0行"), *((line,) for line in lines[1:])]
    assert max(height for _, height in sheet.heights) <= HIGHEST_ROW


def test_the_sheet_is_a_portrait_page_that_takes_no_answer_and_keeps_its_head_in_sight() -> None:
    for name in AWARDS:
        sheet = planned(scheme_of(name))
        assert (sheet.name, sheet.head_rows, sheet.landscape) == (RATING_GUIDE, 1, False)
        assert not sheet.validations
        assert not any(cell.style in INPUT_STYLES for cell in sheet.cells)


@pytest.mark.parametrize("name", AWARDS)
def test_every_reference_text_and_descriptor_of_an_award_is_on_the_sheet_word_for_word(
    name: str,
) -> None:
    kit = scheme_of(name)
    texts = [text for row in printed(planned(kit)) for text in row]
    found = {line for text in texts for line in text.split("\n")}
    official = {one.title for one in kit.sections}
    official |= {text for one in kit.sections for text in paragraphs_of(one)}
    tables = [one for node_ in kit.walk for one in node_.tables]
    tables += [one for section_ in kit.sections for one in section_.tables]
    cells = [cell for one in tables for row in one.rows for cell in row.cells]
    official |= {line for cell in cells for line in cell.split("\n") if line}
    assert official - found == set()
    titles = {one.title for one in kit.sections}
    remarks = {f"说明：{one.text}" for one in kit.remarks if one.where in titles}
    assert remarks <= found


@pytest.mark.parametrize("name", AWARDS)
def test_every_row_is_as_high_as_its_texts_need_and_no_higher_than_excel_allows(name: str) -> None:
    sheet = planned(scheme_of(name))
    heights = dict(sheet.heights)
    spans = {(one.first_row, one.first_column): one.last_column for one in sheet.merges}
    for cell in sheet.cells:
        if isinstance(cell.content, str):
            last = spans.get((cell.row, cell.column), cell.column)
            width = sum(sheet.widths[cell.column - 1 : last])
            assert row_height(((cell.content, width),)) <= heights[cell.row] <= HIGHEST_ROW
