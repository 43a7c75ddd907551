"""What LibreOffice prints of a workbook: every text whole, and on every page whose it is."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader

from builder.book.book_plan import InputKind, InputPlan
from builder.formula.value import Value
from builder.kit.kit_plan import KitPlan
from builder.model.compared_text import squeezed
from builder.model.office import FieldKind
from tests.support.answers import complete_answers
from tests.support.proved import proved
from tests.support.workbooks import MINHANG, SCHEME_IDS, shipped_plan, write_filled

from .libreoffice import printed

pytestmark = pytest.mark.needs_libreoffice

# Rows of each table that are filled to the last character.
_ROWS = 2
# Signs that stand in no notice: every text is made of one of its own.
_FIRST_SIGN = 0x4E97


def longest_texts(plan: KitPlan, shown: str) -> dict[str, str]:
    """A text as long as its input takes for every input of words, each of a sign of its own."""
    signs = (chr(code) for code in range(_FIRST_SIGN, 0x9000) if chr(code) not in shown)
    return {item.name: next(signs) * (item.allowed.longest or 0) for item in _worded(plan)}


def _worded(plan: KitPlan) -> Iterator[InputPlan]:
    names = {cell for one in plan.fields if one.kind is FieldKind.TEXT for cell in one.inputs}
    dated = plan.dated
    rows: Counter[tuple[str, int]] = Counter()
    for item in plan.inputs:
        if not item.allowed.longest or item.cell in dated:
            continue
        if item.kind is InputKind.FIELD and item.cell not in names:
            continue
        if item.table:
            rows[item.table, item.cell.row] += 1
            if len([row for table, row in rows if table == item.table]) > _ROWS:
                continue
        yield item


def printed_pages(path: Path) -> list[str]:
    """The text of every page, without blanks."""
    return [squeezed(page.extract_text()) for page in PdfReader(printed(path)).pages]


@pytest.mark.parametrize("kit", proved(sorted(SCHEME_IDS, key=lambda one: one != MINHANG)))
def test_every_text_of_the_longest_length_is_printed_whole_on_pages_with_a_title(
    tmp_path: Path, kit: str
) -> None:
    plan = shipped_plan(kit)
    good: dict[str, Value] = {**complete_answers(plan)}
    fixed = "".join(
        cell.content
        for sheet in plan.sheets
        for cell in sheet.cells
        if isinstance(cell.content, str)
    )
    texts = longest_texts(plan, fixed + "".join(map(str, good.values())))
    pages = printed_pages(write_filled(tmp_path / "kit.xlsx", plan, good | texts))
    found = Counter("".join(pages))
    cut = {name: found[text[0]] for name, text in texts.items() if found[text[0]] < len(text)}
    assert cut == {}
    title = squeezed(plan.title)
    assert [number for number, page in enumerate(pages, 1) if title not in page] == []
