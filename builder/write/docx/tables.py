"""Tables whose columns were repeated by a tag get a grid that fits their cells.

A template's grid says how many columns stand in the template (ECMA-376 Part 1, 17.4.48).
"""

from docx.oxml.ns import qn
from lxml.etree import SubElement, _Element

_USUAL_WIDTH = 8844


def fit_grids(body: _Element) -> None:
    """Divide the width of every table alike among its columns where its grid has another number."""
    for table in body.iter(qn("w:tbl")):
        grid = table.find(qn("w:tblGrid"))
        rows = [row.findall(qn("w:tc")) for row in table.findall(qn("w:tr"))]
        if grid is None or not rows or any(_is_merged(cell) for row in rows for cell in row):
            continue
        count = max(map(len, rows))
        if len(grid) == count:
            continue
        wanted = table.find(f"{qn('w:tblPr')}/{qn('w:tblW')}")
        text = None if wanted is None else wanted.get(qn("w:w"))
        width = (int(text) if text is not None and text.isdigit() else _USUAL_WIDTH) // count
        for column in list(grid):
            grid.remove(column)
        for _ in range(count):
            SubElement(grid, qn("w:gridCol")).set(qn("w:w"), str(width))
        for row in rows:
            for cell in row:
                own = cell.find(f"{qn('w:tcPr')}/{qn('w:tcW')}")
                if own is not None:
                    own.set(qn("w:w"), str(width))


def _is_merged(cell: _Element) -> bool:
    return cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}") is not None
