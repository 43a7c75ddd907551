"""The Word kit as data: what is printed, and every place an applicant writes in.

Nothing here knows Word. A place to write is found again by the heading above it: its text, and the
bookmark the heading carries.
"""

from builder.frozen import frozen
from builder.kit.reminders import Reminder
from builder.model.identity import Identity
from builder.model.official import Mark


@frozen
class Cover:
    """The first page: what the award is called, the year of application, what is left blank.

    ``chosen`` says what the kit was made for, a line a choice; ``blanks`` are the labels an
    applicant completes by hand. Edition, source and points are told in 附：原文说明.
    """

    award: str
    year: str
    title: str
    edition: str
    source: str
    points: str
    chosen: tuple[str, ...]
    blanks: tuple[str, ...]


@frozen
class CriterionLine:
    """One line of the notice as printed, with its emphasis and links as stretches of it.

    ``points`` is empty unless the notice scores the line on its own.
    """

    text: str
    points: str = ""
    marks: tuple[Mark, ...] = ()


@frozen
class Table:
    """A table with its caption; every row has as many cells as the header, blank ones included."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@frozen
class AnswerPlace:
    """A place to write.

    ``prompts`` say what to write about, in the order it should be told; ``placeholder`` is the text
    that stands in the place until somebody writes, so that text still equal to it means empty.
    ``characters`` is its share of the whole report's bound, ``None`` where it has none. ``figures``
    is the table of three years, ``evidence`` that of the evidence, where the place has one.
    """

    prompts: tuple[str, ...]
    placeholder: str
    characters: int | None = None
    figures: Table | None = None
    evidence: Table | None = None


@frozen
class DocumentSection:
    """One indicator: heading, official guidance, and its answer where there is one to write.

    ``level`` counts from 1; ``heading`` begins with the number the notice prints. ``facts`` are
    short lines about how the indicator counts, ``sign`` names the lines of 附：原文说明 about it. A
    heading of 概述 has no ``code``.
    """

    code: str
    bookmark: str
    level: int
    heading: str
    sign: str = ""
    facts: tuple[str, ...] = ()
    reminders: tuple[Reminder, ...] = ()
    criteria: tuple[CriterionLine, ...] = ()
    notes: tuple[CriterionLine, ...] = ()
    tables: tuple[Table, ...] = ()
    answer: AnswerPlace | None = None


@frozen
class WordPart:
    """A heading of the first level and the lines right under it."""

    bookmark: str
    heading: str
    lines: tuple[str, ...] = ()


@frozen
class Pledge(WordPart):
    """承诺书: its paragraphs are ``lines``; who signs it."""

    signatures: tuple[str, ...]


@frozen
class FormCell:
    """One blank of 申报表: the input of 基本信息 it repeats, by name, and the label beside it."""

    name: str
    label: str


@frozen
class YearRow:
    """One line of three blanks: the names of the inputs it repeats, and its label."""

    names: tuple[str, ...]
    label: str


@frozen
class FormGroup:
    """Fields under one title: rows of one or two blanks, lines of three years, what to write."""

    title: str
    rows: tuple[tuple[FormCell, ...], ...]
    year_header: tuple[str, ...]
    years: tuple[YearRow, ...]
    hints: tuple[str, ...]


@frozen
class Form(WordPart):
    """申报表: the fields of 基本信息, group by group."""

    groups: tuple[FormGroup, ...]


@frozen
class Bounded(WordPart):
    """A part with an upper bound of characters, figures and tables included.

    ``sign`` names the lines of 附：原文说明 that are about the whole of it.
    """

    characters: int
    sign: str = ""


@frozen
class Overview(Bounded):
    """概述: one place to write for each heading."""

    sections: tuple[DocumentSection, ...]


@frozen
class Checklist(WordPart):
    """The closing 证实性材料清单, a heading of its own with one table."""

    table: Table


@frozen
class Recommendation(WordPart):
    """推荐意见: the label of each box, and what stands at the foot of every one."""

    boxes: tuple[str, ...]
    closing: str


@frozen
class Remark:
    """One numbered line of 附：原文说明: its kind, and its words with the place they are about."""

    number: int
    kind: str
    text: str


@frozen
class ConditionTexts:
    """Conditions of one kind in the notice's words, each with its code."""

    title: str
    texts: tuple[tuple[str, str], ...]


@frozen
class Remarks(WordPart):
    """附：原文说明, which always prints: where the standard comes from, remarks, conditions."""

    remarks: tuple[Remark, ...]
    conditions: tuple[ConditionTexts, ...]


@frozen
class ReferenceText:
    """A heading of the notice with its paragraphs and tables in official order."""

    title: str
    level: int
    contents: tuple[CriterionLine | Table, ...]


@frozen
class Reference(WordPart):
    """附: every indicator with its points, then the notice's reference text."""

    points: Table
    texts: tuple[ReferenceText, ...]


@frozen
class Typeface:
    """How what the applicant writes looks: a font, half points, a multiple of single spacing.

    An empty or zero value leaves it to the template.
    """

    font: str
    half_points: int
    spacing: str


@frozen
class Gap:
    """A blank to be filled in: how many cells after the one that holds ``label``, and which input.

    The label alone may stand on several pages; gaps with the same label are met in page order.
    """

    label: str
    place: int
    name: str


@frozen
class DocumentPlan:
    """A whole kit, in the order of its pages; ``page_note`` stands at the head of every one.

    ``settings`` are the office's in one line, empty without any. ``guide`` and ``reminders`` stand
    under the heading 填写须知; ``applicant`` is the name of the input that says who applies. An
    office may ``accept_unusual`` answers without a hint.
    """

    identity: Identity
    settings: str
    applicant: str
    cover: Cover
    pledge: Pledge | None
    guide: WordPart
    reminders: tuple[Reminder, ...]
    form: Form | None
    overview: Overview | None
    report: Bounded
    sections: tuple[DocumentSection, ...]
    checklist: Checklist
    recommendation: Recommendation | None
    remarks: Remarks | None
    reference: Reference | None
    page_note: str
    typeface: Typeface | None
    accept_unusual: bool

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """The blanks of cover and form that repeat an input, in page order."""
        blanks: list[tuple[str, tuple[str, ...]]] = [(self.cover.blanks[0], (self.applicant,))]
        for group in () if self.form is None else self.form.groups:
            blanks += ((cell.label, (cell.name,)) for row in group.rows for cell in row)
            blanks += ((row.label, row.names) for row in group.years)
        return tuple(
            Gap(label=label, place=place, name=name)
            for label, names in blanks
            for place, name in enumerate(names, start=1)
        )

    @property
    def places(self) -> tuple[DocumentSection, ...]:
        """Everything that may hold an answer, in page order."""
        overview = () if self.overview is None else self.overview.sections
        return (*overview, *self.sections)

    @property
    def headings(self) -> tuple[tuple[str, str, int], ...]:
        """Heading, bookmark and level of every planned heading, in page order."""
        parts: tuple[WordPart | DocumentSection | None, ...] = (
            *(self.pledge, self.guide, self.form, self.overview),
            *(() if self.overview is None else self.overview.sections),
            *(self.report, *self.sections, self.checklist, self.recommendation),
            *(self.remarks, self.reference),
        )
        return tuple(
            (one.heading, one.bookmark, one.level + 1 if isinstance(one, DocumentSection) else 1)
            for one in parts
            if one is not None
        )
