"""An office's template brings nothing into a kit that the office cannot want there."""

from collections.abc import Callable
from pathlib import Path

import pytest

from builder.pipeline.template_lint import lint_template
from tests.findings.cases.said import codes
from tests.write.documents import changed, refused

SETTINGS = "word/settings.xml"
NEW = '<w:body><w:p><w:r><w:t xml:space="preserve">{}</w:t></w:r></w:p>'


def with_line(folder: Path, text: str, member: str = "word/document.xml") -> Path:
    """The shipped template with one line more."""
    return changed(folder, lambda xml: xml.replace("<w:body>", NEW.format(text), 1), member)


def with_markup(folder: Path, markup: str) -> Path:
    return changed(folder, lambda xml: xml.replace("<w:body>", f"<w:body>{markup}", 1))


@pytest.mark.parametrize(
    "text",
    [
        "｛｛ 奖项 ｝｝",
        "{ { 奖项 } }",
        "｛{ 奖项 }｝",
        "﹛﹛奖项﹜﹜",
        "｛％ for 节 in 各节 ％｝",
        "{奖项}",
        "｛奖项｝",
        "[[ 奖项 ]]",
        "【【奖项】】",
        "${奖项}",
        "«奖项»",
        "&lt;&lt;节.标题&gt;&gt;",
    ],
)
def test_a_tag_in_other_braces_is_refused_with_what_stands_there(tmp_path: Path, text: str) -> None:
    template = with_line(tmp_path, text)
    [(code, message)] = refused(template)
    assert code == "QA816"
    assert text.replace("&lt;", "<").replace("&gt;", ">") in message
    assert codes(lint_template(template)) == ["QA816"]


@pytest.mark.parametrize(
    "text", ["【奖项】", "《申报表》", "[1]", "（奖项）", "{{ 奖项 }}", "集合 {1, 2}", "<<甲>>"]
)
def test_brackets_that_are_meant_to_be_printed_are_fine(tmp_path: Path, text: str) -> None:
    line = text.replace("<", "&lt;")
    assert codes(lint_template(with_line(tmp_path, line))) == []


@pytest.mark.parametrize(
    "markup",
    [
        "<w:p><w:ins><w:r><w:t>甲</w:t></w:r></w:ins></w:p>",
        "<w:p><w:del><w:r><w:delText>甲</w:delText></w:r></w:del></w:p>",
        "<w:p><w:pPr><w:rPr><w:ins/></w:rPr></w:pPr></w:p>",
        "<w:p><w:pPr><w:pPrChange/></w:pPr></w:p>",
        "<w:p><w:moveFrom/><w:moveTo/></w:p>",
    ],
)
def test_a_change_that_nobody_accepted_is_refused(tmp_path: Path, markup: str) -> None:
    assert [code for code, _ in refused(with_markup(tmp_path, markup))] == ["QA815"]


@pytest.mark.parametrize(
    ("markup", "said"),
    [
        ("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>甲</w:t></w:r></w:p>", "1 处隐藏的文字"),
        ('<w:p><w:r><w:commentReference w:id="0"/></w:r></w:p>', "1 条批注"),
    ],
)
def test_what_somebody_wrote_for_himself_is_refused(tmp_path: Path, markup: str, said: str) -> None:
    [(code, message)] = refused(with_markup(tmp_path, markup))
    assert (code, said in message) == ("QA817", True)


@pytest.mark.parametrize(
    "markup",
    [
        '<w:p><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>甲</w:t></w:r></w:p>',
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t> </w:t></w:r></w:p>",
    ],
)
def test_what_is_to_be_seen_and_what_holds_nothing_is_fine(tmp_path: Path, markup: str) -> None:
    assert codes(lint_template(with_markup(tmp_path, markup))) == []


GUARD = '<w:documentProtection w:edit="{}" w:enforcement="{}"/>'


def with_setting(folder: Path, setting: str) -> Path:
    """The shipped template with one setting more."""
    return changed(
        folder, lambda xml: xml.replace("</w:settings>", f"{setting}</w:settings>"), SETTINGS
    )


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        (GUARD.format("readOnly", 1), "开着“限制编辑”"),
        (GUARD.format("forms", "true"), "开着“限制编辑”"),
        ("<w:trackRevisions/>", "开着“修订”"),
        (f"{GUARD.format('comments', 'on')}<w:trackRevisions/>", "开着“限制编辑”和“修订”"),
    ],
)
def test_a_kit_that_cannot_be_filled_in_is_refused(tmp_path: Path, setting: str, said: str) -> None:
    [(code, message)] = refused(with_setting(tmp_path, setting))
    assert (code, said in message) == ("QA818", True)


@pytest.mark.parametrize(
    "setting", [GUARD.format("readOnly", 0), '<w:trackRevisions w:val="false"/>']
)
def test_a_guard_that_is_not_turned_on_is_fine(tmp_path: Path, setting: str) -> None:
    assert codes(lint_template(with_setting(tmp_path, setting))) == []


STYLE = (
    '<w:style w:type="{}" w:styleId="9" w:customStyle="1"><w:name w:val="{}"/>'
    "<w:rPr><w:vanish/></w:rPr></w:style>"
    '<w:style w:type="{}" w:styleId="99"><w:name w:val="{}2"/><w:basedOn w:val="9"/></w:style>'
    "</w:styles>"
)


def in_hidden_style(folder: Path, kind: str, name: str) -> Path:
    """A template with a line in a style that is based on one that hides."""
    style = STYLE.format(kind, name, kind, name)
    of_all = '<w:pPr><w:pStyle w:val="99"/></w:pPr>' if kind == "paragraph" else ""
    own = '<w:rPr><w:rStyle w:val="99"/></w:rPr>' if kind == "character" else ""
    line = f"<w:p>{of_all}<w:r>{own}<w:t>内部意见：甲公司不通过</w:t></w:r></w:p>"
    template = with_markup(folder, line)
    return changed(
        folder, lambda xml: xml.replace("</w:styles>", style), "word/styles.xml", of=template
    )


@pytest.mark.parametrize("kind", ["paragraph", "character"])
def test_a_text_hidden_by_its_style_is_refused_as_well(tmp_path: Path, kind: str) -> None:
    [(code, message)] = refused(in_hidden_style(tmp_path, kind, "内部"))
    assert (code, "1 处隐藏的文字" in message) == ("QA817", True)


def test_guidance_may_be_hidden_by_its_style(tmp_path: Path) -> None:
    assert codes(lint_template(in_hidden_style(tmp_path, "paragraph", "QA指导甲"))) == []


@pytest.mark.parametrize(
    "field",
    [
        "DDEAUTO cmd",
        "INCLUDETEXT 甲.docx",
        'INCLUDEPICTURE "http://127.0.0.1/x"',
        "LINK Excel.Sheet 甲",
    ],
)
def test_a_field_that_fetches_or_runs_something_is_refused(tmp_path: Path, field: str) -> None:
    instr = field.replace('"', "&quot;")
    markup = f'<w:p><w:fldSimple w:instr="{instr}"/></w:p>'
    [(code, message)] = refused(with_markup(tmp_path, markup))
    assert code == "QA814"
    assert f"{field.split(maxsplit=1)[0]} 域" in message


@pytest.mark.parametrize("field", ["PAGE", "TOC", "SEQ 图", 'HYPERLINK "https://127.0.0.1/"'])
def test_a_field_that_tells_of_the_document_is_fine(tmp_path: Path, field: str) -> None:
    instr = field.replace('"', "&quot;")
    markup = f'<w:p><w:fldSimple w:instr="{instr}"/></w:p>'
    assert codes(lint_template(with_markup(tmp_path, markup))) == []


def brackets() -> str:
    return "{{ " + "(" * 5000 + "奖项" + ")" * 5000 + " }}"


def filters() -> str:
    return "{{ 奖项" + "|upper" * 5000 + " }}"


def negations() -> str:
    return "{% if " + "not " * 5000 + "奖项 %}{% endif %}"


def attributes() -> str:
    return "{{ 节" + ".标题" * 5000 + " }}"


def choices() -> str:
    return "{% if 奖项 %}" * 2000 + "{% endif %}" * 2000


def loops_over_the_same() -> str:
    return "".join(f"{{% for 甲{n} in 各节 %}}" for n in range(6)) + "{% endfor %}" * 6


def many_loops() -> str:
    lists = ("各节", "须知", "提醒", "选择", "封面空项", "评价要点", "注")
    return "".join(f"{{% for 甲 in {one} %}}" for one in lists) + "{% endfor %}" * len(lists)


@pytest.mark.parametrize(
    "write",
    [brackets, filters, negations, attributes, choices, loops_over_the_same, many_loops],
)
def test_what_nests_beyond_reason_is_refused_before_it_is_parsed(
    tmp_path: Path, write: Callable[[], str]
) -> None:
    [(code, message)] = refused(with_line(tmp_path, write()))
    assert code == "QA804"
    assert "嵌套" in message or "循环里又循环" in message
