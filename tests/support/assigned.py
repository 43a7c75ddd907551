"""Tables of who reviews whom, as they are proposed and as an office changes them."""

from collections.abc import Callable, Iterable
from pathlib import Path

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from builder.findings.finding import Finding
from builder.model.panel.task import Reviewer
from builder.panel.assignment_book import (
    ASSIGNMENT,
    AssignmentTable,
    FirmLine,
    PersonLine,
    plan_assignment,
)
from builder.pipeline.panel.assignment import Assigned, read_assignment
from builder.write.xlsx.workbook import workbook_bytes
from tests.support.workbooks import shipped_look

PEOPLE = tuple(
    Reviewer(code=f"R{place}", name=name)
    for place, name in enumerate(("张三丰", "李四光", "王五一", "赵六合"), start=1)
)
FIRMS = ("武汉甲精密机械有限公司", "乙电子科技股份有限公司", "丙生物医药集团有限公司")
CONFLICTS = frozenset({("R2", FIRMS[0])})
TABLE = AssignmentTable(
    people=tuple(PersonLine(name=one.name) for one in PEOPLE),
    firms=(
        FirmLine(name=FIRMS[0], field="", reviewers=("张三丰", "王五一"), substitute="赵六合"),
        FirmLine(name=FIRMS[1], field="", reviewers=("李四光", "赵六合"), substitute="张三丰"),
        FirmLine(name=FIRMS[2], field="", reviewers=("张三丰", "李四光"), substitute="王五一"),
    ),
    apart=((FIRMS[0], "李四光", "名单写明回避"),),
    least=2,
    most=3,
)
Change = Callable[[Worksheet], None]


def saved_table(path: Path, change: Change | None = None) -> Path:
    """The table as it is proposed, then changed with another program."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(workbook_bytes(plan_assignment(TABLE), shipped_look(), {}))
    if change is not None:
        book = openpyxl.load_workbook(path)
        change(book[ASSIGNMENT])
        book.save(path)
    return path


def put(cell: str, value: str | None) -> Change:
    """A change of one cell."""

    def change(page: Worksheet) -> None:
        page[cell] = value

    return change


def read_changed(path: Path, change: Change | None = None, least: int = 2) -> Assigned:
    """What the table says after a change."""
    return read_assignment(saved_table(path, change), PEOPLE, FIRMS, CONFLICTS, least)


def codes(findings: Iterable[Finding]) -> list[str]:
    """The code of every finding."""
    return [one.code for one in findings]
