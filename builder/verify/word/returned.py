"""A returned report taken apart by the plan of its kit, before anything is judged."""

from collections.abc import Mapping, Sequence

from builder.findings.finding import Place
from builder.formula.blank import is_blank
from builder.frozen import frozen
from builder.model.compared_text import reduced
from builder.model.returned_document import ReturnedDocument, ReturnedTable
from builder.verify.word.sections import found_headings, written_sections
from builder.verify.word.tables import checklist_rows
from builder.word.parts import DocumentPlan, Gap
from builder.word.written import FoundHeading, TableRows, WrittenSection


@frozen
class ReturnedReport:
    """The places of the headings by bookmark, the sections, and what stands beside them.

    ``cover`` is who applies as the first page says; ``form`` is what 申报表 says by the name of the
    input it repeats, ``None`` where the form is gone. ``checklist`` are the rows of 证实性材料清单.
    """

    plan: DocumentPlan
    document: ReturnedDocument
    found: Mapping[str, list[FoundHeading]]
    sections: tuple[WrittenSection, ...]
    cover: str
    form: Mapping[str, str] | None
    checklist: TableRows

    @property
    def applicant(self) -> str:
        """Who applies: as the form says, else as the cover says."""
        named = "" if self.form is None else self.form.get(self.plan.applicant, "")
        return named or self.cover

    @property
    def is_headed(self) -> bool:
        """Whether at least one heading of the kit is there, without which no text has a place."""
        return any(self.found.values())


def take_apart(plan: DocumentPlan, document: ReturnedDocument) -> ReturnedReport:
    """The report as the plan of its kit sees it."""
    found = found_headings(plan, document)
    cover, *gaps = plan.gaps
    starts = sorted(one.place for places in found.values() for one in places)
    front = starts[0] if starts else len(document.blocks)
    return ReturnedReport(
        plan=plan,
        document=document,
        found=found,
        sections=written_sections(plan, document, found),
        cover=_value(_table_rows(document, 0, front), cover),
        form=_form(plan, document, found, gaps, starts),
        checklist=_checklist(plan, document, found, starts),
    )


def _form(
    plan: DocumentPlan,
    document: ReturnedDocument,
    found: Mapping[str, list[FoundHeading]],
    gaps: Sequence[Gap],
    starts: Sequence[int],
) -> dict[str, str] | None:
    if plan.form is None or not found[plan.form.bookmark]:
        return None
    first, last = _span(found[plan.form.bookmark][0].place, starts, document)
    rows = _table_rows(document, first, last)
    return {gap.name: _value(rows, gap) for gap in gaps}


def _checklist(
    plan: DocumentPlan,
    document: ReturnedDocument,
    found: Mapping[str, list[FoundHeading]],
    starts: Sequence[int],
) -> TableRows:
    places = found[plan.checklist.bookmark]
    if not places:
        return ()
    first, last = _span(places[0].place, starts, document)
    tables = [one for one in document.blocks[first:last] if isinstance(one, ReturnedTable)]
    return checklist_rows(tables) or ()


def _span(place: int, starts: Sequence[int], document: ReturnedDocument) -> tuple[int, int]:
    """The blocks from a heading to the next planned one."""
    return place, next((start for start in starts if start > place), len(document.blocks))


def _table_rows(document: ReturnedDocument, first: int, last: int) -> list[tuple[str, ...]]:
    blocks = document.blocks[first:last]
    return [row for one in blocks if isinstance(one, ReturnedTable) for row in one.rows]


def _value(rows: Sequence[tuple[str, ...]], gap: Gap) -> str:
    """What stands in a blank, its white space normalised; empty where the label is gone."""
    label = reduced(gap.label)
    for row in rows:
        for place, cell in enumerate(row):
            if reduced(cell) == label and place + gap.place < len(row):
                said = " ".join(row[place + gap.place].split())
                return "" if is_blank(said) else said
    return ""


def place_of(one: WrittenSection, path: str) -> Place:
    """Where a section of a report is found."""
    return Place(path=path, indicator=one.section.code, bookmark=one.section.bookmark)
