"""The ledger written as a file for people and other programs."""

from pathlib import Path

from builder.findings.finding import Finding
from builder.ledger.rows import Order, Submission, Wanted
from builder.ledger.table import ledger_table, plan_ledger
from builder.pipeline.own_outputs import write_one
from builder.pipeline.year.folder import Year
from builder.write.xlsx.workbook import read_look, workbook_bytes


def export_ledger(year: Year, path: Path, template: Path) -> Finding | None:
    """Write all that was received and not taken back, by applicant; what kept it from that."""
    rows = everything(year)
    if path.suffix.lower() == ".csv":
        return write_one(path, ledger_table(rows))
    look = read_look(template)
    if isinstance(look, Finding):
        return look
    return write_one(path, workbook_bytes(plan_ledger(year.title, rows), look, {}))


def everything(year: Year) -> tuple[Submission, ...]:
    """Every submission, superseded ones too, the applicants by name."""
    wanted = Wanted(current=False, order=Order.APPLICANT, descending=False, limit=_MOST)
    return year.ledger.find(wanted).rows


# More rows than a worksheet has.
_MOST = 2_000_000
