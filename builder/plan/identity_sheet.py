"""_标识: the hidden sheet that says what this file is and holds the lists of its dropdowns."""

from builder.formula.expression import Area
from builder.plan.canvas import Canvas
from builder.plan.sheet_names import IDENTITY, INDICATOR_LIST
from builder.plan.style import Style
from builder.plan.workbook import Identity, Merge, NamePlan, SheetPlan, Visibility

# Key and value of each line, from row 1.
KEY_COLUMN, VALUE_COLUMN, LIST_COLUMN = 1, 2, 3
KEYS = ("scheme", "edition", "fingerprint", "layout")


def plan_identity(identity: Identity, labels: tuple[str, ...]) -> tuple[SheetPlan, NamePlan, Area]:
    """The hidden sheet, the name of its indicator list, and the cells of that list."""
    canvas = Canvas(IDENTITY, (14.0, 40.0, 40.0))
    values = (identity.scheme, identity.edition, identity.fingerprint, identity.layout)
    for row, (key, value) in enumerate(zip(KEYS, values, strict=True), start=1):
        canvas.put(row, KEY_COLUMN, Style.IDENTITY, key)
        canvas.put(row, VALUE_COLUMN, Style.IDENTITY, value)
    for row, label in enumerate(labels, start=1):
        canvas.put(row, LIST_COLUMN, Style.IDENTITY, label)
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
    return sheet, name, Area(sheet=IDENTITY, column=LIST_COLUMN, first_row=1, last_row=len(labels))
