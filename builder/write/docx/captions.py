"""Captions numbered by SEQ fields, and the lists of them, filled in before any program counts.

A field carries the number it shows (ECMA-376 Part 1, 17.16.5.56); F9 counts anew.
"""

import re
from collections.abc import Mapping

from docx.oxml.ns import qn
from lxml.etree import _Element

from builder.write.docx.contents import ContentsEntry, fill_list, list_instructions
from builder.write.docx.headings import set_bookmark

_SEQUENCE = re.compile(r"\s*SEQ\s+(?P<label>\S+)")
_LISTED = re.compile(r"\\c\s+\"(?P<label>[^\"]+)\"")
# Bookmarks so called are not shown among others; their numbers follow those of headings.
_NAME, _FIRST_NUMBER = "_Toc{}", 100_000
_STYLE = "table of figures"


def number_captions(body: _Element, styles: dict[str, str]) -> None:
    """Let every caption show its number, those of each label from 1, and every list its captions.

    A list of what there is none of stays as the template has it.
    """
    captions: dict[str, list[ContentsEntry]] = {}
    style = styles.get(_STYLE, "")
    for place, field in enumerate(body.iter(qn("w:fldSimple")), start=_FIRST_NUMBER):
        match = _SEQUENCE.match(field.get(qn("w:instr")) or "")
        paragraph = next(field.iterancestors(qn("w:p")), None)
        shown = next(field.iter(qn("w:t")), None)
        if match is None or paragraph is None or shown is None:
            continue
        listed = captions.setdefault(match["label"], [])
        shown.text = str(len(listed) + 1)
        name = _NAME.format(place)
        set_bookmark(paragraph, place, name)
        words = "".join(piece.text or "" for piece in paragraph.iter(qn("w:t")))
        listed.append(ContentsEntry(words=words, bookmark=name, style=style))
    _fill_lists(body, captions)


def _fill_lists(body: _Element, captions: Mapping[str, list[ContentsEntry]]) -> None:
    for instruction in list_instructions(body):
        match = _LISTED.search(instruction.text or "")
        if match is not None:
            fill_list(instruction, captions.get(match["label"], ()))
