"""What was written where nothing is read, as one thing that is told."""

from collections.abc import Iterable, Iterator

from builder.findings.finding import Finding
from builder.findings.finding import Place as FilePlace
from builder.formula.address import area_address, cell_address
from builder.formula.blank import is_blank
from builder.formula.value import Value
from builder.model.returned import ReturnedSheet
from builder.verify.quoting import brief
from builder.verify.sight import Place


def written_at(path: str, sheet: ReturnedSheet, strange: Iterable[Place]) -> Iterator[Finding]:
    """At most one finding for what is written at places of a sheet where nothing is read."""
    places = sorted(place for place in strange if _says(sheet.value(*place)))
    if places:
        rows, columns = zip(*places, strict=True)
        yield Finding(
            code="QA491",
            place=FilePlace(path=path, sheet=sheet.name, cell=cell_address(*places[0])),
            expected=area_address(min(rows), min(columns), max(rows), max(columns)),
            actual=brief(sheet.value(*places[0])),
            details={"count": str(len(places))},
        )


def _says(value: Value) -> bool:
    return value is not None and not (isinstance(value, str) and is_blank(value))
