"""_标识: the hidden sheet that says what this file is and holds the lists of its dropdowns."""

from dataclasses import dataclass

from builder.formula.expression import Area
from builder.model.scheme import Scheme
from builder.plan.bands import BandLists, put_bands
from builder.plan.canvas import Canvas
from builder.plan.sheet_names import IDENTITY, INDICATOR_LIST
from builder.plan.style import Style
from builder.plan.workbook import IDENTITY_KEYS, Identity, Merge, NamePlan, SheetPlan, Visibility

# Key and value of each line, from row 1.
KEY_COLUMN, VALUE_COLUMN, LIST_COLUMN = 1, 2, 3


@dataclass(frozen=True, kw_only=True)
class IdentityPlan:
    """The hidden sheet, the names of its lists, and the cells other sheets look things up in."""

    sheet: SheetPlan
    names: tuple[NamePlan, ...]
    indicators: Area
    bands: BandLists | None


def plan_identity(scheme: Scheme, identity: Identity, labels: tuple[str, ...]) -> IdentityPlan:
    """The hidden sheet: the identity, the labels of the scored indicators, the bands."""
    canvas = Canvas(IDENTITY, (14.0, 40.0, 40.0, 26.0, 26.0, 10.0))
    for row, (key, value) in enumerate(zip(IDENTITY_KEYS, identity.values, strict=True), start=1):
        canvas.put(row, KEY_COLUMN, Style.IDENTITY, key)
        canvas.put(row, VALUE_COLUMN, Style.IDENTITY, value)
    for row, label in enumerate(labels, start=1):
        canvas.put(row, LIST_COLUMN, Style.IDENTITY, label)
    bands = put_bands(canvas, scheme)
    sheet = SheetPlan(
        name=IDENTITY,
        cells=canvas.cells,
        widths=canvas.widths,
        visibility=Visibility.HIDDEN,
    )
    body = Merge(
        first_row=1, first_column=LIST_COLUMN, last_row=len(labels), last_column=LIST_COLUMN
    )
    name = NamePlan(name=INDICATOR_LIST, sheet=IDENTITY, area=body)
    return IdentityPlan(
        sheet=sheet,
        names=(name, *(() if bands is None else bands.defined)),
        indicators=Area(
            sheet=IDENTITY,
            column=LIST_COLUMN,
            first_row=1,
            last_row=len(labels),
            name=INDICATOR_LIST,
        ),
        bands=bands,
    )
