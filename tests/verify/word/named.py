"""Reports that say on their first page and in their form who applies."""

from collections.abc import Callable

from docx.document import Document


def named(cover: str, form: str | None = None) -> Callable[[Document], None]:
    """The report in which the cover names one applicant, and 申报表 another or the same."""

    def edit(document: Document) -> None:
        first, *others = document.tables
        own = first.rows[0].cells[1].text
        first.rows[0].cells[1].text = cover
        for cell in (cell for table in others for row in table.rows for cell in row.cells[1:]):
            if form is not None and cell.text == own:
                cell.text = form

    return edit
