"""The rows that carry official text: scored ones, recorded clauses, and ones only shown."""

from collections.abc import Iterator, Mapping
from operator import itemgetter

from builder.book.style import Style
from builder.book.text_pieces import pieces
from builder.formula.expression import Area, Cell, Expression
from builder.formula.render import plain_number
from builder.formula.words import COUNTIFS, FALSE, IF, OR, equal, more, plus
from builder.frozen import frozen
from builder.kit.band_demands import Demanded, unmet
from builder.kit.kit_plan import AnswerPlan
from builder.kit.reminders import reminders_by_place
from builder.kit.scoring.columns import CRITERIA_WIDTH, LEVEL_WIDTH
from builder.kit.scoring.inputs import note_input
from builder.kit.scoring.judged import (
    judged_leaf,
    judged_part,
    not_scored,
    points_of,
    recorded_basis,
)
from builder.kit.scoring.layout import ClauseRow, Layout, PartRow, ScoredRow, TextRow
from builder.kit.status import COUNTED_EVIDENCE, LACKS_FIGURES, LACKS_PROOF
from builder.kit.ways.asked import Ask
from builder.kit.ways.table import explained, way_of
from builder.model.leaf_rules import PercentInBand
from builder.model.official import Criterion, Indicator
from builder.model.points import is_leaf

_LEAST_HEIGHT = 34


@frozen
class EvidenceColumns:
    """The columns of the evidence table that the scoring sheet counts in.

    A row proves every indicator that one of its columns ``indicators`` names; its columns ``texts``
    say of which kind it is.
    """

    indicators: tuple[Area, ...]
    texts: tuple[Area, ...]
    status: Area

    def proving(self, node: Indicator) -> Expression:
        """How many rows of evidence name an indicator, first or among the others."""
        return plus(
            *(
                COUNTIFS(area, node.label, self.status, word)
                for area in self.indicators
                for word in COUNTED_EVIDENCE
            )
        )

    def lacking(self, node: Indicator) -> Expression | None:
        """Whether no row that names an indicator is of a kind it must have; ``None`` without."""
        if not node.proofs:
            return None
        kinds = (
            plus(
                *(
                    COUNTIFS(area, node.label, text, f"*{kind}*")
                    for area in self.indicators
                    for text in self.texts
                )
            )
            for kind in node.proofs
        )
        return OR(*(equal(rows, 0) for rows in kinds))


@frozen
class SelfAssessmentRows:
    """The rows as an applicant fills them in, and the evidence that proves them."""

    evidence: EvidenceColumns
    figures: Mapping[str, Demanded]

    def leaf(self, layout: Layout, asked: ScoredRow) -> Cell:
        """Write a scored row; return the cell that holds its score after its cap."""
        node, canvas, columns, row = asked.node, layout.canvas, layout.columns, layout.row
        words = put_official(layout, node, asked.shown)
        limit = canvas.put(row, columns.points, Style.POINTS, points_of(layout, node))
        proving = self.evidence.proving(node)
        evidence = canvas.compute(row, columns.evidence, Style.COMPUTED_COUNT, proving)
        note = canvas.put(row, columns.note, Style.INPUT_TEXT)
        further = tuple(self._further(layout, node))
        leaf = judged_leaf(
            *(layout, asked, "自评分", limit, note, evidence), proved=True, further=further
        )
        layout.leaves.append(leaf)
        layout.inputs.append(note_input(node, note))
        name_width = LEVEL_WIDTH * (columns.levels - asked.level + 1)
        named = f"{node.number}{node.name}\n（分）"
        _end_row(layout, words, (named, name_width), growing=True)
        return leaf.counted

    def _further(self, layout: Layout, node: Indicator) -> Iterator[tuple[Expression, str]]:
        """What else may be wrong with a score that is in order and proved by something."""
        canvas, columns, row = layout.canvas, layout.columns, layout.row
        lacking = self.evidence.lacking(node)
        if lacking is not None:
            counted = canvas.cell(row, columns.counted)
            yield IF(more(counted, 0), lacking, FALSE), LACKS_PROOF
        demanded = self.figures.get(node.code)
        if demanded is not None and isinstance(layout.asking(node).rule, PercentInBand):
            yield unmet(canvas.cell(row, columns.score), demanded), LACKS_FIGURES

    def part(self, layout: Layout, asked: PartRow) -> AnswerPlan:
        """Write an answer in a row of its own."""
        canvas, columns, row = layout.canvas, layout.columns, layout.row
        words = put_asked(layout, asked.ask)
        canvas.fill(row, (columns.note, columns.evidence), Style.NOTE)
        part = judged_part(layout, asked)
        _end_row(layout, words)
        return part

    def basis(self, layout: Layout, asked: ClauseRow) -> Cell:
        """Write a clause whose percent is recorded; return the cell of the percent."""
        canvas, columns, row = layout.canvas, layout.columns, layout.row
        words = put_official(layout, asked.node)
        canvas.fill(row, (columns.points, columns.counted, columns.evidence), Style.NOTE)
        note = canvas.put(row, columns.note, Style.INPUT_TEXT)
        basis = recorded_basis(layout, asked)
        layout.inputs.append(note_input(asked.node, note))
        layout.bases.append(basis)
        _end_row(layout, words, growing=True)
        return basis.percent

    def reference(self, layout: Layout, asked: TextRow) -> Cell:
        """Write a node that is shown and never scored; return the cell that adds nothing."""
        words = put_official(layout, asked.node)
        nothing = not_scored(layout)
        if asked.answered:
            note = layout.canvas.put(layout.row, layout.columns.note, Style.INPUT_TEXT)
            layout.inputs.append(note_input(asked.node, note))
        _end_row(layout, words, growing=asked.answered)
        return nothing


def _end_row(layout: Layout, words: str, *texts: tuple[str, float], growing: bool = False) -> None:
    """Make the row as high as its texts need, where somebody explains a score as high as that."""
    first = layout.row
    _end_rows(layout, words, texts)
    if growing:
        layout.canvas.let_grow(first)


def _end_rows(layout: Layout, words: str, beside: tuple[tuple[str, float], ...]) -> None:
    """Make the row high enough, and go on in rows beneath it with what is too long for one.

    ``words`` are those of the notice; ``beside`` are the texts and widths of what stands in the
    row besides and is never cut.
    """
    canvas, column = layout.canvas, layout.columns.criteria
    parts = pieces(words, CRITERIA_WIDTH)
    for place, part in enumerate(parts):
        if place:
            canvas.fill(layout.row, range(column, len(canvas.widths) + 1), Style.NOTE)
            layout.starts.append(layout.row)
        if len(parts) > 1:
            canvas.put(layout.row, column, Style.OFFICIAL, part)
        texts = (*(() if place else beside), (part, CRITERIA_WIDTH))
        canvas.fit(layout.row, texts, least=_LEAST_HEIGHT)
        layout.row += 1


def official_text(node: Indicator) -> str:
    """Criteria and notes of a node in the order the notice prints them, one a line."""
    lines = [(item.position.line, _criterion(item)) for item in node.criteria]
    lines += [(note.position.line, note.text) for note in node.notes]
    return "\n".join(words for _, words in sorted(lines, key=itemgetter(0)))


def put_asked(layout: Layout, ask: Ask) -> str:
    """Write what is asked in a row of its own; return the text that was written."""
    layout.canvas.put(layout.row, layout.columns.criteria, Style.OFFICIAL, ask.text)
    return ask.text


def put_official(layout: Layout, node: Indicator, shown: Expression | str | None = None) -> str:
    """Write the official text of a node, and beneath it what a reader should know of this place.

    ``shown`` stands there instead where it is given. What is returned is the text that was written.
    """
    row, column = layout.row, layout.columns.criteria
    if isinstance(shown, str):
        layout.canvas.put(row, column, Style.NOTE, shown)
        return shown
    if shown is not None:
        layout.canvas.compute(row, column, Style.NOTE, shown)
        return ""
    told = reminders_by_place(layout.scheme).get(node.code, ())
    lines = [reminder.line for reminder in told]
    if is_leaf(layout.scheme, node) and not has_parts(layout, node):
        lines += explained(layout.asking(node))
    marks = (f"［{line}］" for line in lines)
    text = "\n".join(words for words in (official_text(node), *marks) if words)
    layout.canvas.put(row, column, Style.OFFICIAL, text)
    return text


def has_parts(layout: Layout, node: Indicator) -> bool:
    """Whether a leaf asks for answers in rows of their own, after its official text."""
    asking = layout.asking(node)
    return not all(ask.own for ask in way_of(asking.rule).asks(asking.rule, asking))


def _criterion(item: Criterion) -> str:
    """A criterion with its points, unless the notice prints them inside its words."""
    if item.points is None or f"{plain_number(item.points)}分" in item.text:
        return item.printed
    return f"{item.printed}（{plain_number(item.points)}分）"
