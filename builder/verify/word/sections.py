"""Where each planned section of a report stands in a returned file, and what was written in it."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from builder.model.compared_text import reduced
from builder.model.returned_document import (
    Block,
    ReturnedDocument,
    ReturnedParagraph,
    ReturnedTable,
)
from builder.verify.word.captions import uncaptioned
from builder.verify.word.own_words import placeholder_spellings, without
from builder.verify.word.tables import evidence_rows, figure_rows, own_tables
from builder.word.bookmarks import FILLED_CHART
from builder.word.parts import DocumentPlan, DocumentSection
from builder.word.written import FoundHeading, TableRows, WrittenSection

_HEADING = re.compile(r"(?:heading|标题)\s*\d|qa指导标题$")
# The styles of the kit's own labels and captions, whose words a template may choose.
_LABELS = frozenset({"qa小标题", "qa表题", "qa图题", "qa得分"})
# A label is no sentence, and no label is so long.
_PROSE = re.compile("[。！？；]|.{80}", re.DOTALL)
# What stands before and behind the name of an indicator, which people renumber and leave out.
_NUMBER = re.compile(r"^[(第]?[0-9一二三四五六七八九十.、]+[)章节条.、]?")
_POINTS = re.compile(r"\([0-9.]+分\)$")
# So much behind a heading is more than a word somebody put to it.
_SHORTEST_PARAGRAPH = 20
_CONTENTS = re.compile(r"(?:toc|目录)\b|toc \d|contents")


def found_headings(plan: DocumentPlan, document: ReturnedDocument) -> dict[str, list[FoundHeading]]:
    """Every place where a planned heading stands, by its bookmark.

    A bookmark is believed before a text in a style of headings. Where neither is there, the name of
    the indicator alone will do in such a style, if it is nobody else's, or the whole heading in any
    other, as it is left where a text was pasted without its styles, if it stands there once.
    """
    names = {bookmark: text for text, bookmark, _ in plan.headings}
    by_text = {reduced(text): bookmark for text, bookmark, _ in plan.headings}
    called = Counter(map(_called, by_text))
    by_call = {_called(text): bookmark for text, bookmark in by_text.items()}
    found: dict[str, list[FoundHeading]] = {bookmark: [] for bookmark in names}
    renamed: dict[str, list[FoundHeading]] = {bookmark: [] for bookmark in names}
    unstyled: dict[str, list[FoundHeading]] = {bookmark: [] for bookmark in names}
    for place, block in enumerate(document.blocks):
        if not isinstance(block, ReturnedParagraph) or _CONTENTS.match(block.style):
            continue
        named = [each for each in block.bookmarks if each in names]
        # A heading that does not print is one all the same, and is told as such.
        text = block.text.strip() or "".join((*block.unprinted, *block.white))
        is_heading = _HEADING.match(block.style) is not None
        meant = by_text.get(reduced(text))
        said = meant if is_heading else None
        for bookmark in dict.fromkeys((*named, *((said,) if said else ()))):
            heading = FoundHeading(text=text.strip(), place=place, by_name=bookmark in named)
            found[bookmark].append(heading)
        call = _called(reduced(text))
        heading = FoundHeading(text=text.strip(), place=place, by_name=False)
        if not named and not said and called[call] == 1 and is_heading:
            renamed[by_call[call]].append(heading)
        elif meant and not named and not is_heading and block.style not in _LABELS:
            unstyled[meant].append(heading)
    return {
        name: _believed(places) or _only(renamed[name]) or _only(unstyled[name])
        for name, places in found.items()
    }


def _only(places: list[FoundHeading]) -> list[FoundHeading]:
    """The one place there is, none where there are several."""
    return places if len(places) == 1 else []


def _called(heading: str) -> str:
    """The name in a ``reduced`` heading, without its number and its points."""
    return _POINTS.sub("", _NUMBER.sub("", heading, count=1))


def _believed(places: list[FoundHeading]) -> list[FoundHeading]:
    """The places known by name, if any; a bookmark that was copied along stands twice."""
    named = [one for one in places if one.by_name]
    return named or places


def written_sections(
    plan: DocumentPlan, document: ReturnedDocument, found: Mapping[str, list[FoundHeading]]
) -> tuple[WrittenSection, ...]:
    """What was written under each heading of the plan, in its order; ``found`` says where."""
    starts = sorted({one.place for places in found.values() for one in places})
    ends = dict(pairwise((*starts, len(document.blocks))))
    return tuple(
        _written(section, found[section.bookmark], document.blocks, ends) for section in plan.places
    )


def _written(
    section: DocumentSection,
    places: Sequence[FoundHeading],
    blocks: Sequence[Block],
    ends: dict[int, int],
) -> WrittenSection:
    if not places:
        return WrittenSection(section=section, heading=None)
    heading = places[0]
    inside = (*_drawn_up(section, heading), *blocks[heading.place + 1 : ends[heading.place]])
    own = Counter(reduced(text) for text in _texts(section) if text.strip())
    placeholder = "" if section.answer is None else reduced(section.answer.placeholder)
    prompts = set() if section.answer is None else set(map(reduced, section.answer.prompts))
    left = _Left(spellings=placeholder_spellings(placeholder), prompts=tuple(prompts))
    lines: list[str] = []
    printed_so_far: Counter[str] = Counter()
    repeated: list[str] = []
    pictures = 0
    for block in inside:
        if isinstance(block, ReturnedTable):
            continue
        if not any(mark.startswith(FILLED_CHART) for mark in block.bookmarks):
            pictures += block.pictures
        said = reduced(block.text)
        if said in own:
            printed_so_far[said] += 1
            if printed_so_far[said] > own[said]:
                repeated.append(block.text)
        elif not _is_label(block):
            lines.append(left.taken_from(block.text))
    tables = [block for block in inside if isinstance(block, ReturnedTable)]
    printed = [(table.header, *table.rows) for table in section.tables]
    kits = {*own, placeholder, *prompts, *_cells(printed)}
    paragraphs = [one for one in inside if isinstance(one, ReturnedParagraph)]
    written = [one for one in paragraphs if not _is_label(one)]
    holders: tuple[Block, ...] = (*written, *tables)
    hidden = [text for one in holders for text in one.unprinted]
    white = [text for one in holders for text in one.white]
    return WrittenSection(
        section=section,
        heading=heading,
        text="\n".join(filter(None, lines)),
        pictures=pictures,
        uncaptioned=uncaptioned(inside) if pictures else 0,
        evidence=evidence_rows(tables),
        figures=figure_rows(tables),
        tables=tuple(
            tuple(tuple(map(left.taken_from, row)) for row in table)
            for table in own_tables(tables, printed)
        ),
        placeholders=left.placeholders,
        prompts=left.found,
        repeated=tuple(repeated),
        unprinted=tuple(_of_others(hidden, kits)),
        white=tuple(_of_others(white, kits)),
    )


def _is_label(block: ReturnedParagraph) -> bool:
    """Whether a paragraph is one of the labels, and no answer that somebody went on with there."""
    return block.style in _LABELS and not _PROSE.search(block.text)


def _drawn_up(section: DocumentSection, heading: FoundHeading) -> Iterator[ReturnedParagraph]:
    """The paragraph that went up into the heading when the end of its line was deleted."""
    name = reduced(section.heading)
    if len(reduced(heading.text)) >= len(name) + _SHORTEST_PARAGRAPH and name:
        rest, count = without(heading.text, (name,))
        if count:
            yield ReturnedParagraph(style="", text=rest)


@dataclass(kw_only=True)
class _Left:
    """What of the kit was left where an answer belongs, and how often."""

    spellings: tuple[str, ...]
    prompts: tuple[str, ...]
    placeholders: int = 0
    found: int = 0

    def taken_from(self, text: str) -> str:
        """What is somebody's own in the lines of a paragraph or a cell."""
        if len(text) < min(map(len, self.spellings), default=0):
            return text.strip()
        text, count = without(text, self.spellings)
        self.placeholders += count
        text, count = without(text, self.prompts)
        self.found += count
        return text


def _cells(tables: Sequence[TableRows]) -> Iterator[str]:
    return (reduced(cell) for rows in tables for row in rows for cell in row)


def _of_others(unseen: Iterable[str], own: Collection[str]) -> Iterator[str]:
    """The unseen texts of others: the kit's own guidance is meant to be hidden in the end."""
    for text in unseen:
        said = reduced(text)
        if not any(said in each for each in own):
            # An answer may go on in the paragraph of a prompt.
            yield next((said.removeprefix(each) for each in own if _begins(said, each)), said)


def _begins(text: str, first: str) -> bool:
    return bool(first) and text.startswith(first)


def _texts(section: DocumentSection) -> Iterator[str]:
    """What the kit itself prints under the heading."""
    yield section.sign
    yield from section.facts
    yield from (note.text for note in section.notes)
    yield from (f"【{one.kind}】{one.text}" for one in section.reminders)
    for line in section.criteria:
        yield line.text
        yield f"{line.text}（{line.points}）"
    for table in section.tables:
        yield table.caption
    if section.answer is not None:
        kept = (section.answer.figures, section.answer.evidence)
        yield from (table.caption for table in kept if table is not None)
