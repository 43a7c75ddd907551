"""What programs and people change about a whole report, of which nothing may be told but a hint."""

import re
from typing import Any

from docx.oxml.ns import qn
from lxml import etree

from tests.proof.report_markup import (
    Edit,
    add_lines,
    append,
    made,
    properties,
    put,
    related,
    run,
    with_note,
)
from tests.proof.reports import EditParts, Parts, Sow, remove, say
from tests.support.reports import SENTENCE, words_of

_STYLES, _SETTINGS, _CUSTOM = "word/styles.xml", "word/settings.xml", "docProps/custom.xml"
_VALUE, _ID = qn("w:val"), qn("w:styleId")
_NAMERS = {qn(f"w:{name}") for name in ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link")}


def in_every_answer(edit: Edit) -> Sow:
    """The same done to every answer."""

    def sow(root: Any) -> None:
        for paragraph in [*root.iter(qn("w:p"))]:
            if SENTENCE in words_of(paragraph):
                edit(paragraph)

    return sow


def renamed(name: str) -> str:
    """The identifier that a program gives to a style instead."""
    return f"a{sum(name.encode())}{len(name)}"


def _styles_named(root: Any) -> None:
    for one in root.iter(*_NAMERS):
        one.set(_VALUE, renamed(one.get(_VALUE, "")))


def _styles_renamed(parts: Parts) -> None:
    """Every style under another identifier, as WPS and LibreOffice save them."""
    root = etree.fromstring(parts[_STYLES])
    _styles_named(root)
    for style in root.iter(qn("w:style")):
        style.set(_ID, renamed(style.get(_ID, "")))
    parts[_STYLES] = etree.tostring(root)


def _by_word(root: Any) -> None:
    """Runs cut at every check of spelling, and marks of revisions and pages."""
    for paragraph in root.iter(qn("w:p")):
        paragraph.set(qn("w:rsidR"), "00AB12CD")
        for one in [*paragraph.findall(qn("w:r"))]:
            one.set(qn("w:rsidRPr"), "00AB12CE")
            one.addprevious(made('<w:proofErr w:type="spellStart"/>'))
            text = one.find(qn("w:t"))
            if text is not None:
                text.addprevious(made("<w:lastRenderedPageBreak/>"))


def _cut(answer: Any) -> None:
    """A run of its own for every few letters."""
    text = words_of(answer)
    say(answer, "")
    append(answer, *(run(text[place : place + 3]) for place in range(0, len(text), 3)))


def _commented(answer: Any) -> None:
    answer.insert(1, made('<w:commentRangeStart w:id="7"/>'))
    append(answer, '<w:commentRangeEnd w:id="7"/>', '<w:r><w:commentReference w:id="7"/></w:r>')


def _bookmarked(answer: Any) -> None:
    answer.insert(1, made('<w:bookmarkStart w:id="901" w:name="_GoBack"/>'))
    append(answer, '<w:bookmarkEnd w:id="901"/>')


def _accepted(answer: Any) -> None:
    """Formatting that was changed and accepted, and a run that was moved."""
    for one in answer.findall(qn("w:r")):
        one.insert(0, made('<w:rPr><w:b/><w:color w:val="C00000"/></w:rPr>'))


def _in_a_section(answer: Any) -> None:
    """A landscape section of two columns around the answer."""
    inner = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:cols w:num="2"/>'
    answer.addprevious(made("<w:p><w:pPr><w:sectPr/></w:pPr></w:p>"))
    answer.addnext(made(f"<w:p><w:pPr><w:sectPr>{inner}</w:sectPr></w:pPr></w:p>"))


def _listed(answer: Any) -> None:
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    answer.addnext(made(f"<w:p><w:pPr>{number}</w:pPr>{run('完善制度')}</w:p>"))


def _noted(answer: Any) -> None:
    append(answer, '<w:r><w:footnoteReference w:id="2"/></w:r>')


def _table_of_figures(answer: Any) -> None:
    wide = made(
        '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p/></w:tc></w:tr><w:tr>'
        f"<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p>{run('一季度')}</w:p></w:tc>"
        f"<w:tc><w:p>{run('良好')}</w:p></w:tc></w:tr></w:tbl>"
    )
    answer.addnext(wide)
    answer.addnext(made(f"<w:p>{run('表9　季度情况')}</w:p>"))
    append(answer, run("见表9。"))


def _with_picture(answer: Any) -> None:
    append(answer, run("见图8。"))
    picture = "<w:p><w:r><w:drawing><wp:inline/></w:drawing></w:r></w:p>".replace("wp:", "wps:")
    answer.addnext(made(f"<w:p>{run('图8　组织结构')}</w:p>"))
    answer.addnext(made(picture))


def _with_breaks(answer: Any) -> None:
    append(
        answer,
        "<w:r><w:br/><w:tab/><w:t>第一</w:t><w:cr/><w:noBreakHyphen/><w:t>二</w:t></w:r>",
        '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>',
        '<w:r><w:br w:type="page"/></w:r>',
    )


def _headings_restyled(root: Any) -> None:
    """Every heading in letters of the author's own, centred, on a page of its own."""
    for paragraph in root.iter(qn("w:p")):
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        if style is not None and style.get(_VALUE, "").startswith("Heading"):
            style.addnext(made('<w:jc w:val="center"/>'))
            style.addnext(made("<w:pageBreakBefore/>"))
            properties(paragraph, '<w:rFonts w:eastAsia="黑体"/><w:color w:val="1F3864"/>')


def _contents_renewed(root: Any) -> None:
    """The table of contents with numbers of pages."""
    for paragraph in root.iter(qn("w:p")):
        for text in paragraph.iter(qn("w:t")):
            if text.text == "—":
                text.text = "17"


def _contents_deleted(root: Any) -> None:
    for paragraph in [*root.iter(qn("w:p"))]:
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        if style is not None and style.get(_VALUE, "").startswith("TOC"):
            remove(paragraph)


def _blank_lines(answer: Any) -> None:
    add_lines(answer, "", "　　", "")


def _own_heading(answer: Any) -> None:
    answer.addprevious(
        made(f'<w:p><w:pPr><w:outlineLvl w:val="3"/></w:pPr>{run("（一）概况")}</w:p>')
    )


def _no_properties(parts: Parts) -> None:
    """Nothing but the text and its styles is kept."""
    parts["docProps/app.xml"] = parts["docProps/app.xml"].replace(b"builder", b"WPS Office")
    said = (
        '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="60" '
        'name="KSOProductBuildVer"><vt:lpwstr>2052-12.1</vt:lpwstr></property></Properties>'
    )
    parts[_CUSTOM] = parts[_CUSTOM].replace(b"</Properties>", said.encode())


def _settings_of_word(parts: Parts) -> None:
    more = (
        '<w:rsids><w:rsidRoot w:val="00AB12CD"/></w:rsids><w:documentProtection w:edit="readOnly"'
        ' w:enforcement="0"/></w:settings>'
    )
    parts[_SETTINGS] = parts[_SETTINGS].replace(b"</w:settings>", more.encode())


def _header(parts: Parts) -> None:
    """The author's own head and foot of pages."""
    for name in ("word/header1.xml", "word/header2.xml"):
        body = re.sub(rb"(<w:p\b[^>]*?)/>", rb"\1></w:p>", parts[name])
        parts[name] = body.replace(b"</w:p>", run("某某公司申报材料").encode() + b"</w:p>", 1)


# Comments shall be deleted before a report is handed in, which a hint says.
WITH_COMMENTS = "with comments"
SAVES: tuple[tuple[str, Sow | None, EditParts | None], ...] = (
    ("styles under other identifiers", _styles_named, _styles_renamed),
    ("saved by Word", _by_word, _settings_of_word),
    ("saved by WPS", None, _no_properties),
    ("runs of three letters", in_every_answer(_cut), None),
    (
        WITH_COMMENTS,
        in_every_answer(_commented),
        related("comments", "comments.xml", outside=False),
    ),
    ("with bookmarks", in_every_answer(_bookmarked), None),
    ("with changes accepted", in_every_answer(_accepted), None),
    ("in columns on wide pages", in_every_answer(_in_a_section), None),
    ("with lists", in_every_answer(_listed), None),
    ("with footnotes", in_every_answer(_noted), with_note(f"<w:p>{run('数据来自财务部。')}</w:p>")),
    ("with a table and its title", in_every_answer(_table_of_figures), None),
    ("with a picture and its title", in_every_answer(_with_picture), None),
    ("with breaks, tabs and signs", in_every_answer(_with_breaks), None),
    ("with headings in other letters", _headings_restyled, None),
    ("with the contents renewed", _contents_renewed, None),
    ("without the contents", _contents_deleted, None),
    ("with blank lines", in_every_answer(_blank_lines), None),
    ("with headings of the author's own", in_every_answer(_own_heading), None),
    ("with a head on every page", None, _header),
    ("with a thumbnail", None, put("docProps/thumbnail.jpeg", b"\xff\xd8\xff")),
    ("with data of a document server", None, put("customXml/item1.xml", b"<x/>")),
    (
        "in larger letters with wide lines",
        in_every_answer(
            lambda one: properties(one, '<w:sz w:val="28"/><w:rFonts w:eastAsia="仿宋_GB2312"/>')
        ),
        None,
    ),
)
