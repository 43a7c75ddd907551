"""The bands of a maturity scale as hidden lists, and what a band and a percent must be together."""

from decimal import Decimal

from builder.book.book_plan import NamePlan
from builder.book.canvas import Canvas
from builder.book.style import Style
from builder.formula.address import column_letters
from builder.formula.expression import Area, Cell, Expression
from builder.formula.words import rows_where
from builder.frozen import frozen
from builder.kit.sheet_names import BAND_LIST, PERCENT_BANDS, PERCENTS
from builder.model.scales import percents, usable_bands
from builder.model.scheme import Scheme
from builder.model.scoring_ways import has_bands

_BAND_COLUMN, _PAIR_BAND_COLUMN, _PAIR_PERCENT_COLUMN = 4, 5, 6


@frozen
class BandLists:
    """The names of the bands, and every percent beside its band, as cells of the hidden sheet."""

    names: tuple[str, ...]
    bands: Area
    percents: Area
    defined: tuple[NamePlan, ...]

    def fits(self, band: Cell, percent: Cell) -> Expression:
        """How often the pair stands in the lists: 1 where the percent lies in the band, else 0."""
        return rows_where((self.bands, band), (self.percents, percent))


def put_bands(canvas: Canvas, scheme: Scheme) -> BandLists | None:
    """Write the lists of bands beside the identity; ``None`` where no leaf takes a band."""
    if not has_bands(scheme):
        return None
    bands = usable_bands(scheme)
    row = 0
    for place, band in enumerate(bands, start=1):
        canvas.put(place, _BAND_COLUMN, Style.IDENTITY, band.name)
        for fraction in percents(scheme, band):
            row += 1
            canvas.put(row, _PAIR_BAND_COLUMN, Style.IDENTITY, band.name)
            canvas.put(row, _PAIR_PERCENT_COLUMN, Style.IDENTITY, fraction)
    names = Area(canvas.name, _BAND_COLUMN, 1, len(bands))
    paired = Area(canvas.name, _PAIR_BAND_COLUMN, 1, row)
    percent = Area(canvas.name, _PAIR_PERCENT_COLUMN, 1, row)
    lists = ((BAND_LIST, names), (PERCENT_BANDS, paired), (PERCENTS, percent))
    return BandLists(
        names=tuple(band.name for band in bands),
        bands=paired,
        percents=percent,
        defined=tuple(NamePlan.of_list(name, cells) for name, cells in lists),
    )


def percent_list(band: Cell) -> str:
    """The dropdown of percents for the band in ``band``, by names only, its row left relative.

    The percents of one band stand together, so they reach from the band's first row as far as the
    band occurs.
    """
    chosen = f"${column_letters(band.column)}{band.row}"
    start = f"MATCH({chosen},{PERCENT_BANDS},0)"
    last = f"{start}+COUNTIF({PERCENT_BANDS},{chosen})-1"
    return f"INDEX({PERCENTS},{start}):INDEX({PERCENTS},{last})"


def lowest_described(scheme: Scheme) -> Decimal:
    """The percent below which no band of the notice describes a score; 0 where all are."""
    return min((band.low for band in scheme.bands), default=Decimal(0))
