"""Tables of the notice: what they say of bands and of indicators must be those of the scheme."""

import re
from collections.abc import Iterator

from builder.findings.finding import Finding
from builder.load.problems import finding_at
from builder.load.wording import split_heading_points
from builder.model.compared_text import squeezed
from builder.model.descriptors import descriptions, lists_band
from builder.model.leaf_rules import PercentInBand
from builder.model.nearest import did_you_mean
from builder.model.official import DescriptorRow, DescriptorTable, Indicator
from builder.model.scheme import Scale, Scheme


def check_band_tables(scheme: Scheme) -> Iterator[Finding]:
    """In a table that lists percents every row or column is a band, every band is there once."""
    if scheme.bands:
        for table in _tables(scheme):
            yield from _of_bands(table, scheme)


def check_indicator_tables(scheme: Scheme) -> Iterator[Finding]:
    """In a table of reference text that lists indicators, every one is an indicator as printed.

    Where the notice itself is at odds, a remark on the section says so and settles it.
    """
    printed = {squeezed(f"{node.number}{node.name}"): node for node in scheme.walk}
    remarked = {remark.where for remark in scheme.remarks}
    for section in scheme.sections:
        if section.title not in remarked:
            for table in section.tables:
                yield from _of_indicators(table, printed, section.title)


def _tables(scheme: Scheme) -> Iterator[DescriptorTable]:
    for node in scheme.walk:
        # The table of a rule says what a figure is worth.
        if node.rule is None or isinstance(node.rule, PercentInBand):
            yield from node.tables
    for section in scheme.sections:
        yield from section.tables


def _of_bands(table: DescriptorTable, scheme: Scheme) -> Iterator[Finding]:
    step = scheme.step if scheme.scale is Scale.MATURITY else None
    found = descriptions(table)
    strange = [
        one
        for one in found
        if not any(lists_band(one.printed, band, step) for band in scheme.bands)
    ]
    for one in strange:
        yield finding_at("QA166", one.position, actual=one.printed)
    if strange or not found:
        # The band a strange row was meant for would only be told missing a second time.
        return
    for band in scheme.bands:
        times = sum(lists_band(one.printed, band, step) for one in found)
        if times != 1:
            yield finding_at("QA167", table.position, actual=band.name, expected=str(times))


def _of_indicators(
    table: DescriptorTable, printed: dict[str, Indicator], title: str
) -> Iterator[Finding]:
    listed = [pair for row in table.rows for pair in _numbered(row)]
    if not any(_named(cell) in printed for _, cell in listed):
        return
    for row, cell in listed:
        node = printed.get(_named(cell))
        points = split_heading_points(cell).points
        if node is None or (points is not None and points != node.points):
            hint = did_you_mean(_named(cell), printed) if node is None else ""
            yield finding_at("QA170", row.position, actual=cell, hint=hint, at=title)


def _numbered(row: DescriptorRow) -> Iterator[tuple[DescriptorRow, str]]:
    """The cells of a row that begin with a number and go on with a name."""
    return ((row, cell) for cell in row.cells if _NUMBERED.match(cell))


def _named(cell: str) -> str:
    """Number and name in a cell, without its points."""
    return squeezed(split_heading_points(cell).text)


# 1.1 领导  1. 领导  1 领导, but not 20分 or 2022年.
_NUMBERED = re.compile(r"[0-9]+(?:(?:\.[0-9]+)+\s*|[.．、]\s*|\s+)[^\W0-9]")
