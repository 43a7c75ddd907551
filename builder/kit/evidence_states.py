"""The live word beside a row of evidence, and the rules that choose it."""

from collections.abc import Iterator, Mapping
from datetime import date

from builder.formula.expression import Area, Cell, Expression, constant
from builder.formula.words import (
    AND,
    FALSE,
    IF,
    MAX,
    OR,
    at_least,
    at_most,
    different,
    equal,
    joined,
    less,
    more,
    rows_where,
)
from builder.kit.day_words import (
    ends_before,
    has_no_end,
    is_after,
    is_before,
    is_readable,
    year_of,
)
from builder.kit.field_status import FIRST_YEAR, LAST_YEAR
from builder.kit.status import (
    EVIDENCE_EXPIRED,
    EVIDENCE_MISDATED,
    EVIDENCE_NO_INDICATOR,
    EVIDENCE_NO_NAME,
    EVIDENCE_TWICE,
    EVIDENCE_UNDATED,
    EVIDENCE_UNKNOWN,
    EVIDENCE_VALID,
    first_word,
    is_blank,
)
from builder.model.office import EvidenceTerms

_NO_TERMS = EvidenceTerms()


def evidence_status(
    cells: Mapping[str, Cell],
    columns: Mapping[str, Area],
    known: Area,
    year: Area,
    terms: EvidenceTerms | None,
) -> Expression:
    """The word for one row of the evidence table, empty for an empty row; the first that applies.

    ``cells`` and ``columns`` are those of the row and of the table by their keys, ``known`` the
    labels of the indicators, ``year`` the cell with the year of application, by its name.
    """
    indicator, also = cells["indicator"], (cells["also_1"], cells["also_2"])
    strangers = (AND(different(cell, ""), _is_missing(cell, known)) for cell in also)
    dates = tuple(_date_faults(cells["issued"], cells["until"], year, terms or _NO_TERMS))
    return first_word(
        (is_blank(joined(*cells.values())), ""),
        (is_blank(indicator), EVIDENCE_NO_INDICATOR),
        (OR(_is_missing(indicator, known), *strangers), EVIDENCE_UNKNOWN),
        (is_blank(cells["name"]), EVIDENCE_NO_NAME),
        (_is_twice(cells, columns), EVIDENCE_TWICE),
        *dates,
        otherwise=EVIDENCE_VALID,
    )


def _is_missing(indicator: Cell, known: Area) -> Expression:
    return equal(rows_where((known, indicator)), 0)


def _is_twice(cells: Mapping[str, Cell], columns: Mapping[str, Area]) -> Expression:
    """Whether another row says the same in every cell; most differ in their names already."""
    alike = more(rows_where(*((columns[key], cell) for key, cell in cells.items())), 1)
    return IF(more(rows_where((columns["name"], cells["name"])), 1), alike, FALSE)


def _date_faults(
    issued: Cell, until: Cell, year: Area, terms: EvidenceTerms
) -> Iterator[tuple[Expression, str]]:
    """What is wrong with the days of a row, each question asked only of days that can be read."""
    dated, ended = different(issued, ""), _is_ended(until)
    unread = (
        IF(dated, equal(is_readable(issued), FALSE), FALSE),
        IF(ended, equal(is_readable(until), FALSE), FALSE),
    )
    yield OR(*unread), EVIDENCE_UNDATED
    outside = [IF(dated, _is_late(issued, year, terms.until), FALSE)]
    if terms.since:
        outside.append(IF(dated, is_before(issued, date.fromisoformat(terms.since)), FALSE))
    reversed_ = IF(
        AND(dated, different(until, "")), IF(ended, ends_before(until, issued), FALSE), FALSE
    )
    yield OR(reversed_, *outside), EVIDENCE_MISDATED
    yield IF(ended, _is_over(until, year, terms.until), FALSE), EVIDENCE_EXPIRED


def _is_ended(until: Cell) -> Expression:
    """Whether something is said of an end."""
    return IF(equal(until, ""), FALSE, equal(has_no_end(until), FALSE))


def _is_late(issued: Cell, year: Area, last: str) -> Expression:
    if last:
        return is_after(issued, date.fromisoformat(last))
    return IF(_is_known(year), less(MAX(year), year_of(issued)), FALSE)


def _is_over(until: Cell, year: Area, valid_on: str) -> Expression:
    if valid_on:
        return is_before(until, date.fromisoformat(valid_on))
    return IF(_is_known(year), less(year_of(until), MAX(year)), FALSE)


def _is_known(year: Area) -> Expression:
    return AND(at_least(MAX(year), constant(FIRST_YEAR)), at_most(MAX(year), constant(LAST_YEAR)))
