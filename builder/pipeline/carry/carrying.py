"""The old files of one applicant carried over into new ones, in the process that is watched."""

from dataclasses import replace
from functools import lru_cache, partial
from pathlib import PurePath
from typing import TYPE_CHECKING

from builder.book.sheet import Visibility
from builder.editions.carried import CarriedAccount, Fate
from builder.editions.carried_sheet import plan_carried
from builder.findings.finding import Finding
from builder.kit.kit_plan import KitPlan
from builder.model.fingerprint import fingerprint
from builder.model.scheme import Scheme
from builder.ooxml.refusal import RefusedError
from builder.pipeline.carry.added import added_lines
from builder.pipeline.carry.editions import Editions, Wish
from builder.pipeline.carry.new_kits import NewKit, NewKits
from builder.pipeline.carry.old_files import OldKits, OldReport, OldWorkbook
from builder.pipeline.carry.order import CarriedKit, CarryOrder, OldKit
from builder.pipeline.carry.workbook import CarriedAnswers, carry_answers
from builder.pipeline.kit_names import KitPart
from builder.pipeline.net import within_net
from builder.read.document import read_document_content
from builder.read.workbook import read_content
from builder.verify.held import applicant_of
from builder.write.carry.report import CarriedReport
from builder.write.xlsx.look import Look
from builder.write.xlsx.workbook import workbook_bytes

if TYPE_CHECKING:
    from builder.pipeline.carry.report import ReportWays

_OUTPUT = "沿用的材料"


def carry_kit(old: OldKit, order: CarryOrder) -> CarriedKit:
    """The new kit of one applicant; whatever its files do costs only itself."""
    made = within_net(partial(_carried, old, order), old.name, order.log, _OUTPUT)
    return CarriedKit(applicant="", findings=(made,)) if isinstance(made, Finding) else made


def _carried(old: OldKit, order: CarryOrder) -> CarriedKit:
    opened = _opened(old, order)
    report = _report(old, order)
    kits = _new_kits(order)
    first = opened if opened is not None else report
    if isinstance(first, tuple):
        return CarriedKit(applicant="", findings=first)
    if first is None or kits.look is None:
        return CarriedKit(applicant="", findings=kits.findings)
    new = kits.for_old(first.identity, first.office)
    if not isinstance(new, NewKit):
        return CarriedKit(applicant="", findings=new)
    if order.amended and first.identity.fingerprint == fingerprint(new.kit):
        return CarriedKit(applicant="", findings=(Finding.at("QA1245", old.name),))
    crossing = kits.crossing(first.kit, new)
    carried = CarriedAnswers(answers={}, lines=())
    applicant, shift = "", 0 if order.amended or first.kit.fingerprint == new.kit.fingerprint else 1
    if isinstance(opened, OldWorkbook):
        wish = Wish(scores=order.scores, year=order.year, today=order.today, amended=order.amended)
        editions = Editions(held=opened.held, plan=new.plan, crossing=crossing, wish=wish)
        carried, applicant, shift = (
            carry_answers(editions),
            applicant_of(opened.held),
            editions.shift,
        )
    made = _new_report(old, report, (new, carried, shift), order) if old.report else None
    lines = carried.lines + (made.lines if isinstance(made, CarriedReport) else ())
    account = CarriedAccount(origin=_origin(old, first.kit, new), lines=lines)
    contents: list[tuple[KitPart, bytes]] = []
    if opened is not None:
        contents.append((KitPart.XLSX, _workbook(new.plan, carried, account, kits.look)))
    if isinstance(made, CarriedReport):
        contents.append((KitPart.DOCX, made.content))
    return CarriedKit(
        applicant=applicant,
        contents=tuple(contents),
        account=account,
        added=tuple(added_lines(crossing, new.plan)),
        findings=(
            *(made if isinstance(made, tuple) else ()),
            *_told(old, applicant, account),
        ),
    )


def _opened(old: OldKit, order: CarryOrder) -> OldWorkbook | tuple[Finding, ...] | None:
    """The old workbook, or why it cannot be carried over; ``None`` where there is none."""
    if old.workbook is None:
        return None
    try:
        read = read_content(old.workbook.name, old.workbook.content)
    except RefusedError as refusal:
        return (refusal.finding(old.workbook.name),)
    return _old_kits(order).workbook(old.workbook.name, read)


def _report(old: OldKit, order: CarryOrder) -> OldReport | tuple[Finding, ...] | None:
    """The old report, or why it cannot be carried over; ``None`` where there is none."""
    if old.report is None:
        return None
    read = read_document_content(old.report.name, old.report.content)
    if read.document is None:
        return read.findings
    return _old_kits(order).report(old.report.name, read.document)


def _new_report(
    old: OldKit,
    report: OldReport | tuple[Finding, ...] | None,
    new: tuple[NewKit, CarriedAnswers, int],
    order: CarryOrder,
) -> CarriedReport | tuple[Finding, ...]:
    """The new report, or why there is none; the new workbook is made all the same."""
    kits, (kit, carried, shift) = _new_kits(order), new
    path = "" if old.report is None else old.report.name
    if not isinstance(report, OldReport) or old.report is None:
        why = report if isinstance(report, tuple) else ()
        return (*why, *_no_report(path, why))
    blank, findings = kits.report(kit)
    if blank is None:
        return findings
    crossing = kits.crossing(report.kit, kit)
    try:
        content = old.report.content()
        told = (carried.answers, shift)
        return _report_ways(order).carry(report, content, (kit, blank), crossing, told)
    except RefusedError as refusal:
        refused = (refusal.finding(path),)
        return (*refused, *_no_report(path, refused))


def _no_report(path: str, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    why = "；".join(one.rule.name for one in findings)
    return (Finding.at("QA1243", path, actual=why),)


def _origin(old: OldKit, kit: Scheme, new: NewKit) -> tuple[str, ...]:
    files = (PurePath(one.name).name for one in (old.workbook, old.report) if one is not None)
    return (f"旧文件：{'、'.join(files)}（{_called(kit)}）", f"新方案：{_called(new.kit)}")


def _called(kit: Scheme) -> str:
    chosen = "".join(f"　{name}：{option}" for name, option in kit.chosen)
    return f"{kit.title}　{kit.edition}{chosen}"


def _workbook(plan: KitPlan, carried: CarriedAnswers, account: CarriedAccount, look: Look) -> bytes:
    """The new workbook with its answers; what became of all stands before the hidden sheets."""
    sheets = [*plan.sheets]
    place = next(
        (number for number, one in enumerate(sheets) if one.visibility is Visibility.HIDDEN),
        len(sheets),
    )
    sheets.insert(place, plan_carried(account))
    return workbook_bytes(replace(plan, sheets=tuple(sheets)), look, carried.answers)


def _told(old: OldKit, applicant: str, account: CarriedAccount) -> tuple[Finding, ...]:
    doubtful, left = account.count(Fate.CHECK), account.count(Fate.LEFT)
    if not doubtful and not left:
        return ()
    return (
        Finding.at(
            "QA1242",
            old.name,
            applicant=applicant or old.name,
            kept=str(account.count(Fate.KEPT)),
            doubtful=str(doubtful),
            left=str(left),
        ),
    )


@lru_cache(maxsize=1)
def _old_kits(order: CarryOrder) -> OldKits:
    return OldKits(order.schemes)


@lru_cache(maxsize=1)
def _new_kits(order: CarryOrder) -> NewKits:
    return NewKits(order)


@lru_cache(maxsize=1)
def _report_ways(order: CarryOrder) -> "ReportWays":
    # The Word libraries are imported only where there is a report.
    from builder.pipeline.carry.report import ReportWays

    return ReportWays(order.templates)
