"""Planned workbooks of the shipped schemes, and files filled in from them."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from builder.findings.finding import Finding
from builder.formula.value import Value
from builder.load.library import shipped_folder, shipped_schemes
from builder.load.scheme_file import load_scheme
from builder.model.scheme import Scheme
from builder.plan.build import plan_workbook
from builder.plan.workbook import WorkbookPlan
from builder.write.xlsx.workbook import Look, read_look, workbook_bytes

SCHEME_IDS = tuple(path.stem for path in shipped_schemes())
XINHUI, PENGJIANG = "xinhui-service", "pengjiang-manufacturing"


@cache
def shipped_scheme(scheme_id: str) -> Scheme:
    """A scheme that comes with the program."""
    scheme = load_scheme(shipped_folder("schemes") / f"{scheme_id}.md").scheme
    assert scheme is not None
    return scheme


@cache
def shipped_plan(scheme_id: str) -> WorkbookPlan:
    """The planned workbook of a scheme that comes with the program."""
    return plan_workbook(shipped_scheme(scheme_id))


@cache
def shipped_look() -> Look:
    """The look of the workbook template that comes with the program."""
    look = read_look(shipped_folder("templates") / "xlsx" / "kit.xlsx")
    assert not isinstance(look, Finding)
    return look


def filled_bytes(plan: WorkbookPlan, answers: Mapping[str, Value]) -> bytes:
    """The workbook file with ``answers`` by input name filled in, as a program saves it."""
    return workbook_bytes(plan, shipped_look(), answers)


def write_filled(path: Path, plan: WorkbookPlan, answers: Mapping[str, Value]) -> Path:
    """The workbook file at ``path``, filled in."""
    path.write_bytes(filled_bytes(plan, answers))
    return path
