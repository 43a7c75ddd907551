"""Old kits carried over in tests, and what is asked of the new ones."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from builder.editions.carried import CarriedAccount
from builder.formula.coercion import as_text
from builder.formula.value import Value
from builder.kit.kit_plan import KitPlan
from builder.kit.sheet_names import CARRIED
from builder.model.days import as_day
from builder.model.scheme import Scheme
from builder.model.verdict import Verdict
from builder.pipeline.carry.carrying import carry_kit
from builder.pipeline.carry.order import CarriedKit, CarryOrder, OldKit
from builder.pipeline.kit_names import KitPart
from builder.pipeline.own_schemes import own_schemes
from builder.pipeline.returned_files import ReturnedFile
from builder.pipeline.templates import shipped_templates
from builder.pipeline.verify import Verifier
from builder.read.workbook import read_workbook
from builder.verify.held import Held
from tests.editions.pairs import Pair

TODAY = date(2026, 11, 30)


def written(folder: Path, pair: Pair) -> Path:
    """The file of the newer edition."""
    path = folder / "next.md"
    path.write_text(pair.text, "utf-8")
    return path


def order_to(scheme: Path | str, **wishes: object) -> CarryOrder:
    known, findings = own_schemes([scheme] if isinstance(scheme, Path) else [])
    assert findings == ()
    plain: dict[str, object] = {"to": str(scheme), "today": TODAY, "templates": shipped_templates()}
    return CarryOrder(**{**plain, "schemes": known, **wishes})  # type: ignore[arg-type]


def carried(workbook: Path, order: CarryOrder, report: Path | None = None) -> CarriedKit:
    old = OldKit(
        workbook=ReturnedFile(path=workbook),
        report=None if report is None else ReturnedFile(path=report),
    )
    return carry_kit(old, order)


def new_workbook(made: CarriedKit, folder: Path) -> Path:
    path = folder / "new.xlsx"
    path.write_bytes(dict(made.contents)[KitPart.XLSX])
    return path


def held_in(path: Path, order: CarryOrder | None = None) -> Held[KitPlan]:
    """A workbook held against its plan; without an order that of a shipped scheme."""
    held = Verifier(order.schemes if order else ()).hold(str(path), read_workbook(path))
    assert held is not None
    return held


def verdict_on(path: Path, order: CarryOrder) -> Verdict:
    return Verifier(order.schemes).verify(path)


def told(path: Path) -> str:
    """All that stands on 沿用情况."""
    workbook = read_workbook(path).workbook
    sheet = None if workbook is None else workbook.sheet(CARRIED)
    assert sheet is not None
    return "\n".join(str(cell.value) for cell in sheet.cells.values() if cell.value is not None)


def answered(held: Held[KitPlan]) -> dict[str, Value]:
    return {name: cell.value for name, cell in held.filled.items()}


def spelt(plan: KitPlan, answers: Mapping[str, Value]) -> dict[str, str]:
    """Each answer as it is written for a person, by its input's name."""
    cells = {item.name: item.cell for item in plan.inputs}
    return {
        name: as_text(as_day(value) if cells[name] in plan.dated else value)
        for name, value in answers.items()
        if value is not None
    }


def account_of(made: CarriedKit) -> CarriedAccount:
    assert made.account is not None, made.findings
    return made.account


def label_of(scheme: Scheme, code: str) -> str:
    return next(node.label for node in scheme.walk if node.code == code)
