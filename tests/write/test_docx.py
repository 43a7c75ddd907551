"""The Word file: what stands in it, how it is found again, which tags are refused."""

import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from jinja2.exceptions import SecurityError
from jinja2.utils import Cycler
from lxml import etree

from builder.model.scheme import (
    Criterion,
    DescriptorRow,
    DescriptorTable,
    Dimension,
    Discrepancy,
    Indicator,
    Note,
    Position,
    Scale,
    Scheme,
)
from builder.plan.document import plan_document
from builder.plan.document_parts import DocumentPlan
from builder.write.docx.document import Written, write_document
from builder.write.docx.tags import tag_environment

HERE = Position(path="方案.md", line=1)
TEMPLATES = Path(__file__).parents[2] / "templates" / "docx"
KIT = TEMPLATES / "kit.docx"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ESCAPE = "{{ cycler.__init__.__globals__.os.popen('id').read() }}"
AWKWARD = "A&B <c> {{x}} {_{y}_} {% z %} “引” 'q' \"r\""


def indicator(code: str, name: str, *children: Indicator, text: str = "如何做。") -> Indicator:
    return Indicator(
        code=code,
        number=code,
        name=name,
        points=Decimal(10),
        position=HERE,
        dimension=Dimension.PROCESS,
        criteria=(Criterion(label="a. ", text=text, points=None, position=HERE),),
        notes=(Note(text="注：原文的注。", position=HERE),),
        tables=(
            DescriptorTable(
                header=("百分比", "说明", "备注"),
                rows=(DescriptorRow(cells=("0%", "没有方法", "无"), position=HERE),),
                position=HERE,
            ),
        ),
        children=children,
    )


def plan(*, text: str = "如何做。", name: str = "组织文化") -> DocumentPlan:
    scheme = Scheme(
        id="sample",
        title="评分要点",
        award="某区政府质量奖",
        edition="2024",
        source="附件3",
        total=Decimal(10),
        scale=Scale.DIRECT,
        step=Decimal(1),
        position=HERE,
        indicators=(
            indicator(
                "1",
                "领导",
                indicator("1.1", name, indicator("1.1.1", "三级", indicator("1.1.1.1", "四级"))),
            ),
            indicator("2", "质量", text=text),
        ),
        discrepancies=(
            Discrepancy(
                where="2",
                stated=Decimal(300),
                actual=Decimal(285),
                treatment="不放大。",
                position=HERE,
            ),
        ),
    )
    return plan_document(scheme, fingerprint="f00d")


def part(written: Written, name: str) -> etree._Element:
    assert written.content is not None, [item.message for item in written.findings]
    with zipfile.ZipFile(BytesIO(written.content)) as package:
        return etree.fromstring(package.read(name))


def body(written: Written) -> etree._Element:
    return part(written, "word/document.xml")


def said(node: etree._Element) -> str:
    return "".join(piece.text or "" for piece in node.iter(f"{W}t"))


def in_style(written: Written, style: str) -> list[str]:
    names = {
        item.get(f"{W}styleId"): item.find(f"{W}name")
        for item in part(written, "word/styles.xml").iter(f"{W}style")
    }
    found: list[str] = []
    for paragraph in body(written).iter(f"{W}p"):
        used = paragraph.find(f"{W}pPr/{W}pStyle")
        name = None if used is None else names[used.get(f"{W}val")]
        if name is not None and name.get(f"{W}val") == style:
            found.append(said(paragraph))
    return found


def changed(folder: Path, change: Callable[[str], str], member: str = "word/document.xml") -> Path:
    """The shipped template with one part rewritten; a change that changes nothing is a mistake."""
    path = folder / "template.docx"
    with zipfile.ZipFile(KIT) as source, zipfile.ZipFile(path, "w") as target:
        for item in source.infolist():
            content = source.read(item).decode()
            if item.filename == member:
                assert change(content) != content
                content = change(content)
            target.writestr(item, content)
    return path


def refused(template: Path) -> list[tuple[str, str]]:
    written = write_document(plan(), template)
    assert written.content is None
    return [(item.code, item.message) for item in written.findings]


def test_every_heading_is_a_real_heading_of_its_level() -> None:
    written = write_document(plan(), KIT)
    assert in_style(written, "heading 1") == [
        "填写须知",
        "1 领导（10分）",
        "2 质量（10分）",
        "证实性材料清单",
    ]
    assert in_style(written, "heading 2") == ["1.1 组织文化（10分）"]
    assert in_style(written, "heading 3") == ["1.1.1 三级（10分）"]
    assert in_style(written, "heading 4") == ["1.1.1.1 四级（10分）"]


def test_every_heading_carries_its_bookmark_and_no_number_twice() -> None:
    marks = list(body(write_document(plan(), KIT)).iter(f"{W}bookmarkStart"))
    assert [mark.get(f"{W}name") for mark in marks] == [
        bookmark for _, bookmark, _ in plan().headings
    ]
    assert len({mark.get(f"{W}id") for mark in marks}) == len(marks)


def test_each_leaf_has_prompts_and_a_place_to_write_in_their_styles() -> None:
    written = write_document(plan(), KIT)
    assert in_style(written, "QA填写区") == ["（在此填写）"] * 2
    prompts = [text[:2] for text in in_style(written, "QA提示") if text[2:3] == "："]
    assert prompts == ["方法", "展开", "学习", "整合"] * 2


def test_criteria_notes_and_tables_stand_as_the_notice_prints_them() -> None:
    written = write_document(plan(), KIT)
    assert in_style(written, "QA评价要点") == ["a. 如何做。"] * 5
    assert in_style(written, "QA注") == ["注：原文的注。"] * 5
    cells = in_style(written, "QA表格")
    assert cells.count("没有方法") == 5


def test_a_table_has_as_many_grid_columns_as_cells() -> None:
    for table in body(write_document(plan(), KIT)).iter(f"{W}tbl"):
        columns = len(list(table.iter(f"{W}gridCol")))
        assert {len(row.findall(f"{W}tc")) for row in table.iter(f"{W}tr")} == {columns}


def test_the_banner_states_the_contradiction() -> None:
    assert "【原文矛盾】2 质量：原文标明300分，下列各项合计285分。处理：不放大。" in in_style(
        write_document(plan(), KIT), "QA提醒"
    )


def test_the_contents_list_each_heading_as_link_and_page_reference() -> None:
    root = body(write_document(plan(), KIT))
    links = list(root.iter(f"{W}hyperlink"))
    assert [(said(link)[:-1], link.get(f"{W}anchor")) for link in links] == [
        (heading, bookmark) for heading, bookmark, level in plan().headings if level <= 3
    ]
    instructions = [(node.text or "").split()[0] for node in root.iter(f"{W}instrText")]
    assert instructions == ["TOC", *["PAGEREF"] * len(links)]


def test_every_field_that_begins_also_ends_and_nothing_asks_to_be_updated() -> None:
    written = write_document(plan(), KIT)
    kinds = [node.get(f"{W}fldCharType") for node in body(written).iter(f"{W}fldChar")]
    assert kinds.count("begin") == kinds.count("separate") == kinds.count("end")
    assert part(written, "word/settings.xml").find(f"{W}updateFields") is None


def test_values_come_out_as_typed() -> None:
    written = write_document(plan(text=AWKWARD, name=AWKWARD), KIT)
    assert f"a. {AWKWARD}" in in_style(written, "QA评价要点")
    assert in_style(written, "heading 2") == [f"1.1 {AWKWARD}（10分）"]


def test_a_line_break_and_a_tab_stay_inside_their_paragraph() -> None:
    written = write_document(plan(text="上\n下\t右"), KIT)
    assert "a. 上下右" in in_style(written, "QA评价要点")
    assert len(list(body(written).iter(f"{W}br"))) == 1


def test_no_tag_of_the_template_is_left_in_the_file() -> None:
    text = said(body(write_document(plan(), KIT)))
    assert "{{" not in text
    assert "{%" not in text


def test_the_same_plan_gives_the_same_bytes() -> None:
    assert write_document(plan(), KIT).content == write_document(plan(), KIT).content


def test_the_identity_is_in_the_custom_properties_and_the_core_identifier() -> None:
    written = write_document(plan(), KIT)
    custom = {item.get("name"): item[0].text for item in part(written, "docProps/custom.xml")}
    assert custom == {
        "qa.scheme_id": "sample",
        "qa.edition": "2024",
        "qa.fingerprint": "f00d",
        "qa.choice": None,
        "qa.scale": "direct",
    }
    core = part(written, "docProps/core.xml")
    assert "qa:sample:2024:f00d::direct" in [node.text for node in core]


def test_an_older_identity_is_replaced_and_other_properties_stay(tmp_path: Path) -> None:
    first = tmp_path / "built.docx"
    content = write_document(plan(), KIT).content
    assert content is not None
    old = content
    with zipfile.ZipFile(BytesIO(old)) as built, zipfile.ZipFile(first, "w") as target:
        with zipfile.ZipFile(KIT) as kit:
            template_body = kit.read("word/document.xml")
        for item in built.infolist():
            text = built.read(item)
            if item.filename == "word/document.xml":
                text = template_body
            if item.filename == "docProps/custom.xml":
                text = text.replace(b"qa.edition", b"KSOProductBuildVer").replace(b"f00d", b"old")
            target.writestr(item, text)
    custom = part(write_document(plan(), first), "docProps/custom.xml")
    assert [(item.get("name"), item[0].text) for item in custom] == [
        ("KSOProductBuildVer", "2024"),
        ("qa.scheme_id", "sample"),
        ("qa.edition", "2024"),
        ("qa.fingerprint", "f00d"),
        ("qa.choice", None),
        ("qa.scale", "direct"),
    ]
    assert len({item.get("pid") for item in custom}) == 6


def test_the_page_is_a4_with_the_margins_of_the_standard_and_chinese_throughout() -> None:
    written = write_document(plan(), KIT)
    root = body(written)
    margins = next(root.iter(f"{W}pgMar"))
    # 37 mm and 28 mm in twentieths of a point.
    assert (margins.get(f"{W}top"), margins.get(f"{W}left")) == ("2098", "1588")
    styles = part(written, "word/styles.xml")
    assert next(styles.iter(f"{W}lang")).get(f"{W}eastAsia") == "zh-CN"
    attributes = [name for fonts in styles.iter(f"{W}rFonts") for name in fonts.attrib]
    assert attributes
    assert not [name for name in attributes if str(name).endswith("Theme")]
    assert " PAGE " in [
        node.text for node in part(written, "word/footer1.xml").iter(f"{W}instrText")
    ]


def test_a_tag_in_the_footer_is_filled(tmp_path: Path) -> None:
    template = changed(
        tmp_path, lambda xml: xml.replace("— <", "{{ 奖项 }} — <"), "word/footer1.xml"
    )
    written = write_document(plan(name=AWKWARD), template)
    assert said(part(written, "word/footer1.xml")).startswith("某区政府质量奖 — ")


def test_a_tag_that_word_split_over_runs_is_still_one_tag(tmp_path: Path) -> None:
    split = "{{ 奖</w:t></w:r><w:r><w:t>项 }}"
    template = changed(tmp_path, lambda xml: xml.replace("{{ 奖项 }}", split))
    assert in_style(write_document(plan(), template), "Title") == ["某区政府质量奖"]


def test_code_in_a_tag_is_refused_with_the_words_around_it(tmp_path: Path) -> None:
    template = changed(tmp_path, lambda xml: xml.replace("申报材料<", f"试{ESCAPE}<"))
    [(code, message)] = refused(template)
    assert code == "QA804"
    assert f"试{ESCAPE}"[:40] in message


@pytest.mark.parametrize(
    "tag",
    [
        "{{ 'x' * 9999999999 }}",
        "{{ 各节['__class__'] }}",
        "{{ 各节|length }}",
        "{% set x = 1 %}",
        "{% import 'os' as os %}",
        "{{ 标题 }",
        "{% if 标题 %}",
        "{{ 各节 }}",
    ],
)
def test_a_tag_that_does_more_than_print_loop_and_choose_is_refused(
    tmp_path: Path, tag: str
) -> None:
    template = changed(tmp_path, lambda xml: xml.replace("申报材料<", f"{tag}<"))
    assert [code for code, _ in refused(template)] == ["QA804"]


def test_the_sandbox_itself_stops_the_known_escape() -> None:
    escape = tag_environment().from_string(ESCAPE)
    with pytest.raises(SecurityError):
        escape.render()
    with pytest.raises(SecurityError):
        escape.render(cycler=Cycler)


def test_every_unknown_tag_is_named_with_the_nearest_known_one(tmp_path: Path) -> None:
    template = changed(
        tmp_path,
        lambda xml: xml.replace("{{ 版次 }}", "{{ 版本次 }}").replace("节.标题", "节.标提"),
    )
    written = write_document(plan(), template)
    assert [item.code for item in written.findings] == ["QA803"] * 5
    assert {item.details["tag"] for item in written.findings} == {"版本次", "标提"}
    assert "是不是想写“版次”？" in written.findings[0].fix


def test_a_known_tag_out_of_its_place_is_refused(tmp_path: Path) -> None:
    template = changed(tmp_path, lambda xml: xml.replace("{{ 版次 }}", "第{{ 清单.版次 }}版"))
    [(code, message)] = refused(template)
    assert code == "QA803"
    assert "第{{ 清单.版次 }}版" in message


def test_a_loop_that_ends_on_another_level_is_refused(tmp_path: Path) -> None:
    template = changed(tmp_path, lambda xml: xml.replace("{%tr endfor %}", "{%p endfor %}", 1))
    assert [code for code, _ in refused(template)] == ["QA805"]


def test_missing_styles_are_all_named(tmp_path: Path) -> None:
    template = changed(
        tmp_path,
        lambda xml: xml.replace('"QA填写区"', '"正文1"').replace('"heading 3"', '"小节"'),
        "word/styles.xml",
    )
    assert refused(template) == [
        ("QA806", "模板里没有样式“标题 3”。"),
        ("QA806", "模板里没有样式“QA填写区”。"),
    ]


def test_a_template_without_the_headings_or_places_to_write_is_refused(tmp_path: Path) -> None:
    no_place = changed(tmp_path, lambda xml: xml.replace("{{ 节.填写.占位文字 }}", "……"))
    assert refused(no_place) == [("QA807", "按模板生成后，找不到“1.1.1.1 四级（10分）”的填写处。")]
    no_heading = changed(tmp_path, lambda xml: xml.replace("{{ 清单.标题 }}", "清单"))
    assert refused(no_heading) == [("QA807", "按模板生成后，找不到“证实性材料清单”的标题。")]


def test_a_character_word_cannot_keep_is_named_with_its_indicator() -> None:
    written = write_document(plan(text="响铃\x07"), KIT)
    assert written.content is None
    assert [(item.code, item.message) for item in written.findings] == [
        ("QA808", "“2 质量（10分）”的文字里有看不见的控制字符（U+0007），Word 文档不能保存。")
    ]


def headers(written: Written) -> list[str]:
    return [said(part(written, f"word/header{number}.xml")) for number in (1, 2)]


def test_the_page_note_stands_in_the_header_of_every_page() -> None:
    noted = replace(plan(), page_note="非原文件规定。")
    assert headers(write_document(noted, KIT)) == ["非原文件规定。"] * 2
    assert headers(write_document(plan(), KIT)) == [""] * 2


@pytest.mark.parametrize("header", ["word/header1.xml", "word/header2.xml"])
def test_a_template_that_leaves_the_page_note_out_is_refused_where_there_is_one(
    tmp_path: Path, header: str
) -> None:
    silent = changed(tmp_path, lambda text: text.replace("{{ 页注 }}", "某办公室"), header)
    written = write_document(replace(plan(), page_note="非原文件规定。"), silent)
    assert written.content is None
    assert [(item.code, "非原文件规定。" in item.message) for item in written.findings] == [
        ("QA809", True)
    ]
    assert write_document(plan(), silent).content is not None


def test_a_template_without_any_header_cannot_carry_a_page_note(tmp_path: Path) -> None:
    bare = changed(tmp_path, lambda text: re.sub(r"<w:headerReference[^>]*/>", "", text))
    written = write_document(replace(plan(), page_note="非原文件规定。"), bare)
    assert [item.code for item in written.findings] == ["QA809"]


def test_what_was_chosen_stands_on_the_cover_and_in_the_properties() -> None:
    chosen = plan()
    chosen = replace(
        chosen,
        cover=replace(chosen.cover, chosen=("行业：养老", "规模：大型")),
        identity=replace(chosen.identity, choice="行业=养老；规模=大型", scale="maturity"),
    )
    written = write_document(chosen, KIT)
    cover = in_style(written, "QA封面文字")
    assert cover[-3:-1] == ["行业：养老", "规模：大型"]
    custom = {item.get("name"): item[0].text for item in part(written, "docProps/custom.xml")}
    assert (custom["qa.choice"], custom["qa.scale"]) == ("行业=养老；规模=大型", "maturity")


def test_an_identity_longer_than_a_program_keeps_is_in_the_custom_properties_only() -> None:
    long = plan()
    long = replace(long, identity=replace(long.identity, choice="长" * 300))
    written = write_document(long, KIT)
    custom = {item.get("name"): item[0].text for item in part(written, "docProps/custom.xml")}
    assert custom["qa.choice"] == "长" * 300
    assert all("qa:" not in (node.text or "") for node in part(written, "docProps/core.xml"))
