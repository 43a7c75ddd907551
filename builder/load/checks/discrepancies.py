"""Contradictions in the notice, and whether the scheme acknowledges exactly those.

What the corrections leave must be acknowledged. What they settle may stay acknowledged, because
the notice still prints it.
"""

from collections.abc import Iterator
from decimal import Decimal

from builder.findings.finding import Finding
from builder.load.checks.alternatives import asked_codes
from builder.load.checks.joins import unsettled_joins
from builder.load.checks.kits import MOST_KITS, count_kits
from builder.load.checks.points import check_missing_points
from builder.load.checks.sums import Contradiction, contradictions
from builder.load.problems import finding_at
from builder.model import points
from builder.model.scheme import Discrepancy, Scheme


def check_discrepancies(scheme: Scheme) -> Iterator[Finding]:
    """Every contradiction is listed with its numbers, and everything listed is one."""
    kits = count_kits(scheme)
    if kits > MOST_KITS:
        where = scheme.choices[0].position
        yield finding_at("QA161", where, actual=str(kits), expected=str(MOST_KITS))
        return
    open_ones = contradictions(scheme, corrected=True)
    as_printed = contradictions(scheme, corrected=False)
    listed = {_numbers(entry) for entry in scheme.discrepancies}
    true = {one.numbers for one in (*open_ones, *as_printed)}
    unsettled = _unsettled(scheme)
    missing = [one for one in open_ones if one.numbers not in listed and one.where not in unsettled]
    for entry in scheme.discrepancies:
        if _numbers(entry) not in true:
            meant = next((one for one in missing if one.where == entry.where), None)
            if meant is None:
                yield _finding("QA152", entry, actual=f"{entry.stated:f}/{entry.actual:f}")
            else:
                missing.remove(meant)
                yield _finding(
                    "QA151",
                    entry,
                    expected=f"{meant.stated:f}/{meant.actual:f}",
                    actual=f"{entry.stated:f}/{entry.actual:f}",
                )
    for one in missing:
        stated, actual = f"{one.stated:f}", f"{one.actual:f}"
        yield _finding(
            "QA150", one, expected=stated, actual=actual, name=one.name, how=one.how or "相加"
        )


def _unsettled(scheme: Scheme) -> frozenset[str]:
    """The places whose sums wait: for points, for whether options are meant, or for a rule."""
    pointless = {one.place.indicator for one in check_missing_points(scheme)}
    waiting = {*pointless, *asked_codes(scheme), *unsettled_joins(scheme)}
    above = {node.code for node in scheme.walk if any(one.code in waiting for one in node.walk)}
    return frozenset({*above, points.TOTAL} if waiting else ())


def _numbers(entry: Discrepancy) -> tuple[str, Decimal, Decimal]:
    return entry.where, entry.stated, entry.actual


def _finding(code: str, one: Discrepancy | Contradiction, **details: str) -> Finding:
    return finding_at(code, one.position, indicator=one.where, at=one.where, **details)
