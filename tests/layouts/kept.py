"""The kits that are kept of every layout, and how those of the present one are made."""

import json
from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from pathlib import Path

from builder.formula.value import Value
from builder.kit.kit_plan import KitPlan
from builder.kit.planning import LAYOUT, plan_workbook
from builder.load.scheme_file import load_scheme
from builder.model.scheme import Scheme
from builder.pipeline.choosing import Wanted, kits_of
from builder.pipeline.kit import kit_file
from builder.pipeline.kit_names import KitPart
from builder.pipeline.templates import shipped_templates
from builder.read.document import read_document_content
from builder.read.workbook import read_content
from builder.verify.held import Held, hold_kit
from builder.verify.pristine import Pristine
from builder.word.planning import LAYOUT as REPORT_LAYOUT
from builder.word.planning import plan_document
from tests.layouts.stored import book_text, report_text
from tests.support.answers import complete_answers
from tests.support.reports import filled_with
from tests.support.workbooks import filled_bytes

DATA = Path(__file__).parent / "data"
SCHEMES = DATA / "schemes"
KITS = ("points", "bands")


def books() -> Iterator[tuple[str, str]]:
    """The layouts of workbooks that are kept, each with the kits of it."""
    return _kept("workbook_*")


def reports() -> Iterator[tuple[str, str]]:
    """The layouts of reports that are kept, each with the kits of it."""
    return _kept("report_*")


def _kept(pattern: str) -> Iterator[tuple[str, str]]:
    for folder in sorted(DATA.glob(pattern)):
        for file in sorted(folder.glob("*.txt")):
            yield folder.name.rpartition("_")[2], file.stem


def scheme_of(kit: str) -> Scheme:
    """The scheme of a kit that is kept, resolved."""
    scheme = load_scheme(SCHEMES / f"{kit}.md").scheme
    assert scheme is not None
    options = {choice.name: choice.options[0] for choice in scheme.choices}
    (resolved,), findings = kits_of(scheme, Wanted(options=options))
    assert findings == ()
    return resolved


def answers_of(plan: KitPlan) -> dict[str, Value]:
    """A good answer to every input that a kit has room for."""
    return complete_answers(plan)


def blank_report_of(kit: str) -> bytes:
    """The report of a kit of the present layout."""
    content, findings = kit_file(scheme_of(kit), KitPart.DOCX, shipped_templates())
    assert content is not None, findings
    return content


def write_present() -> list[Path]:
    """The kits of the present layouts as text, where none are kept yet."""
    written: list[Path] = []
    for kit in KITS:
        plan = plan_workbook(scheme_of(kit))
        content = filled_bytes(plan, answers_of(plan))
        read = read_content("评分表.xlsx", partial(bytes, content))
        assert read.workbook is not None
        held = hold_kit(Pristine(plan), read.workbook, "评分表.xlsx")
        book = DATA / f"workbook_{LAYOUT}" / f"{kit}.txt"
        report = DATA / f"report_{REPORT_LAYOUT}" / f"{kit}.txt"
        if not book.exists():
            written.append(_put(book, book_text(read.workbook)))
            _put(book.with_suffix(".json"), _said(held))
        if not report.exists():
            filled = filled_with(blank_report_of(kit), plan_document(scheme_of(kit)), held)
            document = read_document_content("申报材料.docx", partial(bytes, filled))
            assert document.document is not None
            written.append(_put(report, report_text(document.document)))
    return written


def _said(held: Held[KitPlan]) -> str:
    """The answers of a kit by the names that the layout gave them, and its total."""
    answers = {name: str(cell.value) for name, cell in held.filled.items()}
    total = held.exact.value(held.plan.total)
    assert isinstance(total, Decimal)
    return json.dumps({"total": str(total), "answers": answers}, ensure_ascii=False, indent=1)


def _put(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path
