"""The markup that authors and programs write into a report, and the parts they add to it."""

import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any

from docx.oxml.ns import qn
from lxml import etree

from builder.word.parts import DocumentSection
from builder.word.planning import plan_document
from tests.proof.reports import EditParts, Parts, Sow, say, section_of
from tests.support.reports import SENTENCE, words_of
from tests.support.workbooks import shipped_scheme

Edit = Callable[[Any], None]  # of the paragraph of an answer
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_SPACES = (
    f'xmlns:w="{_W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    f' xmlns:r="{_OFFICE}"'
)
# In so many sections of each kit every fault of a text is sown.
SECTIONS = 4


SETTINGS = "word/settings.xml"


def asked_sections(kit: str) -> Iterator[DocumentSection]:
    answered = [one for one in plan_document(shipped_scheme(kit)).sections if one.answer]
    step = max(1, len(answered) // SECTIONS)
    yield from answered[::step][:SECTIONS]


def in_answer(section: DocumentSection, edit: Edit) -> Sow:
    def sow(root: Any) -> None:
        inside = section_of(root, section.bookmark)
        edit(next(one for one in inside if SENTENCE in words_of(one)))

    return sow


def made(markup: str) -> Any:
    """An element as a program writes it."""
    return etree.fromstring(f"<x {_SPACES}>{markup}</x>")[0]


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def append(answer: Any, *runs: str) -> None:
    answer.extend(made(run) for run in runs)


def say_before(answer: Any, text: str) -> None:
    say(answer, f"{text}{words_of(answer)}")


def say_after(answer: Any, text: str) -> None:
    say(answer, f"{words_of(answer)}{text}")


def add_lines(answer: Any, *lines: str) -> None:
    for line in reversed(lines):
        added = deepcopy(answer)
        say(added, line)
        answer.addnext(added)


def table(*cells: str, nested: str = "", style: str = "") -> Any:
    named = f'<w:tblPr><w:tblStyle w:val="{style}"/></w:tblPr>' if style else ""
    columns = "".join(f"<w:tc>{nested}<w:p>{run(cell)}</w:p></w:tc>" for cell in cells)
    return made(f"<w:tbl>{named}<w:tr>{columns}</w:tr></w:tbl>")


def text_box(inside: str) -> str:
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>'
        f"<w:txbxContent>{inside}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback>"
        f"<w:pict><v:textbox><w:txbxContent>{inside}</w:txbxContent></v:textbox></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )


def properties(answer: Any, properties: str, style: str = "") -> None:
    if style:
        in_style(answer, style)
    for run in answer.iter(qn("w:r")):
        for old in run.findall(qn("w:rPr")):
            run.remove(old)
        run.insert(0, made(f"<w:rPr>{properties}</w:rPr>"))


def in_style(answer: Any, style: str) -> None:
    answer.find(qn("w:pPr")).find(qn("w:pStyle")).set(qn("w:val"), style)


def styled(styles: str) -> EditParts:
    return with_text("word/styles.xml", "</w:styles>", f"{styles}</w:styles>")


def with_text(part: str, old: str, new: str) -> EditParts:
    def edit(parts: Parts) -> None:
        before = parts[part].decode()
        assert old in before, part
        parts[part] = before.replace(old, new, 1).encode()

    return edit


def both(*edits: EditParts) -> EditParts:
    def edit(parts: Parts) -> None:
        for each in edits:
            each(parts)

    return edit


def related(
    kind: str, target: str, *, source: str = "word/document.xml", outside: bool = True
) -> EditParts:
    """One more relationship of a part."""
    folder, _, name = source.rpartition("/")
    part = f"{folder}/_rels/{name}.rels"
    mode = ' TargetMode="External"' if outside else ""
    link = f'<Relationship Id="rIdX" Type="{_OFFICE}/{kind}" Target="{target}"{mode}/>'

    def edit(parts: Parts) -> None:
        empty = f'<Relationships xmlns="{_RELATIONS}"></Relationships>'
        before = parts.get(part, empty.encode()).decode()
        before = re.sub(r"(<Relationships[^>]*)/>$", r"\1></Relationships>", before.strip())
        parts[part] = before.replace("</Relationships>", f"{link}</Relationships>").encode()

    return edit


def put(name: str, content: bytes) -> EditParts:
    return lambda parts: parts.update({name: content})


def with_note(inside: str) -> EditParts:
    """One note at the foot of a page, which is called 2."""
    whole = f'<w:footnotes {_SPACES}><w:footnote w:id="2">{inside}</w:footnote></w:footnotes>'
    return both(
        related("footnotes", "footnotes.xml", outside=False),
        put("word/footnotes.xml", whole.encode()),
    )


def field(*pieces: str) -> Edit:
    """A field, its code cut into runs."""
    runs = [f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in pieces]

    def edit(answer: Any) -> None:
        begin, separate, end = (
            f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'
            for kind in ("begin", "separate", "end")
        )
        append(answer, begin, *runs, separate, run("见上"), end)

    return edit


_STYLES = (
    '<w:style w:type="character" w:styleId="xBase"><w:name w:val="底"/><w:rPr><w:vanish/></w:rPr>'
    '</w:style><w:style w:type="character" w:styleId="xOver"><w:name w:val="上"/>'
    '<w:basedOn w:val="xBase"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="xPara"><w:name w:val="段"/><w:rPr><w:vanish/></w:rPr>'
    '</w:style><w:style w:type="paragraph" w:styleId="xNext"><w:name w:val="段下"/>'
    '<w:basedOn w:val="xPara"/></w:style>'
    '<w:style w:type="table" w:styleId="xTable"><w:name w:val="表"/><w:rPr><w:vanish/></w:rPr>'
    '</w:style><w:style w:type="character" w:styleId="xWhite"><w:name w:val="白"/>'
    '<w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="xDark"><w:name w:val="深底"/><w:pPr>'
    '<w:shd w:val="clear" w:fill="1F3864"/></w:pPr></w:style>'
    '<w:style w:type="table" w:styleId="xPale"><w:name w:val="白表"/>'
    '<w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:style>'
    '<w:style w:type="table" w:styleId="xBanded"><w:name w:val="深头表"/>'
    '<w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:tblStylePr w:type="wholeTable"><w:tcPr>'
    '<w:shd w:val="clear" w:fill="1F3864"/></w:tcPr></w:tblStylePr></w:style>'
)
WITH_STYLES = styled(_STYLES)
