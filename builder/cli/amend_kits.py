"""``builder build --amend``: what else is made where a notice was amended while its call runs."""

from datetime import date
from pathlib import Path

import click

from builder.cli.amend_order import AmendOrder
from builder.cli.exit_code import ExitCode
from builder.cli.output import print_findings, print_lines, progress
from builder.editions.comparison import Comparison
from builder.findings.finding import Finding
from builder.kit.planning import NO_OFFICE
from builder.pipeline.amending import FOLDER, begin_amendment, write_again, write_notice
from builder.pipeline.carry.order import CarryOrder
from builder.pipeline.carry.run import Carried, carry_all, old_kits
from builder.pipeline.intake import take_in
from builder.pipeline.own_schemes import own_schemes


def begun(order: AmendOrder) -> Comparison | ExitCode:
    """The comparison of both editions, or how the command ends without one."""
    begun = begin_amendment(order.before, order.scheme, order.folder, listed=bool(order.returned))
    if begun.comparison is None:
        return print_findings(begun.findings)
    print_findings(begun.findings)
    return begun.comparison


def amend_kits(order: AmendOrder, comparison: Comparison) -> ExitCode:
    """Write the notice of changes, and for what was handed in the list and the new files."""
    office = order.office or NO_OFFICE
    path, found = write_notice(comparison, order.folder, office, order.templates)
    print_lines(() if path is None else (f"已写入 {path}",))
    findings = [*found]
    if order.returned and path is not None:
        findings += _again(order, comparison)
    return print_findings(tuple(findings))


def _again(order: AmendOrder, comparison: Comparison) -> list[Finding]:
    schemes = [Path(each) for each in (order.before, order.scheme) if Path(each).is_file()]
    known, findings = own_schemes(schemes)
    intake = take_in(order.returned)
    kits = old_kits(intake)
    unread = tuple(one for file in intake.files for one in getattr(file, "findings", ()))
    found: list[Finding] = [*findings, *unread, *intake.left_out]
    if not kits:
        return [*found, Finding.at("QA1244", order.returned[0])]
    wanted = CarryOrder(
        to=order.scheme,
        today=date.today(),  # noqa: DTZ011 - the user's own day
        templates=order.templates,
        schemes=known,
        options=tuple(order.options.items()),
        scale=order.scale,
        office=order.office,
        scores=True,
        amended=True,
    )
    done: list[Carried] = []
    carrying = carry_all(kits, wanted, order.folder / FOLDER)
    with progress(carrying, len(kits), "正在对照") as carried:
        for one in carried:
            done.append(one)
            found += (each for each in one.findings if each not in found)
    path, failures = write_again(comparison, done, order.folder, order.templates)
    if path is not None:
        asked = sum(one.account is not None for one in done)
        click.echo(f"{len(kits)} 家已交，{asked} 家对照过，已写入 {path}")
    return [*found, *failures]
