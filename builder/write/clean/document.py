"""A copy of a report without the guidance of its kit: what an applicant wrote stays as it is.

Only what still says what was handed out is taken out. What stands in a style of guidance and says
something else is somebody's own; it is kept, and told.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from builder.model.compared_text import reduced
from builder.ooxml.namespaces import each_named, local_name
from builder.ooxml.office_file import OfficeFile
from builder.ooxml.refusal import RefusedError
from builder.ooxml.word_markup import attribute, word_tag
from builder.word.bookmarks import FILLED_CHART, FILLED_SCORE
from builder.word.cleaning import CleanedReport
from builder.write.carry.body import Part, parts_of, text_of
from builder.write.clean.guidance import (
    GuidanceStyles,
    PartGuidance,
    guidance_of,
    guidance_styles,
)

_SHOWN = frozenset({"drawing", "pict", "object", "sectPr"})
# What was handed out as guidance once and is none: remarks on the notice, and what leads to them.
_REMINDER, _LABEL = "qa提醒", "qa小标题"
_OWN_MARKS = (FILLED_CHART, FILLED_SCORE)
_TABLE, _OTHER = "原文附表", "其他指导文字"
_KINDS = {
    "qa评价要点": "评价要点",
    "qa注": "原文的注",
    "qa提示": "填写提示",
    "qa计分说明": "计分说明",
    _LABEL: "小标题",
    "qa填表说明": "填表说明",
}


@dataclass(kw_only=True)
class _Cleaning:
    """One copy while guidance is taken out; ``above`` is what every element stands in."""

    styles: GuidanceStyles
    above: Mapping[Element, Element]
    removed: Counter[str] = field(default_factory=Counter)
    kept: list[str] = field(default_factory=list)

    def take_out(self, block: Element) -> None:
        """Remove a block from what holds it."""
        self.above[block].remove(block)


def cleaned_document(
    content: bytes, blank: bytes, headings: Sequence[tuple[str, str]], only_read: Collection[str]
) -> CleanedReport:
    """The copy, and what was left out; ``blank`` is the kit as it was handed out.

    ``headings`` are bookmark and text, ``only_read`` the bookmarks of parts that are guidance as a
    whole. Raises ``RefusedError`` out of bounds, or where the file is of the strict format.
    """
    package = OfficeFile(content)
    main = package.main_part
    root = package.tree(main)
    if root.tag != word_tag("document"):
        raise RefusedError("QA234", actual=main)
    known = guidance_of(blank, headings, only_read)
    work = _Cleaning(
        styles=guidance_styles(package, main),
        above={child: parent for parent in root.iter() for child in parent},
    )
    gone: set[str] = set()
    for part in parts_of(root, headings):
        whole = part.bookmark in only_read
        if _clean(work, part, known.get(part.bookmark, PartGuidance()), whole=whole):
            gone.add(part.bookmark)
    _unlist(work, root, gone)
    package.put(main, root)
    removed = tuple((what, count) for what, count in work.removed.items() if count)
    return CleanedReport(content=package.content(), removed=removed, kept=tuple(work.kept))


def _clean(work: _Cleaning, part: Part, known: PartGuidance, *, whole: bool) -> bool:
    """Take the guidance out of a part; whether its heading went with it."""
    heading = text_of(part.heading).strip() if whole and part.heading is not None else ""
    before = len(work.kept)
    for place, block in enumerate(part.blocks):
        following = part.blocks[place + 1 : place + 2]
        if not _is_remark(work, block, following):
            _judge(work, block, known, heading)
    if not heading or part.heading is None or len(work.kept) > before:
        return False
    if not _is_plain(part.heading):
        return False
    work.take_out(part.heading)
    work.removed[f"“{heading}”"] += 1
    return True


def _is_remark(work: _Cleaning, block: Element, following: Sequence[Element]) -> bool:
    """Whether a block is a remark on the notice, or the label right before one."""
    name = work.styles.name(block)
    if name == _LABEL:
        return any(work.styles.name(one) == _REMINDER for one in following)
    return name == _REMINDER


def _judge(work: _Cleaning, block: Element, known: PartGuidance, heading: str) -> None:
    """Take a block out, leave it, or keep it and tell so; ``heading`` is that of a whole part."""
    said = reduced(text_of(block))
    if local_name(block) == "tbl":
        if said in known.tables and _is_plain(block):
            work.take_out(block)
            work.removed[_TABLE] += not heading
        elif heading:
            work.kept.append(text_of(block).strip())
        return
    guides = work.styles.guide(block)
    if not guides and not heading:
        return
    if (not said or said in known.texts) and _is_plain(block):
        if said or guides:
            work.take_out(block)
            work.removed[_KINDS.get(work.styles.name(block), _OTHER)] += bool(said and not heading)
    elif said and not _is_filled_in(block):
        work.kept.append(text_of(block).strip())


def _is_plain(block: Element) -> bool:
    """Whether nothing goes with a block that belongs to others: pictures, halves of pairs."""
    names = Counter(local_name(one) for one in block.iter())
    if any(names[one] for one in _SHOWN):
        return False
    fields = Counter(attribute(one, "fldCharType") for one in each_named(block, "fldChar"))
    starts = {attribute(one, "id") for one in each_named(block, "bookmarkStart")}
    ends = {attribute(one, "id") for one in each_named(block, "bookmarkEnd")}
    return fields["begin"] == fields["end"] and starts == ends and not _is_filled_in(block)


def _is_filled_in(block: Element) -> bool:
    """Whether a block was written from a workbook."""
    return any(
        attribute(one, "name").startswith(_OWN_MARKS) for one in each_named(block, "bookmarkStart")
    )


def _unlist(work: _Cleaning, root: Element, gone: Collection[str]) -> None:
    """Take what is gone out of the table of contents."""
    for link in list(each_named(root, "hyperlink")):
        if attribute(link, "anchor") in gone:
            paragraph = work.above[link]
            if local_name(paragraph) == "p" and _is_plain(paragraph):
                work.take_out(paragraph)
