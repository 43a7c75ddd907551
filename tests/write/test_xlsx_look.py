"""What an office's template gives a workbook, and what is said of one that cannot be used."""

import io
import re
import zipfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.book.style import Style
from builder.findings.finding import Finding
from builder.pipeline.verify import Verifier
from builder.write.image import NotAPictureError, read_picture
from builder.write.xlsx.look import Look, open_look
from builder.write.xlsx.workbook import workbook_bytes
from tests.support.templates import (
    SHEET,
    STYLES,
    TEMPLATE,
    logo_parts,
    png,
    relations,
    shipped_part,
    template_with,
)
from tests.support.workbooks import OFFICE_BANDED, PROVED_IDS, XINHUI, shipped_plan

JPEG = bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffc0000b080010002001012200ffd9")
GARBLED = ("-1", "99999", "x", "NaN", "1e999", "", "<!---->", "&#0;")
CENTRED_NUMBER = "&C第 &P 页 / 共 &N 页"


def opened(path: Path) -> Look:
    found = open_look(path)
    assert found.findings == ()
    assert found.look is not None
    return found.look


def refusals(path: Path) -> tuple[Finding, ...]:
    found = open_look(path)
    assert found.look is None
    assert all(finding.place.path == str(path) for finding in found.findings)
    return found.findings


def built(look: Look, kit: str = XINHUI) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(workbook_bytes(shipped_plan(kit), look, {}))) as package:
        return {name: package.read(name) for name in package.namelist()}


def printing(path: Path, markup: str) -> Path:
    """The template with other print settings on its first sheet."""
    sheet = shipped_part(SHEET).decode()
    changed = re.sub(r"<pageMargins.*</headerFooter>", lambda _: markup, sheet, flags=re.DOTALL)
    assert changed != sheet
    return template_with(path, {SHEET: changed.encode()})


def test_the_shipped_template_has_no_logo_and_no_picture_is_written() -> None:
    look = opened(TEMPLATE)
    assert look.logo is None
    assert not [name for name in built(look) if "logo" in name or "media" in name]


@pytest.mark.parametrize("kit", PROVED_IDS)
def test_a_logo_stands_beside_the_title_of_the_first_sheet(kit: str, tmp_path: Path) -> None:
    look = opened(template_with(tmp_path / "kit.xlsx", logo_parts(png(400, 200))))
    plan = shipped_plan(kit)
    parts = built(look, kit)
    assert parts["xl/media/logo.png"] == png(400, 200)
    drawn = [name for name, part in parts.items() if b"<drawing " in part]
    assert "xl/worksheets/sheet1.xml" in drawn
    relation = parts["xl/worksheets/_rels/sheet1.xml.rels"].decode()
    assert 'Target="/xl/drawings/logo.xml"' in relation
    width, height = drawn_size(parts)
    assert width == pytest.approx(2 * height, rel=0.01)
    row = re.search(r'<row r="1" ht="([\d.]+)"', parts["xl/worksheets/sheet1.xml"].decode())
    assert row is not None
    assert height <= float(row.group(1))
    sheet = plan.sheets[0]
    across = sum(column * 5.25 + 3.75 for column in sheet.widths)
    title = len(str(sheet.cells[0].content)) * look.styles.title_size
    assert width <= max(24.0, (across - title) / 2)


def test_a_kit_with_logo_verifies_as_one_without(tmp_path: Path) -> None:
    look = opened(template_with(tmp_path / "my.xlsx", logo_parts(png(400, 200))))
    plan = shipped_plan(XINHUI)
    verdicts = []
    for name, each in (("with", look), ("without", opened(TEMPLATE))):
        path = tmp_path / f"{name}.xlsx"
        path.write_bytes(workbook_bytes(plan, each, {}))
        verdict = Verifier().verify(path)
        verdicts.append([(finding.code, finding.place.cell) for finding in verdict.findings])
    assert verdicts[0] == verdicts[1]


def drawn_size(parts: dict[str, bytes]) -> tuple[float, float]:
    """Width and height of the logo in points."""
    found = re.search(r'<xdr:ext cx="(\d+)" cy="(\d+)"/>', parts["xl/drawings/logo.xml"].decode())
    assert found is not None
    return int(found.group(1)) / 12_700, int(found.group(2)) / 12_700


@pytest.mark.parametrize(
    ("size", "expected"), [((254_000, 127_000), (20, 10)), ((25_400_000, 12_700_000), (120, 60))]
)
def test_a_logo_is_as_large_as_in_the_template_within_bounds(
    size: tuple[int, int], expected: tuple[int, int], tmp_path: Path
) -> None:
    path = template_with(tmp_path / "kit.xlsx", logo_parts(png(40, 20), size=size))
    parts = built(opened(path))
    assert drawn_size(parts) == pytest.approx(expected, rel=0.1)
    assert 'descr="某区质量办"' in parts["xl/drawings/logo.xml"].decode()


@pytest.mark.parametrize(
    ("picture", "reason"),
    [
        (b"GIF89a" + b"\0" * 50, "不是 PNG 或 JPEG 图片"),
        (b"<svg/>", "不是 PNG 或 JPEG 图片"),
        (b"", "不是 PNG 或 JPEG 图片"),
        (png(40, 20)[:-20], "图片不完整"),
        (png(40, 20).replace(b"IDAT", b"IDAX"), "图片已损坏"),
        (JPEG[:12], "图片不完整"),
        (png(9000, 1), "图片的尺寸不合理"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 1_000_001, "图片超过 1 MB"),
    ],
)
def test_a_logo_that_is_no_picture_is_refused_with_the_reason(
    picture: bytes, reason: str, tmp_path: Path
) -> None:
    (finding,) = refusals(template_with(tmp_path / "kit.xlsx", logo_parts(picture)))
    assert (finding.code, finding.actual) == ("QA854", reason)


def test_a_logo_that_lies_outside_the_file_is_refused(tmp_path: Path) -> None:
    outside = relations("image", "http://example.com/logo.png", mode="External")
    parts = logo_parts(png(40, 20)) | {"xl/drawings/_rels/drawing1.xml.rels": outside}
    (finding,) = refusals(template_with(tmp_path / "kit.xlsx", parts))
    assert finding.code == "QA854"


def test_a_jpeg_is_a_picture() -> None:
    picture = read_picture(JPEG)
    assert (picture.extension, picture.width, picture.height) == ("jpeg", 32, 16)


@pytest.mark.parametrize("place", range(3, 26))
def test_a_jpeg_cut_before_its_size_is_refused(place: int) -> None:
    with pytest.raises(NotAPictureError):
        read_picture(JPEG[:place])


def test_paper_margins_head_and_foot_are_the_templates(tmp_path: Path) -> None:
    path = printing(
        tmp_path / "kit.xlsx",
        '<pageMargins left="1" right="1" top="1" bottom="1" header="0.5" footer="0.5"/>'
        '<pageSetup paperSize="8" orientation="landscape"/><headerFooter>'
        "<oddHeader>&amp;L质量办 &amp;&amp; 评审</oddHeader><oddFooter>&amp;R&amp;P</oddFooter>"
        "</headerFooter>",
    )
    sheets = openpyxl.load_workbook(
        io.BytesIO(workbook_bytes(shipped_plan(XINHUI), opened(path), {}))
    ).worksheets
    for sheet in sheets:
        assert sheet.page_margins.left == 1
        assert str(sheet.page_setup.paperSize) == "8"
        header, footer = sheet.oddHeader, sheet.oddFooter
        assert header is not None
        assert footer is not None
        assert header.left.text == "质量办 && 评审"
        assert footer.right.text == "&P"
    # Which way a sheet lies is the plan's: a wide table stays landscape.
    assert {sheet.page_setup.orientation for sheet in sheets} == {"portrait", "landscape"}


@pytest.mark.parametrize(
    ("foot", "written"),
    [
        ("", CENTRED_NUMBER),
        ("&L内部资料", f"&L内部资料{CENTRED_NUMBER}"),
        ("&C内部资料", "&C内部资料&R第 &P 页 / 共 &N 页"),
        ("&L左&C中&R右", "&L左&C中\n第 &P 页 / 共 &N 页&R右"),
        ("&C&&P", "&C&&P&R第 &P 页 / 共 &N 页"),
        ("&C- &P -", "&C- &P -"),
    ],
)
def test_a_foot_without_page_number_gets_ours(foot: str, written: str, tmp_path: Path) -> None:
    text = foot.replace("&", "&amp;")
    path = printing(
        tmp_path / "kit.xlsx", f"<headerFooter><oddFooter>{text}</oddFooter></headerFooter>"
    )
    sheet = built(opened(path))["xl/worksheets/sheet1.xml"].decode()
    assert f"<oddFooter>{written}</oddFooter>".replace("&", "&amp;") in sheet


def test_what_every_page_must_say_stands_below_the_templates_own_head(tmp_path: Path) -> None:
    path = printing(
        tmp_path / "kit.xlsx", "<headerFooter><oddHeader>某区质量办</oddHeader></headerFooter>"
    )
    sheet = built(opened(path), OFFICE_BANDED)["xl/worksheets/sheet1.xml"].decode()
    note = shipped_plan(OFFICE_BANDED).page_note
    assert f"<oddHeader>&amp;C某区质量办\n{note}</oddHeader>" in sheet


@pytest.mark.parametrize(
    "markup",
    [
        '<pageMargins left="x" right="1" top="1" bottom="1" header="1" footer="1"/>',
        '<pageMargins left="99" right="1" top="1" bottom="1" header="1" footer="1"/>',
        '<pageMargins left="NaN" right="1" top="1" bottom="1" header="1" footer="1"/>',
        '<pageSetup paperSize="A4"/>',
    ],
)
def test_senseless_print_settings_are_refused(markup: str, tmp_path: Path) -> None:
    (finding,) = refusals(printing(tmp_path / "kit.xlsx", markup))
    assert finding.code == "QA851"


def test_a_head_too_long_for_excel_is_refused(tmp_path: Path) -> None:
    markup = f"<headerFooter><oddHeader>{'长' * 151}</oddHeader></headerFooter>"
    (finding,) = refusals(printing(tmp_path / "kit.xlsx", markup))
    assert (finding.code, finding.actual) == ("QA857", "151")


def test_colours_of_theme_and_palette_reach_tabs_and_conditions(tmp_path: Path) -> None:
    styles = shipped_part(STYLES).decode()
    changed = styles.replace('fgColor rgb="FF1F4E79"', 'fgColor theme="4" tint="-0.25"').replace(
        'fgColor rgb="FFB42318"', 'fgColor indexed="10"'
    )
    look = opened(template_with(tmp_path / "kit.xlsx", {STYLES: changed.encode()}))
    assert look.styles.colours[Style.HEADER] == 'theme="4" tint="-0.25"'
    assert '<tabColor theme="4" tint="-0.25"/>' in built(look)["xl/worksheets/sheet1.xml"].decode()
    assert '<bgColor indexed="10"/>' in look.styles.content.decode()


def test_a_style_with_the_wrong_lock_is_named(tmp_path: Path) -> None:
    styles = shipped_part(STYLES).decode()
    changed = styles.replace('locked="0"', 'locked="1"')
    (finding,) = refusals(template_with(tmp_path / "kit.xlsx", {STYLES: changed.encode()}))
    assert finding.code == "QA855"
    assert Style.INPUT_POINTS in finding.message
    assert "应锁定却解锁的：无" in finding.message


def test_all_problems_are_told_at_once(tmp_path: Path) -> None:
    parts = logo_parts(b"no picture")
    parts[STYLES] = shipped_part(STYLES).decode().replace('name="QA标题"', 'name="x"').encode()
    parts["xl/vbaProject.bin"] = b"\0"
    found = refusals(template_with(tmp_path / "kit.xlsx", parts))
    assert [finding.code for finding in found] == ["QA852", "QA853", "QA854"]


def test_formulas_and_other_heads_are_left_out_and_told(tmp_path: Path) -> None:
    sheet = shipped_part(SHEET).decode()
    changed = re.sub(r'<c r="A1"[^>]*>.*?</c>', '<c r="A1"><f>NOW()</f></c>', sheet, count=1)
    changed = changed.replace("<headerFooter>", '<headerFooter differentFirst="1">').replace(
        "<oddFooter>", "<oddFooter>&amp;G"
    )
    found = open_look(template_with(tmp_path / "kit.xlsx", {SHEET: changed.encode()}))
    assert found.look is not None
    (finding,) = found.findings
    assert finding.code == "QA856"
    assert finding.actual.split("、") == [
        "公式（样式一览!A1）",
        "页眉页脚里的图片",
        "首页不同或奇偶页不同的页眉页脚",
    ]
    parts = built(found.look)
    assert b"NOW()" not in b"".join(parts.values())
    assert "&amp;G" not in parts["xl/worksheets/sheet1.xml"].decode()


@pytest.mark.parametrize("part", [STYLES, SHEET, "xl/workbook.xml", "xl/theme/theme1.xml"])
def test_a_document_type_is_refused(part: str, tmp_path: Path) -> None:
    content = re.sub(rb"^<\?xml[^>]*>\s*", b"", shipped_part(part))
    changed = b'<!DOCTYPE x [<!ENTITY a "b">]>' + content
    (finding,) = refusals(template_with(tmp_path / "kit.xlsx", {part: changed}))
    assert finding.code == "QA851"
    assert "文档类型" in finding.message


@pytest.mark.parametrize("part", [STYLES, SHEET, "xl/workbook.xml", "[Content_Types].xml"])
@given(data=st.data())
def test_a_template_with_any_part_garbled_is_a_look_or_a_finding(
    part: str, data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    text = shipped_part(part).decode()
    numbers = [match.span() for match in re.finditer(r'(?<=")[\d.]+(?=")', text)]
    start, stop = data.draw(st.sampled_from(numbers)) if numbers else (0, 0)
    garbled = data.draw(st.sampled_from(GARBLED))
    changed = (text[:start] + garbled + text[stop:]).encode()
    path = tmp_path_factory.mktemp("garbled") / "kit.xlsx"
    found = open_look(template_with(path, {part: changed}))
    if found.look is None:
        assert found.findings
    else:
        assert built(found.look)


def test_a_bomb_is_refused_before_it_is_inflated(tmp_path: Path) -> None:
    path = tmp_path / "kit.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/workbook.xml", b"\0" * 70_000_000)
    (finding,) = refusals(path)
    assert finding.actual == "文件里的单个部件的字节数为 70000000，超过上限 64000000"


def test_a_template_without_theme_gives_workbooks_without_one(tmp_path: Path) -> None:
    part = "xl/_rels/workbook.xml.rels"
    without = re.sub(rb"<Relationship [^>]*theme[^>]*/>", b"", shipped_part(part))
    parts = built(opened(template_with(tmp_path / "kit.xlsx", {part: without})))
    assert "xl/theme/theme1.xml" not in parts
    assert b"theme" not in parts["[Content_Types].xml"] + parts[part]
