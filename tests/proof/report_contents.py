"""Faults sown into what an author wrote in a report, and into what its file holds."""

from collections.abc import Iterator
from typing import Any

from builder.word import words
from builder.word.parts import DocumentSection
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
    in_style,
    made,
    properties,
    put,
    related,
    run,
    say_after,
    say_before,
    table,
    text_box,
    with_note,
    with_text,
)
from tests.proof.reports import EditParts, ReportFault, say
from tests.support.reports import complete_held

_HIDDEN = "<w:rPr><w:vanish/></w:rPr>"
_PALE = '<w:rPr><w:color w:val="FFFFFF"/></w:rPr>'
_LEFT = run(words.PLACEHOLDER)


def sown_contents(kit: str) -> Iterator[ReportFault]:
    """Every fault of a kind in some sections, and what a file may hold that does something."""
    for section in asked_sections(kit):
        for name, code, edit, parts in _FAULTS:
            yield ReportFault(
                kit=kit,
                name=f"{name} {section.code}",
                expected=(f"{code} {section.code}",),
                sow=in_answer(section, edit),
                edit=parts,
            )
        yield ReportFault(
            kit=kit,
            name=f"nothing but the placeholder in a box {section.code}",
            expected=(f"{'QA771' if _is_scored(kit, section) else 'QA551'} {section.code}",),
            sow=in_answer(section, _placeholder_in_a_box),
        )
        assert section.answer is not None
        for name, edit in _with_prompt(section.answer.prompts[0]):
            yield ReportFault(
                kit=kit,
                name=f"prompt {name} {section.code}",
                expected=(f"QA553 {section.code}",),
                sow=in_answer(section, edit),
            )
    first = next(asked_sections(kit))
    for name, code, parts, write in _ACTIVE:
        sow = None if write is None else in_answer(first, write)
        yield ReportFault(kit=kit, name=name, expected=(code,), sow=sow, edit=parts)


def _with_prompt(prompt: str) -> Iterator[tuple[str, Edit]]:
    yield "before the answer", lambda answer: say_before(answer, prompt)
    yield "in a table", lambda answer: answer.addnext(table(prompt, "甲"))


def _is_scored(kit: str, section: DocumentSection) -> bool:
    plan = complete_held(kit).plan
    return section.code in {
        *(leaf.code for leaf in plan.leaves),
        *(group.code for group in plan.groups),
    }


def _placeholder_in_a_box(answer: Any) -> None:
    say(answer, "")
    append(answer, text_box(f"<w:p>{run(words.PLACEHOLDER)}</w:p>"))


def _noted(answer: Any) -> None:
    append(answer, '<w:r><w:footnoteReference w:id="2"/></w:r>')


def _in_white() -> Any:
    """A table on the paper itself, written in white."""
    inside = f"<w:tc><w:p><w:r>{_PALE}<w:t>系统的方法</w:t></w:r></w:p></w:tc>"
    return made(f"<w:tbl><w:tr>{inside}</w:tr></w:tbl>")


_FAULTS: tuple[tuple[str, str, Edit, EditParts | None], ...] = (
    ("hidden by itself", "QA563", lambda one: properties(one, "<w:vanish/>"), None),
    (
        "hidden by a character style",
        "QA563",
        lambda one: properties(one, '<w:rStyle w:val="xBase"/>'),
        WITH_STYLES,
    ),
    (
        "hidden by what a character style is based on",
        "QA563",
        lambda one: properties(one, '<w:rStyle w:val="xOver"/>'),
        WITH_STYLES,
    ),
    ("hidden by a paragraph style", "QA563", lambda one: in_style(one, "xPara"), WITH_STYLES),
    (
        "hidden by what a paragraph style is based on",
        "QA563",
        lambda one: in_style(one, "xNext"),
        WITH_STYLES,
    ),
    (
        "hidden by a table style",
        "QA563",
        lambda one: one.addnext(table("系统的方法", style="xTable")),
        WITH_STYLES,
    ),
    (
        "hidden in a text box",
        "QA563",
        lambda one: append(one, text_box(f"<w:p><w:r>{_HIDDEN}<w:t>系统的方法</w:t></w:r></w:p>")),
        None,
    ),
    ("white", "QA564", lambda one: properties(one, '<w:color w:val="FFFFFF"/>'), None),
    (
        "white by a style",
        "QA564",
        lambda one: properties(one, '<w:rStyle w:val="xWhite"/>'),
        WITH_STYLES,
    ),
    ("white in a table", "QA564", lambda one: one.addnext(_in_white()), None),
    (
        "white by a table style",
        "QA564",
        lambda one: one.addnext(table("系统的方法", style="xPale")),
        WITH_STYLES,
    ),
    (
        "white in a note",
        "QA564",
        _noted,
        with_note(f"<w:p><w:r>{_PALE}<w:t>系统的方法</w:t></w:r></w:p>"),
    ),
    ("struck out", "QA564", lambda one: properties(one, "<w:strike/>"), None),
    ("placeholder in a note", "QA552", _noted, with_note(f"<w:p>{_LEFT}</w:p>")),
    ("placeholder before", "QA552", lambda one: say_before(one, words.PLACEHOLDER), None),
    ("placeholder after", "QA552", lambda one: say_after(one, words.PLACEHOLDER), None),
    (
        "placeholder in half-width brackets",
        "QA552",
        lambda one: say_before(one, "(在此填写) "),
        None,
    ),
    (
        "placeholder in a content control",
        "QA552",
        lambda one: one.addnext(
            made(f"<w:sdt><w:sdtContent><w:p>{_LEFT}</w:p></w:sdtContent></w:sdt>")
        ),
        None,
    ),
    ("figure cited in vain", "QA565", lambda one: say_after(one, "见图3-2。"), None),
    ("table cited in vain", "QA565", lambda one: say_after(one, "如表９９所示。"), None),
    ("figure cited in brackets", "QA565", lambda one: say_after(one, "（图 98）"), None),
    ("cited in a table", "QA565", lambda one: one.addnext(table("详见附表98")), None),
    ("two of a number", "QA566", lambda one: add_lines(one, "图1　组织", "图1　流程"), None),
    (
        "two of a number in other digits",
        "QA566",
        lambda one: add_lines(one, "表一　组织", "表 1 流程"),
        None,
    ),
    ("evidence cited in vain", "QA567", lambda one: say_after(one, "（E288）"), None),
    ("evidence cited by a word", "QA567", lambda one: say_after(one, "见证据：E0288。"), None),
)

_ACTIVE: tuple[tuple[str, str, EditParts | None, Edit | None], ...] = (
    ("macros", "QA251", put("word/vbaProject.bin", b"\0"), None),
    (
        "template of another computer",
        "QA256",
        related("attachedTemplate", "file://elsewhere/share/t.dotm", source=SETTINGS),
        None,
    ),
    (
        "template of the web",
        "QA256",
        related("attachedTemplate", "https://127.0.0.1/t.dotm", source=SETTINGS),
        None,
    ),
    ("picture of the web", "QA256", related("image", "http://127.0.0.1/x.png"), None),
    ("picture of a drive", "QA256", related("image", "file:///D:/x.png"), None),
    ("document within", "QA256", related("subDocument", "http://127.0.0.1/x.docx"), None),
    ("frame", "QA256", related("frame", "http://127.0.0.1/", source="word/webSettings.xml"), None),
    (
        "source of letters",
        "QA256",
        related("mailMergeSource", "file:///D:/x.xlsx", source=SETTINGS),
        None,
    ),
    ("linked object", "QA256", related("oleObject", "file:///D:/x.xlsx"), None),
    ("INCLUDETEXT", "QA256", None, field("INCLUDETEXT ", '"C:\\\\x.txt"')),
    ("INCLUDEPICTURE", "QA256", None, field("INCLUDE", 'PICTURE "http://127.0.0.1/x"')),
    (
        "INCLUDEPICTURE in a header",
        "QA256",
        with_text(
            "word/header1.xml",
            "</w:p>",
            '<w:fldSimple w:instr="INCLUDEPICTURE \\\\elsewhere\\x.png"/></w:p>',
        ),
        None,
    ),
    ("DDE", "QA257", None, field("DDE excel a")),
    ("DDEAUTO in pieces", "QA257", None, field("D", "DEAU", 'TO cmd "/k"')),
    (
        "DDE within a field",
        "QA257",
        None,
        lambda one: one.append(made('<w:fldSimple w:instr=" dde cmd x "/>')),
    ),
    (
        "object",
        "QA258",
        both(
            related("oleObject", "embeddings/o.bin", outside=False),
            put("word/embeddings/o.bin", b"\xd0\xcf"),
        ),
        None,
    ),
    (
        "control",
        "QA258",
        both(
            related("control", "activeX/activeX1.xml", outside=False),
            put("word/activeX/activeX1.xml", b"<ocx/>"),
        ),
        None,
    ),
    (
        "another document put in",
        "QA258",
        both(
            related("aFChunk", "chunk.html", outside=False),
            put("word/chunk.html", b"<p>1</p>"),
        ),
        None,
    ),
)
