"""What stands at the head and the foot of every printed page."""

import re
from collections import Counter
from collections.abc import Iterator

from builder.findings.finding import Finding
from builder.kit.kit_plan import ScoredPlan
from builder.verify.held import Held
from builder.verify.seen_sheets import seen_sheets

# Codes of fonts, sizes, colours and weights, which programs add by themselves; the codes of page
# numbers and dates stay (18.3.1.46).
_FORMATS = re.compile(r'&"[^"]*"|&\d+|&K[0-9A-F]{6}|&K\d\d[+-]\d{3}|&[BIUESXY]')
_SECTIONS = re.compile(r"&[LCR]|\s")


def check_page_lines(held: Held[ScoredPlan]) -> Iterator[Finding]:
    """A sheet that prints without what every page must say, or otherwise than the others.

    Where a program dropped all heads and feet there is nothing to read wrongly.
    """
    said = [
        (seen, tuple(_words(text) for _, text in seen.sheet.look.page_lines))
        for seen in seen_sheets(held.pristine.sights, held.alignment)
    ]
    printed = [(seen, lines) for seen, lines in said if any(lines)]
    note = _words(held.plan.page_note.replace("&", "&&"))
    usual = Counter(lines for _, lines in printed).most_common(1)
    for seen, lines in printed:
        if note and not any(note in line for line in lines):
            yield held.sheet_finding("QA487", seen.sheet.name, expected=held.plan.page_note)
        elif lines != usual[0][0]:
            yield held.sheet_finding("QA488", seen.sheet.name, actual=" ".join(filter(None, lines)))


def _words(line: str) -> str:
    """A head or foot without its formats, its parts and its blanks."""
    return _SECTIONS.sub("", _FORMATS.sub("", line))
