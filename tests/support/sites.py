"""Examiners who fill in their files about the sites of a panel's applicants."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from pathlib import Path

from builder.book.naming import indicator_name
from builder.formula.value import Value
from builder.kit.kit_plan import LeafPlan
from builder.model.panel.rules import PanelRules
from builder.model.panel.task import PanelTask, Seat, SiteVisit
from builder.panel.input_names import SIGNED, SIGNED_ON
from builder.pipeline.panel.planning import site_plan
from builder.pipeline.panel.site_visits import SITE_FOLDER
from builder.pipeline.verify import Verifier
from builder.write.xlsx.workbook import workbook_bytes
from tests.support.workbooks import shipped_look

STAGED = PanelRules(material=Decimal("0.6"), site=Decimal("0.4"))


def site_file(folder: Path, seat: Seat) -> Path:
    """Where the file of a seat lies."""
    called = f"{seat.name}-现场评审表.xlsx"
    return folder / "合议" / SITE_FOLDER / seat.reviewer / called


def visits_of(leaves: Iterable[LeafPlan], parts: Mapping[str, int]) -> tuple[SiteVisit, ...]:
    """What examiners found at the first applicant's: each a part of the points of those leaves."""
    given = tuple(leaves)
    return tuple(
        SiteVisit(
            examiner=examiner,
            applicant="C01",
            file="",
            digest="",
            points={leaf.code: leaf.points / part for leaf in given},
            cells={},
        )
        for examiner, part in parts.items()
    )


def visit(
    folder: Path,
    task: PanelTask,
    seat: Seat,
    points: Decimal,
    more: Mapping[str, Value] | None = None,
) -> Path:
    """Fill in one seat's file for the site with the same points for every indicator."""
    plan = site_plan(task, seat, Verifier())
    answers: dict[str, Value] = {SIGNED: seat.reviewer, SIGNED_ON: "2026-11-28"}
    for leaf in plan.leaves:
        answers[indicator_name("score", leaf.code)] = points
    first = plan.leaves[0].code
    answers[indicator_name("found", first)] = "台账齐全"
    answers[indicator_name("conclusion", first)] = "属实"
    path = site_file(folder, seat)
    path.write_bytes(workbook_bytes(plan, shipped_look(), answers | dict(more or {})))
    return path
