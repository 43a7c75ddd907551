"""Lists of applicants as an office keeps them."""

from collections.abc import Iterable
from pathlib import Path

import openpyxl

from builder.pipeline.choosing import Wanted
from builder.pipeline.distribution import Distribution, Order
from builder.pipeline.kit_names import KitPart
from builder.pipeline.templates import shipped_templates
from tests.support.workbooks import XINHUI


def save_list(
    path: Path,
    *rows: Iterable[object],
    sheet: str = "名单",
    joined: Iterable[str] = (),
    hidden: Iterable[int] = (),
) -> Path:
    """A workbook with these rows from the first one down, cells joined, and rows hidden."""
    book = openpyxl.Workbook()
    page = book.worksheets[0]
    page.title = sheet
    for row in rows:
        page.append(list(row))
    for cells in joined:
        page.merge_cells(cells)
    for number in hidden:
        page.row_dimensions[number].hidden = True
    book.save(path)
    return path


def order(
    folder: Path, *rows: tuple[object, ...], scheme: str = XINHUI, hidden: Iterable[int] = ()
) -> Order:
    """Workbooks for everybody on a list with these rows, put into ``folder / "out"``."""
    return Order(
        scheme=scheme,
        applicants=save_list(folder / "名单.xlsx", *rows, hidden=hidden),
        folder=folder / "out",
        kinds=(KitPart.XLSX,),
        wanted=Wanted(),
        templates=shipped_templates(),
    )


def handed_out(asked: Order) -> Distribution:
    """What came of handing everything out that was asked for."""
    distribution = Distribution(asked)
    for applicant in distribution.applicants:
        distribution.hand_out(applicant)
    distribution.close()
    return distribution
