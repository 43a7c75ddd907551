"""The planned Word material as a page: what is printed, and where an applicant writes."""

from collections.abc import Iterator

from builder.frozen import frozen
from builder.word.parts import CriterionLine, DocumentPlan, DocumentSection, Form, Table, WordPart

_DEEPEST = 6


@frozen
class Block:
    """A piece of the page: a heading, a line, guidance, a place to write or a table.

    ``level`` is that of a heading, the first being 2: the page has a title of its own.
    """

    kind: str
    words: str = ""
    level: int = 0
    rows: tuple[tuple[str, ...], ...] = ()


def report_blocks(plan: DocumentPlan) -> tuple[Block, ...]:
    """All that the document prints, in the order of its pages, but for what stands at the end."""
    return (*_front(plan), *_asked(plan), *_end(plan))


def _front(plan: DocumentPlan) -> Iterator[Block]:
    """Cover, 承诺书, 填写须知 and 申报表."""
    cover = plan.cover
    for words in (cover.award, cover.year, cover.title, *cover.chosen):
        if words:
            yield Block(kind="cover", words=words)
    for label in cover.blanks:
        yield Block(kind="cover", words=f"{label}：________")
    if plan.pledge is not None:
        yield from _part(plan.pledge)
        for label in plan.pledge.signatures:
            yield Block(kind="line", words=f"{label}：________")
    yield from _part(plan.guide)
    for one in plan.reminders:
        yield Block(kind="guide", words=one.line)
    if plan.form is not None:
        yield from _form(plan.form)


def _asked(plan: DocumentPlan) -> Iterator[Block]:
    """概述 and the report, indicator by indicator."""
    if plan.overview is not None:
        yield from _part(plan.overview)
        for section in plan.overview.sections:
            yield from _section(section)
    yield from _part(plan.report)
    for section in plan.sections:
        yield from _section(section)


def _end(plan: DocumentPlan) -> Iterator[Block]:
    """证实性材料清单 and 推荐意见."""
    yield from _part(plan.checklist)
    yield from _table(plan.checklist.table)
    if plan.recommendation is not None:
        yield from _part(plan.recommendation)
        for box in plan.recommendation.boxes:
            yield Block(kind="answer", words=f"{box}　{plan.recommendation.closing}")


def _part(part: WordPart) -> Iterator[Block]:
    yield Block(kind="heading", words=part.heading, level=2)
    for line in part.lines:
        yield Block(kind="line", words=line)


def _form(form: Form) -> Iterator[Block]:
    yield from _part(form)
    for group in form.groups:
        yield Block(kind="heading", words=group.title, level=3)
        rows = [tuple(each for cell in row for each in (cell.label, "")) for row in group.rows]
        rows += [(row.label, *("" for _ in row.names)) for row in group.years]
        if rows:
            yield Block(kind="form", rows=tuple(rows))
        for hint in group.hints:
            yield Block(kind="guide", words=hint)


def _section(section: DocumentSection) -> Iterator[Block]:
    level = min(section.level + 2, _DEEPEST)
    yield Block(kind="heading", words=f"{section.heading}{section.sign}", level=level)
    for fact in section.facts:
        yield Block(kind="guide", words=fact)
    for one in section.reminders:
        yield Block(kind="guide", words=one.line)
    for line in (*section.criteria, *section.notes):
        yield Block(kind="guide", words=_words(line))
    for table in section.tables:
        yield from _table(table)
    answer = section.answer
    if answer is None:
        return
    for prompt in answer.prompts:
        yield Block(kind="guide", words=prompt)
    bound = "" if answer.characters is None else f"　（约 {answer.characters} 字）"
    yield Block(kind="answer", words=f"{answer.placeholder}{bound}")
    for own in (answer.figures, answer.evidence):
        if own is not None:
            yield from _table(own)


def _table(table: Table) -> Iterator[Block]:
    yield Block(kind="table", words=table.caption, rows=(table.header, *table.rows))


def _words(line: CriterionLine) -> str:
    return f"{line.text}{line.points}"
