"""A process fault that is sown around a panel, and the panels it is sown into."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import openpyxl

from builder.book.naming import indicator_name
from builder.findings.finding import Finding
from builder.formula.value import Value
from builder.model.panel.record import Merged
from builder.model.panel.rules import PanelRules
from builder.model.panel.task import PanelTask
from builder.pipeline.panel.opinions import read_opinions
from builder.pipeline.panel.planning import consensus_plan
from builder.pipeline.verify import Verifier
from tests.support.panels import filled_panel, merged_panel, read_back, sign

Findings = tuple[Finding, ...]
FIRMS = ("武汉甲精密机械有限公司", "乙电子科技股份有限公司", "丙生物医药集团有限公司")


@dataclass(frozen=True, kw_only=True)
class ProcessFault:
    """A fault: of which kind, what it is, which code must tell it, what else must be said."""

    kind: str
    what: str
    code: str
    said: str
    ask: Callable[[Path], Findings]


def sown_rows(
    kind: str, *rows: tuple[str, str, str, Callable[[Path], Findings]]
) -> list[ProcessFault]:
    return [
        ProcessFault(kind=kind, what=what, code=code, said=said, ask=ask)
        for what, code, said, ask in rows
    ]


def reviews_after(
    change: Callable[[Path, PanelTask], None], *without: str
) -> Callable[[Path], Findings]:
    """What is told of a panel's reviews after something was done to them."""

    def ask(folder: Path) -> Findings:
        task = filled_panel(folder)
        change(folder, task)
        return read_opinions(folder / "评审", task, without, Verifier()).findings

    return ask


def agreed_panel(
    folder: Path, rules: PanelRules | None = None, more: dict[str, Value] | None = None
) -> Merged:
    """A panel whose consensus is signed."""
    merged_panel(folder, filled_panel(folder), rules or PanelRules())
    merged = read_back(folder)
    leaf = consensus_plan(merged, "C01", Verifier()).leaves[0].code
    said = {
        indicator_name(name, leaf) if name in ("agreed", "reason") else name: value
        for name, value in (more or {}).items()
    }
    for code, _ in merged.task.names:
        sign(folder, merged, code, said)
    return merged


def typed_over(folder: Path, merged: Merged) -> None:
    """A total typed over where it is computed."""
    path, plan = folder / "合议" / "C02-合议表.xlsx", consensus_plan(merged, "C02", Verifier())
    book = openpyxl.load_workbook(path)
    book[plan.total.sheet].cell(plan.total.row, plan.total.column).value = 1
    book.save(path)
