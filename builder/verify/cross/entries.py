"""What a workbook says for every place of the report of the same kit."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal

from builder.book.charts import CellRange, ChartKind, ChartPlan, SeriesPlan
from builder.formula.expression import Cell
from builder.formula.render import plain_number
from builder.formula.value import Value
from builder.kit.field_status import FIRST_YEAR, LAST_YEAR
from builder.kit.kit_plan import KitPlan
from builder.kit.metric_columns import HEADER_ROW, UNIT, YEAR_COLUMNS
from builder.kit.metric_plan import MetricRowPlan
from builder.kit.metric_words import YEARS
from builder.kit.sheet_names import METRICS
from builder.model.panel.material import EvidenceTold, MetricTold
from builder.verify.held import Held
from builder.verify.told import told_evidence, told_metrics
from builder.word import words
from builder.word.entries import (
    ChartEntry,
    Entries,
    GapEntry,
    ScoreEntry,
    TableEntry,
    TableKind,
)
from builder.word.parts import DocumentPlan, DocumentSection, Gap

_LEAST_YEARS = 2
# More lines than a reader keeps apart.
_MOST_LINES = 4
# From so many times its height on a line makes another look flat.
_MOST_APART = 3


def entries_for(plan: DocumentPlan, held: Held[KitPlan]) -> Entries:
    """Everything the workbook has for the report, in page order."""
    return Entries(
        gaps=tuple(_gaps(plan, held)),
        scores=tuple(_scores(plan, held)),
        tables=tuple(_tables(plan, held)),
        charts=tuple(_charts(plan, held)),
        years=_named_years(held),
        unasked=tuple(_unasked(plan, held)),
    )


def _named_years(held: Held[KitPlan]) -> Mapping[str, str]:
    """The years that the workbook knows, by what a kit calls them that does not."""
    year = held.value(held.plan.year)
    if not isinstance(year, Decimal) or year not in range(FIRST_YEAR, LAST_YEAR + 1):
        return {}
    cover = {words.YEAR.format(words.NO_YEAR): words.YEAR.format(int(year))}
    return cover | {label: f"{int(year) - back}年" for label, back in YEARS}


def _gaps(plan: DocumentPlan, held: Held[KitPlan]) -> Iterator[GapEntry]:
    cover, *blanks = plan.gaps
    marked = [("", words.COVER, cover)]
    if plan.form is not None:
        marked += ((plan.form.bookmark, plan.form.heading, gap) for gap in blanks)
    years = _years(plan)
    for bookmark, heading, gap in marked:
        text = held.typed(gap.name)
        if text:
            what = " ".join(filter(None, (gap.label, years.get(gap.name, ""))))
            yield GapEntry(gap=gap, what=what, bookmark=bookmark, heading=heading, text=text)
    yield from _on_the_cover(plan, held)


def _on_the_cover(plan: DocumentPlan, held: Held[KitPlan]) -> Iterator[GapEntry]:
    """What a cover asks for that the form has as well, one or more of its blanks in a line."""
    asked = {gap.label: gap.name for gap in plan.gaps[1:]}
    for label in plan.cover.blanks[1:]:
        names = [asked[one] for one in words.COVER_PARTS.get(label, (label,)) if one in asked]
        text = "　".join(filter(None, map(held.typed, names)))
        if text:
            gap = Gap(label=label, place=1, name=names[0])
            yield GapEntry(gap=gap, what=label, bookmark="", heading=words.COVER, text=text)


def _years(plan: DocumentPlan) -> dict[str, str]:
    """The year that each blank of a line of years is about, by the name of its input."""
    groups = () if plan.form is None else plan.form.groups
    return {
        name: year
        for group in groups
        for row in group.years
        for name, year in zip(row.names, group.year_header[1:], strict=True)
    }


def _scores(plan: DocumentPlan, held: Held[KitPlan]) -> Iterator[ScoreEntry]:
    scored = {one.code: (one.counted, one.points) for one in held.plan.leaves}
    scored |= {one.code: (one.score, one.points) for one in held.plan.groups}
    done = {one.code for one in held.plan.leaves if held.value(one.score) not in (None, "")}
    if done:
        total = held.exact.points(held.plan.total)
        yield ScoreEntry(
            bookmark=plan.report.bookmark,
            heading=plan.report.heading,
            text=_score_words(total, held.plan.stated_total),
        )
    for section in plan.sections:
        cells = scored.get(section.code)
        if cells is not None and any(_is_within(code, section.code) for code in done):
            score, points = cells
            yield ScoreEntry(
                bookmark=section.bookmark,
                heading=section.heading,
                text=_score_words(held.exact.points(score), points),
            )


def _score_words(score: Decimal, points: Decimal) -> str:
    return words.SCORE_LINE.format(plain_number(score), plain_number(points))


def _tables(plan: DocumentPlan, held: Held[KitPlan]) -> Iterator[TableEntry]:
    proofs, years = _proof_places(plan), _figure_places(plan)
    evidence, figures = tuple(told_evidence(held)), tuple(told_metrics(held))
    proving: dict[str, list[tuple[str, ...]]] = {}
    for proof in evidence:
        for bookmark, codes in proofs.served(proof.indicators).items():
            row = (*_evidence_row(proof), "、".join(codes))
            proving.setdefault(bookmark, []).append(row[: proofs.columns[bookmark]])
    measured: dict[str, list[tuple[str, ...]]] = {}
    for figure in figures:
        for bookmark in years.of_all((figure.indicator,)):
            measured.setdefault(bookmark, []).append(_figure_row(figure))
    for section in plan.places:
        yield from _table(section, TableKind.FIGURES, words.FIGURES_BEFORE, measured)
        yield from _table(section, TableKind.EVIDENCE, words.EVIDENCE_HEADER[:2], proving)
    if evidence:
        yield TableEntry(
            kind=TableKind.CHECKLIST,
            bookmark=plan.checklist.bookmark,
            heading=plan.checklist.heading,
            head=words.CHECKLIST_HEADER[:2],
            key=0,
            rows=tuple(_checklist_row(proof) for proof in evidence),
        )


def _unasked(plan: DocumentPlan, held: Held[KitPlan]) -> Iterator[str]:
    """The figures for which the report has no table: its notice asks for them higher up."""
    places = _figure_places(plan)
    for figure in told_metrics(held):
        if not places.of_all((figure.indicator,)):
            yield f"{figure.number} {figure.name}"


def _table(
    section: DocumentSection,
    kind: TableKind,
    head: tuple[str, ...],
    rows: Mapping[str, list[tuple[str, ...]]],
) -> Iterator[TableEntry]:
    if section.bookmark in rows:
        yield TableEntry(
            kind=kind,
            bookmark=section.bookmark,
            heading=section.heading,
            head=head,
            key=0,
            rows=tuple(rows[section.bookmark]),
        )


def _evidence_row(proof: EvidenceTold) -> tuple[str, ...]:
    return (proof.number, proof.name, proof.kind, proof.issuer, proof.page)


def _checklist_row(proof: EvidenceTold) -> tuple[str, ...]:
    named = "、".join(proof.indicators)
    return (proof.number, proof.name, named, proof.kind, proof.issuer, proof.page)


def _figure_row(figure: MetricTold) -> tuple[str, ...]:
    return (figure.name, figure.unit, *figure.years, figure.benchmark, figure.source)


def _charts(plan: DocumentPlan, held: Held[KitPlan]) -> Iterator[ChartEntry]:
    """A chart of every unit under a heading: figures of several units share no axis."""
    first, last = (Cell(METRICS, HEADER_ROW, YEAR_COLUMNS[place]) for place in (0, -1))
    years = CellRange(first=first, last=last)
    rows = () if held.plan.metrics is None else held.plan.metrics.rows
    places = _figure_places(plan)
    found: dict[tuple[str, str], list[MetricRowPlan]] = {}
    for row in rows:
        unit = held.said(Cell(row.name.sheet, row.name.row, UNIT))
        if unit and _shows(held, row.years):
            for bookmark in places.of_all((row.indicator,)):
                found.setdefault((bookmark, unit), []).append(row)
    headings = {one.bookmark: one.heading for one in plan.places}
    for (bookmark, unit), some in found.items():
        for lines in alike(some, held.value):
            named = "、".join(held.said(row.name) for row in lines)
            yield ChartEntry(
                bookmark=bookmark,
                heading=headings[bookmark],
                chart=_chart(f"{named}（{unit}）", years, lines),
            )


def alike(
    rows: Iterable[MetricRowPlan], value_of: Callable[[Cell], Value]
) -> list[list[MetricRowPlan]]:
    """The rows in groups of a like size: beside a line many times as high no change is seen."""
    groups: list[tuple[Decimal, list[MetricRowPlan]]] = []
    for row in rows:
        values = map(value_of, row.years)
        size = max(abs(value) for value in values if isinstance(value, Decimal))
        for first, lines in groups:
            if len(lines) < _MOST_LINES and max(first, size) <= _MOST_APART * min(first, size):
                lines.append(row)
                break
        else:
            groups.append((size, [row]))
    return [lines for _, lines in groups]


def _chart(title: str, years: CellRange, rows: Iterable[MetricRowPlan]) -> ChartPlan:
    return ChartPlan(
        kind=ChartKind.LINE,
        title=title,
        categories=years,
        series=tuple(
            SeriesPlan(name=row.name, values=CellRange(first=row.years[0], last=row.years[-1]))
            for row in rows
        ),
        top_left=(1, 1),
        bottom_right=(1, 1),
    )


def _shows(held: Held[KitPlan], cells: Iterable[Cell]) -> bool:
    return sum(isinstance(held.value(cell), Decimal) for cell in cells) >= _LEAST_YEARS


def _is_within(code: str, above: str) -> bool:
    return code == above or code.startswith(f"{above}.")


def _proof_places(plan: DocumentPlan) -> "_Places":
    return _Places(
        (one, len(one.answer.evidence.header))
        for one in plan.sections
        if one.answer and one.answer.evidence
    )


def _figure_places(plan: DocumentPlan) -> "_Places":
    return _Places(
        (one, len(one.answer.figures.header))
        for one in plan.sections
        if one.answer and one.answer.figures
    )


class _Places:
    """Where in a report something of an indicator of the workbook is asked for.

    ``columns`` is how many the table there has, by bookmark.
    """

    def __init__(self, asked: Iterable[tuple[DocumentSection, int]]) -> None:
        known = tuple(asked)
        self.columns = {one.bookmark: columns for one, columns in known}
        self._answered = {one.code: one.bookmark for one, _ in known}

    def served(self, labels: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
        """The codes with which some indicators begin, by the bookmark of their place."""
        found: dict[str, tuple[str, ...]] = {}
        for code in dict.fromkeys(label.partition(" ")[0] for label in labels):
            bookmark = self._of(code)
            if bookmark:
                found[bookmark] = (*found.get(bookmark, ()), code)
        return found

    def of_all(self, codes: Iterable[str]) -> tuple[str, ...]:
        """The bookmarks of the places for some indicators, each once."""
        found = filter(None, map(self._of, codes))
        return tuple(dict.fromkeys(found))

    def _of(self, code: str) -> str:
        """Its own place, else that of the nearest one above, else the first one beneath."""
        above = code
        while above:
            if above in self._answered:
                return self._answered[above]
            above = above.rpartition(".")[0]
        inside = (mark for each, mark in self._answered.items() if _is_within(each, code))
        return next(inside, "")
