"""The bands on 评分指南: one row each, with what the notice says of it in general."""

from decimal import Decimal

from builder.book.style import Style
from builder.formula.render import plain_number
from builder.kit.rating_guide_rows import GuideRows, Piece
from builder.model.compared_text import squeezed
from builder.model.descriptors import descriptions, listed_percents, lists_band
from builder.model.official import DescriptorTable
from builder.model.scales import percents, usable_bands
from builder.model.scheme import Band, Scale, Scheme

BANDS_HEADING = "档次与描述"
_MOST_ABREAST = 2
_HUNDRED = 100
_BAND = "档次"
_CHOICES = "可选百分比"
_UNDESCRIBED = "（原文件没有描述这一档）"


def general_tables(scheme: Scheme) -> tuple[tuple[str, DescriptorTable], ...]:
    """The tables of reference text that describe bands, under the titles of their sections."""
    if not scheme.bands:
        return ()
    return tuple(
        (section.title, table)
        for section in scheme.sections
        for table in section.tables
        if descriptions(table)
    )


def put_bands(rows: GuideRows, scheme: Scheme) -> None:
    """Add the bands from low to high, beside them the tables that describe them, two abreast.

    Where no table does, the percents to choose from stand there.
    """
    rows.line(Style.HEADER, BANDS_HEADING)
    tables = general_tables(scheme)
    for start in range(0, len(tables), _MOST_ABREAST):
        abreast = tables[start : start + _MOST_ABREAST]
        _put_header(rows, *(title for title, _ in abreast))
        for band in _bands(scheme):
            words = (_words(table, band, scheme) for _, table in abreast)
            _put_band(rows, band, *(Piece(Style.OFFICIAL, text) for text in words))
    if not tables:
        _put_header(rows, _CHOICES)
        for band in _bands(scheme):
            _put_band(rows, band, Piece(Style.GUIDE, _choices(band, scheme)))


def _put_header(rows: GuideRows, *titles: str) -> None:
    rows.row(*(Piece(Style.LABEL, title) for title in (_BAND, *titles)))


def _put_band(rows: GuideRows, band: Band, *beside: Piece) -> None:
    rows.row(Piece(Style.LABEL, _name(band)), *beside)


def _bands(scheme: Scheme) -> tuple[Band, ...]:
    if scheme.scale is Scale.MATURITY:
        return usable_bands(scheme)
    return tuple(sorted(scheme.bands, key=lambda band: band.low))


def _words(table: DescriptorTable, band: Band, scheme: Scheme) -> str:
    """What a table says of a band, every line of the notice on a line of its own.

    How the table itself prints the band comes first where that is not the band's name.
    """
    step = scheme.step if scheme.scale is Scale.MATURITY else None
    found = [one for one in descriptions(table) if lists_band(one.printed, band, step)]
    printed = [one.printed for one in found if squeezed(one.printed) != squeezed(band.name)]
    return "\n".join((*printed, *(word for one in found for word in one.words)))


def _name(band: Band) -> str:
    """The band's name, with its range where the name does not list percents."""
    return band.name if listed_percents(band.name) else f"{band.name}\n{_range(band)}"


def _choices(band: Band, scheme: Scheme) -> str:
    if scheme.scale is not Scale.MATURITY:
        return _range(band)
    listed = "、".join(_percent(one) for one in percents(scheme, band))
    return listed if band in scheme.bands else f"{listed}{_UNDESCRIBED}"


def _range(band: Band) -> str:
    return f"{_percent(band.low)}至{_percent(band.high)}"


def _percent(fraction: Decimal) -> str:
    return f"{plain_number(fraction * _HUNDRED)}%"
