"""A template of the Word file: what it may hold, and what is refused before anything is built."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from jinja2.exceptions import SecurityError
from jinja2.utils import Cycler

from builder.write.docx.document import DocumentBytes, write_document
from builder.write.docx.tags import tag_environment
from tests.write.documents import (
    AWKWARD,
    ESCAPE,
    KIT,
    changed,
    in_style,
    part,
    plan,
    refused,
    said,
)


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
        '{{ "标题" }}',
        "{{ “标题” }}",
        "{{ 2026 }}",
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
    assert [item.code for item in written.findings] == ["QA803"] * 6
    assert {item.details["tag"] for item in written.findings} == {"版本次", "标提"}
    edition = next(item for item in written.findings if item.details["tag"] == "版本次")
    assert "是不是想写“版次”？" in edition.fix


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
    assert refused(no_place) == [("QA807", "按模板生成后，未找到“组织的环境”的填写处。")]
    no_heading = changed(tmp_path, lambda xml: xml.replace("{{ 清单.标题 }}", "清单"))
    assert refused(no_heading) == [("QA807", "按模板生成后，未找到“证实性材料清单”的标题。")]


def test_a_character_word_cannot_keep_is_named_with_its_indicator() -> None:
    written = write_document(plan(text="响铃\x07"), KIT)
    assert written.content is None
    assert [(item.code, item.message) for item in written.findings] == [
        ("QA808", "“2 质量（10分）”的文字里有看不见的控制字符（U+0007），Word 文档不能保存。")
    ]


def headers(written: DocumentBytes) -> list[str]:
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
