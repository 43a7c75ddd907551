"""Workbooks of many years read into one table of rates."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache, partial
from pathlib import Path

from builder.findings.finding import Finding
from builder.formula.value import Value
from builder.model.verdict import ScorePart
from builder.ooxml.refusal import RefusedError
from builder.overview.history_book import YearRecord, plan_history
from builder.pipeline.carry.old_files import OldKits, OldWorkbook
from builder.pipeline.child import Stopped
from builder.pipeline.children import in_children
from builder.pipeline.net import within_net
from builder.pipeline.own_outputs import write_one
from builder.pipeline.own_schemes import OwnScheme
from builder.pipeline.returned_files import ReturnedFile
from builder.read.workbook import read_content
from builder.verify.file_marks import credit_code_of
from builder.verify.held import applicant_of
from builder.write.xlsx.workbook import read_look, workbook_bytes

_YEARS = range(1990, 2101)


@dataclass(kw_only=True)
class History:
    """The files that could be read, and what was found on the way."""

    records: list[YearRecord] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def read_history(files: Iterable[ReturnedFile], schemes: tuple[OwnScheme, ...]) -> History:
    """What every workbook came to, each by the scheme of its own edition."""
    found = History()
    for file, answer in in_children(partial(_within_net, schemes=schemes), files):
        if isinstance(answer, Stopped):
            found.findings.append(answer.finding(file.name))
        elif isinstance(answer, YearRecord):
            found.records.append(answer)
        else:
            found.findings += answer
    return found


def write_history(path: Path, records: Sequence[YearRecord], template: Path) -> Finding | None:
    """Write the workbook; what kept it from being written."""
    look = read_look(template)
    if isinstance(look, Finding):
        return look
    return write_one(path, workbook_bytes(plan_history(records), look, {}))


def _within_net(
    file: ReturnedFile, schemes: tuple[OwnScheme, ...]
) -> YearRecord | tuple[Finding, ...]:
    told = within_net(partial(_record, file, schemes), file.name)
    return (told,) if isinstance(told, Finding) else told


def _record(file: ReturnedFile, schemes: tuple[OwnScheme, ...]) -> YearRecord | tuple[Finding, ...]:
    try:
        read = read_content(file.name, file.content)
    except RefusedError as refusal:
        return (refusal.finding(file.name),)
    opened = _old_kits(schemes).workbook(file.name, read)
    if not isinstance(opened, OldWorkbook):
        return opened
    held, plan = opened.held, opened.held.plan
    year = held.value(plan.year)
    known = isinstance(year, Decimal) and year == int(year) and int(year) in _YEARS
    return YearRecord(
        path=file.name,
        applicant=applicant_of(held),
        credit_code=credit_code_of(held),
        year=int(year) if known and isinstance(year, Decimal) else None,
        award=plan.award,
        edition=plan.identity.edition,
        total=_number(held.value(plan.total)),
        maximum=_number(held.value(plan.attainable)) or plan.maximum,
        parts=tuple(
            ScorePart(label=part.label, points=part.points, score=_number(held.value(part.score)))
            for part in plan.parts
        ),
    )


def _number(value: Value) -> Decimal:
    return value if isinstance(value, Decimal) else Decimal(0)


@lru_cache(maxsize=1)
def _old_kits(schemes: tuple[OwnScheme, ...]) -> OldKits:
    return OldKits(schemes)
