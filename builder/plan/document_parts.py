"""The Word kit as data: what is printed, and every place an applicant writes in.

Nothing here knows Word. A place to write is found again by the heading above it: its text, and the
bookmark the heading carries.
"""

from dataclasses import dataclass

from builder.plan.reminders import Reminder


@dataclass(frozen=True, kw_only=True)
class DocumentIdentity:
    """Which kit a document belongs to; kept in the file's properties and printed on the cover.

    ``choice`` and ``scale`` are those of the workbook of the same kit.
    """

    scheme_id: str
    edition: str
    fingerprint: str
    choice: str
    scale: str


@dataclass(frozen=True, kw_only=True)
class Cover:
    """The first page: what the award is called, where its criteria come from, what is left blank.

    ``chosen`` says what the kit was made for, a line a choice; ``blanks`` are the labels an
    applicant completes by hand.
    """

    award: str
    title: str
    edition: str
    source: str
    points: str
    chosen: tuple[str, ...]
    blanks: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class CriterionLine:
    """One 评价要点 as printed; ``points`` is empty unless the notice scores it on its own."""

    text: str
    points: str = ""


@dataclass(frozen=True, kw_only=True)
class Table:
    """A table with its caption; every row has as many cells as the header, blank ones included."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, kw_only=True)
class Answer:
    """A place to write.

    ``prompts`` say what to write about, in the order it should be told; ``placeholder`` is the text
    that stands in the place until somebody writes, so that text still equal to it means empty.
    """

    prompts: tuple[str, ...]
    placeholder: str
    evidence: Table


@dataclass(frozen=True, kw_only=True)
class DocumentSection:
    """One indicator: heading, official guidance, and its answer where there is one to write.

    ``level`` counts from 1; ``heading`` begins with the number the notice prints. ``facts`` are
    short lines about how the indicator counts.
    """

    code: str
    bookmark: str
    level: int
    heading: str
    facts: tuple[str, ...]
    reminders: tuple[Reminder, ...]
    criteria: tuple[CriterionLine, ...]
    notes: tuple[str, ...]
    tables: tuple[Table, ...]
    answer: Answer | None


@dataclass(frozen=True, kw_only=True)
class Checklist:
    """The closing 证实性材料清单, a heading of its own with one table."""

    bookmark: str
    heading: str
    table: Table


@dataclass(frozen=True, kw_only=True)
class DocumentPlan:
    """A whole kit, in the order of its pages; ``page_note`` stands at the head of every one."""

    identity: DocumentIdentity
    cover: Cover
    guide_bookmark: str
    guide_heading: str
    guide: tuple[str, ...]
    reminders: tuple[Reminder, ...]
    sections: tuple[DocumentSection, ...]
    checklist: Checklist
    page_note: str

    @property
    def headings(self) -> tuple[tuple[str, str, int], ...]:
        """Heading, bookmark and level of every entry of the table of contents, in page order."""
        return (
            (self.guide_heading, self.guide_bookmark, 1),
            *((part.heading, part.bookmark, part.level) for part in self.sections),
            (self.checklist.heading, self.checklist.bookmark, 1),
        )
