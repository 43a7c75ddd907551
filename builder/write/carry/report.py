"""A new report with what an old one says, section by section, pictures and tables included."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from xml.etree.ElementTree import Element

from builder.editions.carried import CarriedLine, Fate
from builder.frozen import frozen
from builder.model.compared_text import reduced
from builder.ooxml.namespaces import local_name
from builder.ooxml.office_file import OfficeFile
from builder.write.carry.body import (
    Part,
    is_contents,
    is_score,
    parts_of,
    text_of,
    texts_of,
)
from builder.write.carry.drawn_parts import Drawings
from builder.write.carry.moved import moved_blocks
from builder.write.carry.note import REPORT, left_heading, note_blocks
from builder.write.carry.routes import Headings, ReportCrossing, SectionRoute
from builder.write.carry.tables import same_head, typed_rows, write_rows
from builder.write.carry.transplant import Transplant

_AT_THE_END = "其中的图附在申报材料最后，请放回原处"
_HEADED = "标题原来写成“{}”"
_NUMBER = re.compile(r"^([图表])[0-9]+")
# How many columns tell the kit's tables apart, and how many of them say what a row is about.
_HEAD_COLUMNS = 2


@frozen
class CarriedReport:
    """The new report, and a line for every part of the old one."""

    content: bytes
    lines: tuple[CarriedLine, ...]


@frozen
class BlankPart:
    """What stands under a heading of a kit as it was handed out: texts, tables, what is drawn."""

    texts: frozenset[str] = frozenset()
    tables: tuple[list[list[str]], ...] = ()
    drawn: frozenset[str] = frozenset()


def blank_parts(content: bytes, headings: Headings) -> dict[str, BlankPart]:
    """What a kit itself says, by bookmark: nobody's answer; raises ``RefusedError`` out of bounds.

    Worked out once for all reports of the kit.
    """
    package = OfficeFile(content)
    drawings = Drawings(package)
    return {
        part.bookmark: BlankPart(
            texts=frozenset(map(_said, part.blocks)),
            tables=tuple(texts_of(one) for one in part.blocks if local_name(one) == "tbl"),
            drawn=frozenset(one for block in part.blocks for one in drawings.of(block)),
        )
        for part in _parts(package, headings)
    }


@dataclass(kw_only=True)
class _Section:
    """What of an old part was typed: blocks, and rows of the kit's own tables.

    ``pictured`` are those of the blocks in which something is drawn.
    """

    blocks: list[Element] = field(default_factory=list)
    pictured: list[Element] = field(default_factory=list)
    pictures: int = 0
    tables: list[tuple[list[list[str]], list[list[str]]]] = field(default_factory=list)

    @cached_property
    def text(self) -> str:
        lines = [text_of(block) for block in self.blocks]
        lines += ["｜".join(row) for _, rows in self.tables for row in rows]
        return "\n".join(line for line in lines if line.strip())


def carried_report(
    old: bytes, unfilled: Mapping[str, BlankPart], new: bytes, crossing: ReportCrossing
) -> CarriedReport:
    """The new report with the old one's sections; raises ``RefusedError`` out of bounds.

    ``unfilled`` is the old kit as it was handed out.
    """
    before, after = OfficeFile(old), OfficeFile(new)
    root = after.tree(after.main_part)
    transplant = Transplant(before, after)
    places = {part.bookmark: part for part in parts_of(root, crossing.new)}
    drawings, planned = Drawings(before), dict(crossing.old)
    lines: list[CarriedLine] = []
    left: list[Element] = []
    filled: dict[str, Element] = {}
    for part in _parts(before, crossing.old):
        section = _typed(part, unfilled.get(part.bookmark, BlankPart()), crossing, drawings)
        headed = _headed(part, planned)
        if not section.text and not section.pictures and not headed:
            continue
        route = crossing.routes[part.bookmark]
        target = places.get(route.to)
        if route.refilled:
            moved, short = moved_blocks(transplant, section.pictured)
            why = (route.check, *([_AT_THE_END] if moved else []), *short, *headed)
            lines.append(_line(route, section, Fate.CHECK, "；".join(why)))
            left += [left_heading(route.title), *moved] if moved else []
            continue
        moved, short = moved_blocks(transplant, section.blocks)
        if target is not None and _put(root, target, moved, crossing, filled):
            unplaced = list(_rows_put(target, section, crossing))
            line = _line(route, section, Fate.CHECK if route.check else Fate.KEPT, route.check)
            left += _told(f"{route.title}：没有位置的行", unplaced)
        else:
            line = _line(replace(route, to_title=""), section, Fate.LEFT, route.reason)
            left += [left_heading(route.title), *moved]
            left += _told("", ["｜".join(row) for _, rows in section.tables for row in rows])
        if short or headed:
            told = "；".join(filter(None, (line.reason, *short, *headed)))
            line = replace(line, fate=max(line.fate, Fate.CHECK, key=_weight), reason=told)
        lines.append(line)
    _append(root, [*note_blocks(lines), *left])
    after.put(after.main_part, root)
    return CarriedReport(content=after.content(), lines=tuple(lines))


def _headed(part: Part, planned: Mapping[str, str]) -> tuple[str, ...]:
    """What is told of a heading that was not left as it was."""
    said = "" if part.heading is None else text_of(part.heading)
    as_was = reduced(said) in ("", reduced(planned.get(part.bookmark, "")))
    return () if as_was else (_HEADED.format(said),)


def _parts(package: OfficeFile, headings: Headings) -> list[Part]:
    return parts_of(package.tree(package.main_part), headings)


def _typed(part: Part, blank: BlankPart, crossing: ReportCrossing, drawings: Drawings) -> _Section:
    """What of a part is not in the blank kit."""
    section = _Section()
    for block in part.blocks:
        if is_contents(block) or is_score(block):
            # Pages are counted, and scores told, anew in the new report.
            continue
        said = _said(block)
        drawn = sum(one not in blank.drawn for one in drawings.of(block))
        has_picture = drawn > 0
        if (said in blank.texts or said in crossing.placeholders) and not has_picture:
            continue
        if not said and not has_picture:
            continue
        kits = None
        if local_name(block) == "tbl" and not has_picture:
            own = texts_of(block)
            kits = next(
                (rows for rows in blank.tables if same_head(own, rows, _HEAD_COLUMNS)), None
            )
        if kits is not None:
            section.tables.append((kits, typed_rows(block, kits)))
        else:
            section.blocks.append(block)
            section.pictured += [block] * has_picture
            section.pictures += drawn
    return section


def _said(block: Element) -> str:
    """What a block says, the number of a caption left out, which counts by itself."""
    return _NUMBER.sub(r"\1", reduced(text_of(block)))


def _put(
    root: Element,
    target: Part,
    moved: Sequence[Element],
    crossing: ReportCrossing,
    filled: dict[str, Element],
) -> bool:
    """Put blocks in the place to write of a new section; whether it has one.

    ``filled`` are the last blocks put into sections by bookmark: what is merged follows them.
    """
    place = filled.get(target.bookmark) or next(
        (
            block
            for block in target.blocks
            if local_name(block) == "p" and reduced(text_of(block)) in crossing.placeholders
        ),
        None,
    )
    if place is None or not moved:
        # Rows of the kit's own tables need no place to write.
        return not moved
    above = next(parent for parent in root.iter() if any(one is place for one in parent))
    at = next(number for number, one in enumerate(above) if one is place)
    if target.bookmark in filled:
        at += 1
    else:
        above.remove(place)
    for offset, block in enumerate(moved):
        above.insert(at + offset, block)
    filled[target.bookmark] = moved[-1]
    return True


def _rows_put(target: Part, section: _Section, crossing: ReportCrossing) -> Iterator[str]:
    """Write the rows of the kit's tables; those for which the new section has no table."""
    tables = [block for block in target.blocks if local_name(block) == "tbl"]
    for head, rows in section.tables:
        if not rows:
            continue
        is_figures = tuple(map(reduced, head[0][:_HEAD_COLUMNS])) == tuple(
            map(reduced, crossing.figures_head)
        )
        wanted = [*map(list, rows)]
        if is_figures:
            shifted = [_shifted(row, crossing) for row in wanted]
            yield from (told for _, told in shifted if told)
            wanted = [row for row, _ in shifted]
        table = next((one for one in tables if same_head(texts_of(one), head, _HEAD_COLUMNS)), None)
        if table is None:
            yield from ("｜".join(row) for row in rows)
        else:
            write_rows(table, wanted, _HEAD_COLUMNS if is_figures else 0)


def _shifted(row: list[str], crossing: ReportCrossing) -> tuple[list[str], str]:
    """A row of figures with its years moved, and what of it dropped out."""
    first, last = crossing.year_columns
    years = row[first:last]
    if not crossing.shift or not any(years):
        return row, ""
    kept = [
        years[place + crossing.shift] if 0 <= place + crossing.shift < len(years) else ""
        for place in range(len(years))
    ]
    gone = years[: crossing.shift] if crossing.shift > 0 else years[crossing.shift :]
    told = "、".join(filter(None, gone))
    dropped = f"{row[0]}：{told}（这一年不在新的三个年度之内）" if told else ""
    return [*row[:first], *kept, *row[last:]], dropped


def _told(title: str, texts: Sequence[str]) -> list[Element]:
    if not texts:
        return []
    return [*([left_heading(title)] if title else []), *map(left_heading, texts)]


def _line(route: SectionRoute, section: _Section, fate: Fate, reason: str) -> CarriedLine:
    pictures = f"\n（另有图片 {section.pictures} 张）" if section.pictures else ""
    return CarriedLine(
        fate=fate,
        place=f"{REPORT}　{route.title}",
        text=f"{section.text}{pictures}".strip(),
        to=f"{REPORT}　{route.to_title}" if route.to_title else "",
        reason=reason,
    )


def _weight(fate: Fate) -> int:
    return -list(Fate).index(fate)


def _append(root: Element, blocks: Sequence[Element]) -> None:
    """Put blocks at the end of the body, before what says how its pages look."""
    body = next(one for one in root if local_name(one) == "body")
    children = list(body)
    ends = children and local_name(children[-1]) == "sectPr"
    at = len(children) - 1 if ends else len(children)
    for offset, block in enumerate(blocks):
        body.insert(at + offset, block)
