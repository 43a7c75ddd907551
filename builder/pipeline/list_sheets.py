"""On which sheet of a workbook an office's list stands, and which others look like lists, too."""

from collections.abc import Callable, Iterator

from builder.findings.finding import Finding, Place
from builder.frozen import frozen
from builder.model.returned import ReturnedSheet, ReturnedWorkbook
from builder.pipeline.list_values import text_of


@frozen
class ListSheet:
    """The first visible sheet that has a head, and in which row; ``others`` have one as well."""

    sheet: ReturnedSheet
    head: int | None
    others: tuple[str, ...] = ()

    def findings(self, place: Place) -> Iterator[Finding]:
        """A hint about sheets that were not read though somebody may stand in them."""
        if self.others:
            others = "”“".join(self.others)
            yield Finding.at("QA877", place, expected=self.sheet.name, actual=others)


def list_sheet(
    workbook: ReturnedWorkbook, head_of: Callable[[ReturnedSheet], int | None]
) -> ListSheet:
    """The sheet on which a list stands; one without a head is the first that is to be seen."""
    shown = [sheet for sheet in workbook.sheets if sheet.state in ("", "visible")]
    headed = [(sheet, head) for sheet in shown if (head := head_of(sheet)) is not None]
    if not headed:
        empty = ReturnedSheet(name="", state="", protected=False, cells={})
        return ListSheet(sheet=next(iter(shown), empty), head=None)
    (sheet, head), *more = headed
    others = (
        other.name
        for other, last in more
        if any(row > last and text_of(cell) for (row, _), cell in other.cells.items())
    )
    return ListSheet(sheet=sheet, head=head, others=tuple(others))
