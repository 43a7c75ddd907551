"""What a person may change about how a workbook looks, of which nothing is told."""

import re
from collections.abc import Callable, Mapping
from functools import partial

from builder.formula.expression import Cell
from builder.kit.sheet_names import EVIDENCE, SCORING
from tests.verify.judged import Case
from tests.verify.showing import (
    CIRCLE,
    PICTURE,
    TEXT_BOX,
    with_drawn,
    with_look,
    with_old_control,
    with_rule,
)
from tests.verify.tampering import edited, sheet_part

Route = Callable[[Case], bytes]


def scoring(edit: Callable[[str], str]) -> Route:
    """Something done to the markup of the sheet of scores."""
    return lambda chosen: edited(chosen.content, sheet_part(chosen.plan, SCORING), edit)


def look(**changed: str) -> Route:
    """A score written in another way that can be read."""
    return lambda chosen: with_look(chosen.content, chosen.plan, chosen.leaf.counted, **changed)


def every_foot(chosen: Case) -> bytes:
    content = chosen.content
    other = partial(re.sub, r"<oddFooter>[^<]*", "<oddFooter>&amp;C某某公司 &amp;P")
    for sheet in chosen.plan.sheets:
        content = edited(content, sheet_part(chosen.plan, sheet.name), other)
    return content


def _with_blanks(xml: str) -> str:
    """Beside the table something was typed of which nothing can be seen."""
    cell = '<c r="Z4" t="str"><v> \u200b\u00a0</v></c>'
    return re.sub(r'<row r="4"[^>]*>.*?(?=</row>)', lambda row: row[0] + cell, xml, count=1)


LOOKS: Mapping[str, Route] = {
    "widths": scoring(partial(re.sub, r'width="[^"]*"', 'width="4.5"')),
    "heights": scoring(partial(re.sub, r' ht="[^"]*"', ' ht="12.75"')),
    "zoom": scoring(partial(re.sub, r"<sheetView ", '<sheetView zoomScale="60" ')),
    "panes": scoring(partial(re.sub, r"<pane [^>]*/>(?:<selection[^>]*/>)?", "")),
    "blank text": lambda chosen: edited(
        chosen.content, sheet_part(chosen.plan, SCORING), _with_blanks
    ),
    "one decimal": look(code="0.0"),
    "accounting": look(code="_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * &quot;-&quot;??_ ;_ @_ "),
    "red negatives": look(code="0.00_);[Red]\\(0.00\\)"),
    "with a unit": look(code="0.0&quot;分&quot;"),
    "power of ten": look(code="0.00E+00"),
    "text": look(code="@"),
    "larger letters": look(font='<b/><sz val="18"/><color rgb="FFC00000"/><name val="楷体"/>'),
    "theme colours": look(font='<sz val="9"/><color theme="1"/>', fill='theme="4" tint="0.8"'),
    "highlighted": look(fill='rgb="FFFFFF00"'),
    "dark": look(font='<color indexed="9"/>', fill='indexed="8"'),
    "a circle around": lambda chosen: with_drawn(
        chosen.content, chosen.plan, chosen.leaf.counted, CIRCLE
    ),
    "a picture beside": lambda chosen: with_drawn(
        chosen.content, chosen.plan, Cell(SCORING, 5, 20), PICTURE
    ),
    "a note below": lambda chosen: with_drawn(
        chosen.content, chosen.plan, Cell(EVIDENCE, 900, 3), TEXT_BOX
    ),
    "a comment": lambda chosen: with_old_control(
        chosen.content, chosen.plan, chosen.leaf.counted, "Note"
    ),
    "a comment that was shown once": lambda chosen: with_old_control(
        chosen.content, chosen.plan, chosen.leaf.counted, "Note", "<x:Visible>False</x:Visible>"
    ),
    "a colour of one's own": lambda chosen: with_rule(
        chosen.content,
        chosen.plan,
        chosen.leaf.counted,
        '<fill><patternFill><bgColor rgb="FFFFFF99"/></patternFill></fill>',
    ),
    "every foot": every_foot,
}
