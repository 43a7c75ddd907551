"""The Word file of the kit: real headings, places to write, nothing lost or added."""

import zipfile
from io import BytesIO
from pathlib import Path

from builder.load.marks import marked
from builder.version import VERSION
from builder.word.planning import LAYOUT
from builder.write.docx.contents import UNKNOWN_PAGE
from builder.write.docx.document import write_document
from tests.write.documents import (
    AWKWARD,
    KIT,
    W,
    body,
    in_style,
    part,
    plan,
    said,
)


def test_every_heading_is_a_real_heading_of_its_level() -> None:
    written = write_document(plan(), KIT)
    parts = [heading for heading, _, level in plan().headings if level == 1]
    read = ["填写须知", "附：评分标准"]
    assert in_style(written, "QA指导标题") == read
    assert in_style(written, "heading 1") == [part for part in parts if part not in read]
    overview = plan().overview
    assert overview is not None
    assert in_style(written, "heading 2") == [
        *(one.heading for one in overview.sections),
        "1 领导（10分）",
        "2 质量（10分）",
    ]
    assert in_style(written, "heading 3") == ["1.1 组织文化（10分）"]
    assert in_style(written, "heading 4") == ["1.1.1 三级（10分）"]
    assert in_style(written, "heading 5") == ["1.1.1.1 四级（10分）"]


def test_every_heading_carries_its_bookmark_and_no_number_twice() -> None:
    marks = list(body(write_document(plan(), KIT)).iter(f"{W}bookmarkStart"))
    names = [mark.get(f"{W}name") or "" for mark in marks]
    assert [name for name in names if not name.startswith("_Toc")] == [
        bookmark for _, bookmark, _ in plan().headings
    ]
    assert len(set(names)) == len(names)
    assert len({mark.get(f"{W}id") for mark in marks}) == len(marks)


def test_each_leaf_has_prompts_and_a_place_to_write_in_their_styles() -> None:
    written = write_document(plan(), KIT)
    assert in_style(written, "QA填写区") == ["（在此填写）"] * 7
    prompts = [text[:2] for text in in_style(written, "QA提示") if text[2:3] == "："]
    assert prompts == ["方法", "展开", "学习", "整合"] * 2


def test_criteria_notes_and_tables_stand_as_the_notice_prints_them() -> None:
    written = write_document(plan(), KIT)
    assert in_style(written, "QA评价要点") == ["a. 如何做。"] * 5
    assert in_style(written, "QA注") == ["注：原文的注。"] * 5
    assert in_style(written, "QA原文表格").count("没有方法") == 5


def test_a_table_has_as_many_grid_columns_as_cells() -> None:
    for table in body(write_document(plan(), KIT)).iter(f"{W}tbl"):
        columns = len(list(table.iter(f"{W}gridCol")))
        for row in table.iter(f"{W}tr"):
            spans = [int(span.get(f"{W}val") or 1) for span in row.iter(f"{W}gridSpan")]
            assert len(row.findall(f"{W}tc")) - len(spans) + sum(spans) == columns


def test_the_contradiction_is_stated_once_with_a_sign_at_its_place() -> None:
    written = write_document(plan(), KIT)
    line = "1. 【原文矛盾】2 质量：原文标明300分，下列各项合计285分。处理：不放大。"
    assert in_style(written, "QA说明").count(line) == 1
    assert in_style(written, "QA说明号") == ["※ 见“附：原文说明”第 1（原文矛盾）条。"]
    assert said(body(written)).count("不放大") == 1


def test_captions_are_numbered_by_fields_and_listed() -> None:
    root = body(write_document(plan(), KIT))
    fields = [one for one in root.iter(f"{W}fldSimple") if "SEQ 表" in (one.get(f"{W}instr") or "")]
    assert [said(one) for one in fields] == ["1", "2"]
    listed = [
        said(link).removesuffix(UNKNOWN_PAGE)
        for link in root.iter(f"{W}hyperlink")
        if (link.get(f"{W}anchor") or "").startswith("_Toc")
    ]
    assert listed == ["表1　证据（1.1.1.1 四级）", "表2　证据（2 质量）"]


def test_the_codes_stand_in_the_last_line_and_not_on_the_cover() -> None:
    root = body(write_document(plan(), KIT))
    paragraphs = [said(one) for one in root.iter(f"{W}p")]
    coded = [place for place, words in enumerate(paragraphs) if "f00d" in words]
    assert coded == [len(paragraphs) - 2]
    cover = paragraphs[: paragraphs.index("承诺书")]
    assert "某区政府质量奖" in cover
    assert "（盖章处）" in cover
    assert not [words for words in cover if "附件3" in words or "sample" in words]


def test_the_contents_list_each_heading_as_link_and_page_reference() -> None:
    root = body(write_document(plan(), KIT))
    every = root.iter(f"{W}hyperlink")
    links = [one for one in every if not (one.get(f"{W}anchor") or "").startswith("_Toc")]
    assert [(said(link).removesuffix(UNKNOWN_PAGE), link.get(f"{W}anchor")) for link in links] == [
        (heading, bookmark)
        for heading, bookmark, level in plan().headings
        if level <= 4 and bookmark not in ("qa_guide", "qa_reference")
    ]
    instructions = [(node.text or "").split()[0] for node in root.iter(f"{W}instrText")]
    assert instructions.count("TOC") == 3
    assert instructions.count("PAGEREF") == len(links) + 2


def test_every_field_that_begins_also_ends_and_nothing_asks_to_be_updated() -> None:
    written = write_document(plan(), KIT)
    kinds = [node.get(f"{W}fldCharType") for node in body(written).iter(f"{W}fldChar")]
    assert kinds.count("begin") == kinds.count("separate") == kinds.count("end")
    assert part(written, "word/settings.xml").find(f"{W}updateFields") is None


def test_values_come_out_as_typed() -> None:
    written = write_document(plan(text=AWKWARD, name=AWKWARD), KIT)
    assert f"a. {AWKWARD}" in in_style(written, "QA评价要点")
    assert in_style(written, "heading 3") == [f"1.1 {AWKWARD}（10分）"]


def test_a_line_break_and_a_tab_stay_inside_their_paragraph() -> None:
    written = write_document(plan(text="上\n下\t右"), KIT)
    assert "a. 上下右" in in_style(written, "QA评价要点")
    before = len(list(body(write_document(plan(), KIT)).iter(f"{W}br")))
    assert len(list(body(written).iter(f"{W}br"))) == before + 1


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
        "qa.layout": LAYOUT,
        "qa.choice": None,
        "qa.scale": "direct",
        "qa.version": VERSION,
    }
    core = part(written, "docProps/core.xml")
    assert f"qa:sample:2024:f00d:{LAYOUT}::direct" in [node.text for node in core]


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
        ("qa.layout", LAYOUT),
        ("qa.choice", None),
        ("qa.scale", "direct"),
        ("qa.version", VERSION),
    ]
    assert len({item.get("pid") for item in custom}) == 8


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


def test_emphasis_and_links_of_the_scheme_are_kept() -> None:
    text = "应当**重点**说明，见[附件1](https://example.com/?a=1&b=2)。"
    said_in = marked(text)
    scheme_plan = plan(text=said_in.text, marks=said_in.marks)
    written = write_document(scheme_plan, KIT)
    paragraph = next(
        one for one in body(written).iter(f"{W}p") if said(one) == "a. 应当重点说明，见附件1。"
    )
    bold = [said(run) for run in paragraph.iter(f"{W}r") if run.find(f"{W}rPr/{W}b") is not None]
    assert bold == ["重点"]
    (link,) = paragraph.iter(f"{W}fldSimple")
    assert link.get(f"{W}instr") == ' HYPERLINK "https://example.com/?a=1&b=2" '
    assert said(link) == "附件1"


def test_guidance_that_is_hidden_leaves_no_lines_and_no_ground_of_tables() -> None:
    written = write_document(plan(), KIT)
    guiding = {
        style.get(f"{W}styleId")
        for style in part(written, "word/styles.xml").iter(f"{W}style")
        for based in style.iter(f"{W}basedOn")
        if based.get(f"{W}val") == "QAGuidance"
    }
    tables = [
        table
        for table in body(written).iter(f"{W}tbl")
        if all(one.get(f"{W}val") in guiding for one in table.iter(f"{W}pStyle"))
    ]
    assert len(tables) == 5
    for table in tables:
        assert [one.get(f"{W}val") for one in table.iter(f"{W}tblStyle")] == ["TableNormal"]
        for name in ("tblBorders", "tcBorders", "shd", "trHeight"):
            assert not list(table.iter(f"{W}{name}"))
