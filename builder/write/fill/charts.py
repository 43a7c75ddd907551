"""The charts of 近三年数据 under the tables of a report, with a caption and a number each."""

import re
from collections.abc import Iterator
from unicodedata import normalize
from xml.etree.ElementTree import Element, SubElement

from builder.book.evaluation import Evaluation
from builder.ooxml.namespaces import CHART, DRAWING, OFFICE_RELATIONSHIPS, WORD
from builder.ooxml.office_file import OfficeFile, whole_number
from builder.ooxml.whole_tree import own_tree
from builder.ooxml.word_markup import word_tag
from builder.word import words
from builder.word.bookmarks import FILLED_CHART
from builder.word.entries import ChartEntry
from builder.word.filling import Outcome
from builder.write.fill.gaps import bookmarked
from builder.write.fill.ledger import Ledger
from builder.write.fill.markup import blocks, insert_behind, paragraph_of, run_of, text_of
from builder.write.fill.places import Places
from builder.write.xlsx.charts import chart_xml
from builder.write.xlsx.escape import attribute_text, declared

_PLACED = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_FIELD = " SEQ 图"
_NUMBERED = re.compile(r"\s*图\s*([0-9]{1,3})(?![0-9.\-])")
# 15 cm by 5.8 cm in EMU: the width of the text, three on a page (ECMA-376 Part 1, 20.1.2.1).
_WIDTH, _HEIGHT = 5_400_000, 2_088_000


def fill_chart(
    package: OfficeFile,
    part: str,
    places: Places,
    entry: ChartEntry,
    shown: Evaluation,
    style: str,
    ledger: Ledger,
) -> None:
    """Draw one chart under the table of its figures, or anew where an earlier run drew it."""
    name = f"CHART:{entry.bookmark}:{entry.chart.title}"
    drawn = chart_xml(entry.chart, shown, captioned=True)
    known = _drawn_before(package, part, places, entry)
    if known is not None:
        if ledger.is_unchanged(name, drawn) or package.part(known) == declared(drawn):
            ledger.same += 1
        else:
            package.put(known, declared(drawn))
            ledger.note(entry.heading, "图", Outcome.UPDATED, text=entry.caption)
        ledger.keep(name, drawn)
        return
    if ledger.was_written(name):
        # Taken out by the applicant, who shall not find it again.
        ledger.note(entry.heading, "图", Outcome.MISSING, text=entry.caption)
        return
    there = places.table(entry.bookmark, words.FIGURES_BEFORE)
    if there is None:
        ledger.note(entry.heading, "图", Outcome.MISSING, text=entry.caption)
        return
    table, holder = there
    chart = package.free_name("word/charts/chart", ".xml")
    package.put(chart, declared(drawn))
    package.declare(chart, _TYPE)
    identifier = package.relate(part, "chart", chart)
    picture = _picture(places.body, identifier, entry.caption)
    bookmarked(places.body, picture, f"{FILLED_CHART}{_number_of(chart)}")
    number = _next_number(places.body)
    caption = _caption(number, entry.caption, style, counted=not _has_typed(places.body))
    insert_behind(holder, _last_chart(holder, table), picture, caption)
    ledger.keep(name, drawn)
    ledger.note(entry.heading, f"图{number}", Outcome.WRITTEN, text=entry.caption)


def _drawn_before(package: OfficeFile, part: str, places: Places, entry: ChartEntry) -> str | None:
    """The part of the chart of that title which an earlier run drew."""
    relations = package.relations(part)
    for paragraph, _ in blocks(places.body):
        if not _is_drawn(paragraph):
            continue
        titled = any(
            one.get("descr") == entry.caption for one in paragraph.iter(f"{{{_PLACED}}}docPr")
        )
        for chart in paragraph.iter(f"{{{CHART[0]}}}chart"):
            related = relations.get(chart.get(f"{{{OFFICE_RELATIONSHIPS[0]}}}id") or "")
            if titled and related is not None:
                return related.part
    return None


def _is_drawn(block: Element) -> bool:
    """Whether a block holds a chart that was drawn from a workbook."""
    marks = block.iter(word_tag("bookmarkStart"))
    return any((mark.get(word_tag("name")) or "").startswith(FILLED_CHART) for mark in marks)


def _last_chart(holder: Element, table: Element) -> Element:
    """The last of the charts and captions that stand under a table already, else the table."""
    children = list(holder)
    last = table
    for one in children[children.index(table) + 1 :]:
        if not _is_drawn(one) and not _number_in(one):
            break
        last = one
    return last


def _caption(number: int, words: str, style: str, *, counted: bool) -> Element:
    """A caption whose number is a field (ECMA-376 Part 1, 17.16.5.56).

    Beside captions that people numbered by hand it keeps its number, as nothing counts theirs.
    """
    caption = paragraph_of("图", style)
    instruction = f"{_FIELD} \\* ARABIC " if counted else f"{_FIELD} \\* ARABIC \\r {number} "
    field = SubElement(caption, word_tag("fldSimple"), {word_tag("instr"): instruction})
    field.append(run_of(str(number)))
    caption.append(run_of(f"　{words}"))
    return caption


def _has_typed(body: Element) -> bool:
    """Whether a caption has a number that is no field."""
    return any(
        _number_in(paragraph) and not _is_counted(paragraph) for paragraph, _ in blocks(body)
    )


def _is_counted(paragraph: Element) -> bool:
    simple = (one.get(word_tag("instr")) or "" for one in paragraph.iter(word_tag("fldSimple")))
    complex_ = (one.text or "" for one in paragraph.iter(word_tag("instrText")))
    return any(text.split()[:1] == ["SEQ"] for text in (*simple, *complex_))


def _numbers(body: Element) -> Iterator[int]:
    for paragraph, _ in blocks(body):
        number = _number_in(paragraph)
        if number:
            yield number


def _number_in(block: Element) -> int:
    """The number with which a caption begins; 0 where a block is none."""
    said = normalize("NFKC", text_of(block)) if block.tag == word_tag("p") else ""
    found = _NUMBERED.match(said)
    return int(found[1]) if found else 0


def _next_number(body: Element) -> int:
    return max(_numbers(body), default=0) + 1


def _number_of(part: str) -> int:
    return whole_number("".join(letter for letter in part if letter.isdigit()))


def _picture(body: Element, identifier: str, caption: str) -> Element:
    """A paragraph that holds a chart in line with the text (ECMA-376 Part 1, 20.4.2.8)."""
    numbers = (one.get("id") for one in body.iter(f"{{{_PLACED}}}docPr"))
    free = max(map(whole_number, numbers), default=0) + 1
    title = attribute_text(caption)
    return own_tree(
        f'<w:p xmlns:w="{WORD[0]}"><w:pPr><w:keepNext/><w:spacing w:before="120"/>'
        '<w:ind w:firstLine="0"/><w:jc w:val="center"/></w:pPr><w:r><w:drawing>'
        f'<wp:inline xmlns:wp="{_PLACED}" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{_WIDTH}" cy="{_HEIGHT}"/>'
        f'<wp:docPr id="{free}" name="图 {free}" descr="{title}"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic xmlns:a="{DRAWING[0]}"><a:graphicData uri="{CHART[0]}">'
        f'<c:chart xmlns:c="{CHART[0]}" xmlns:r="{OFFICE_RELATIONSHIPS[0]}" r:id="{identifier}"/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )
