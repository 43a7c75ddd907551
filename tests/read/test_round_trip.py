"""Any grid of values that another program writes is read back equal."""

from decimal import Decimal
from pathlib import Path

import openpyxl
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.utils.exceptions import IllegalCharacterError

from builder.formula.value import Value

from .packages import read_clean

# What XML can carry unchanged; a carriage return comes back as a line feed from every program.
LETTERS = st.characters(
    exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff", include_characters="\n\t"
)
TEXTS = st.text(LETTERS, min_size=1, max_size=40).filter(
    lambda text: not text.startswith(("=", "#")) and "_x" not in text
)
NUMBERS = st.one_of(
    st.integers(-(10**15), 10**15),
    # openpyxl stores 16 digits only, so no more are asked back.
    st.floats(-1e300, 1e300).map(lambda number: float(f"{number:.15g}")),
    st.decimals(-1000, 1000, places=2, allow_nan=False).map(float),
)
Stored = bool | int | float | str | None
GRIDS = st.lists(
    st.lists(st.one_of(st.none(), st.booleans(), NUMBERS, TEXTS), max_size=5), max_size=5
)


def exact(value: Stored) -> Value:
    """The value as this program holds it."""
    if value is None or isinstance(value, bool | str):
        return value
    return Decimal(repr(value))


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(grid=GRIDS)
def test_any_grid_reads_back_equal(tmp_path: Path, grid: list[list[Stored]]) -> None:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("表")
    try:
        for row in grid:
            sheet.append(row)
    except IllegalCharacterError:
        return
    path = tmp_path / "往返.xlsx"
    book.save(path)
    read = read_clean(path).sheets[0]
    assert [
        [read.value(row, column) for column in range(1, len(values) + 1)]
        for row, values in enumerate(grid, start=1)
    ] == [[exact(value) for value in values] for values in grid]
