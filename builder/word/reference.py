"""附：评分标准: every indicator with its points, and the reference text word for word."""

from builder.formula.render import plain_number
from builder.kit.reminders import points_line
from builder.model.official import DescriptorTable
from builder.model.points import effective_points
from builder.model.scheme import Scheme
from builder.word import bookmarks, words
from builder.word.parts import CriterionLine, Reference, ReferenceText, Table


def plan_reference(scheme: Scheme) -> Reference:
    """What an applicant reads to know how the report is judged; it takes no answer."""
    return Reference(
        bookmark=bookmarks.REFERENCE,
        heading=words.REFERENCE_HEADING,
        lines=(f"总分：{points_line(scheme)}。",),
        points=Table(caption="", header=words.POINTS_HEADER, rows=_points(scheme)),
        texts=tuple(
            ReferenceText(
                title=section.title,
                level=section.level,
                contents=tuple(
                    printed_table(part)
                    if isinstance(part, DescriptorTable)
                    else CriterionLine(text=part.text, marks=part.marks)
                    for part in section.contents
                ),
            )
            for section in scheme.sections
        ),
    )


def printed_table(table: DescriptorTable) -> Table:
    """A table of the notice, without a caption of its own."""
    return Table(caption="", header=table.header, rows=tuple(row.cells for row in table.rows))


def _points(scheme: Scheme) -> tuple[tuple[str, ...], ...]:
    rows: list[tuple[str, ...]] = []
    for node in scheme.walk:
        points = effective_points(scheme, node)
        if points is not None and not node.criterion:
            rows.append((node.code, node.name, plain_number(points)))
    return tuple(rows)
