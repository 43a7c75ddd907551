"""What an applicant may fill in: whole sets of answers by input name, for any planned workbook."""

from collections.abc import Callable, Iterator, Mapping
from decimal import ROUND_FLOOR, Decimal
from itertools import cycle

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from builder.book.book_plan import Allowed, InputKind, InputPlan
from builder.book.naming import indicator_name, row_name
from builder.formula.blank import is_blank
from builder.formula.value import Value
from builder.kit.adjustment_sheet import APPLIES, REPLACED
from builder.kit.eligibility_sheet import ABSENT, MET
from builder.kit.kit_plan import KitPlan, LeafPlan, ScoredPlan
from builder.kit.sheet_names import (
    EVIDENCE_TABLE,
    METRICS_TABLE,
    PERCENT_BANDS,
    PERCENTS,
)
from builder.kit.ways.table import is_plain
from builder.model.office import FieldKind
from builder.model.stand_ins import is_stand_in
from builder.verify.checks.unlikely_answers import is_named, is_only_numbers
from tests.support.ruled import answers_of, full_answers, some_answers, strange_answer

# Rows of the evidence table are spread at most this far apart, so that gaps occur.
_WIDEST_GAP = 3
# The year that good answers apply in.
YEAR = Decimal(2026)
# Long enough to meet every kind of text, short enough that hundreds of them stay quick.
_LONGEST_DRAWN = 24
_SHORTEST_BOUND = 18
# A good answer to each kind of field that is not a plain text or a list.
CREDIT_CODE = "91350100M000100Y43"
_FIELD_ANSWERS: dict[FieldKind | None, Value] = {
    None: Decimal(2026),
    FieldKind.CREDIT_CODE: CREDIT_CODE,
    FieldKind.DATE: "1985-03-01",
    FieldKind.EMAIL: "quality@example.com",
    FieldKind.NUMBER: Decimal(320),
    FieldKind.YEARS: Decimal("1234.5"),
}
# What else people type there, and what they paste.
_STRANGE_FIELDS: tuple[Value, ...] = (
    None,
    "91350100M000100Y44",
    "91350100m000100y43",
    "9135",
    "I1350100M000100Y43",
    "2015-03",
    "2015-13-40",
    "2015/3/1",
    "@",
    "a@b",
    "大型",
    "C 制造业",
    Decimal(-3),
    Decimal("2026.5"),
    Decimal(45000),
    Decimal(0),
    True,
    " ",
    "约三百人",
    "长" * 120,
    CREDIT_CODE,
    Decimal(2026),
)
# What a confirmation is answered with where there is nothing to report.
HARMLESS = (MET, ABSENT)
# Everything a person can type or paste that a cell holds unchanged in every program.
_LETTERS = st.one_of(
    st.sampled_from("质量管理体系认证证书，。（）“”0123456789 abcXYZ&<>\"'=+-@_~*?%,;{}[]\n"),
    st.characters(exclude_categories=("Cc", "Cs", "Cn", "Co", "Zl", "Zp")),
)


def texts(longest: int) -> SearchStrategy[str]:
    """Texts of 1 to ``longest`` characters that begin and end with something visible."""
    size = min(longest, _LONGEST_DRAWN)
    drawn = st.text(_LETTERS, min_size=1, max_size=size)
    return drawn.filter(lambda text: text == text.strip() and not is_blank(text))


def scores(leaf: LeafPlan, step: Decimal) -> SearchStrategy[Decimal]:
    """The scores of an indicator that are on its step and within its points."""
    most = int(leaf.points / step)
    return st.integers(min_value=0, max_value=most).map(lambda steps: steps * step)


def band_percents(plan: ScoredPlan) -> dict[str, tuple[Decimal, ...]]:
    """The percents of every band from low to high, as the hidden lists of a plan hold them."""
    areas = {name.name: name for name in plan.names}
    if PERCENTS not in areas:
        return {}
    cells = {
        (cell.row, cell.column): cell.content for cell in plan.sheet(areas[PERCENTS].sheet).cells
    }
    bands, listed = areas[PERCENT_BANDS].area, areas[PERCENTS].area
    found: dict[str, tuple[Decimal, ...]] = {}
    for row in range(listed.first_row, listed.last_row + 1):
        band, percent = cells[row, bands.first_column], cells[row, listed.first_column]
        assert isinstance(band, str)
        assert isinstance(percent, Decimal)
        found[band] = (*found.get(band, ()), percent)
    return found


def band_of(plan: ScoredPlan, percent: Decimal) -> str:
    """The band that a percent lies in."""
    return next(band for band, held in band_percents(plan).items() if percent in held)


def judgement(plan: ScoredPlan, code: str, percent: Decimal) -> dict[str, Value]:
    """A percent and the band it lies in, for a scored indicator or a recorded clause."""
    return {
        indicator_name("band", code): band_of(plan, percent),
        indicator_name("percent", code): percent,
    }


def scored(plan: KitPlan, leaf: LeafPlan, ratio: Decimal) -> dict[str, Value]:
    """The answers that give an indicator ``ratio`` of its points, down to the next step."""
    if not is_plain(leaf.rule):
        return full_answers(plan, leaf)
    asked = score_input(plan, leaf)
    step = asked.allowed.step or Decimal(1)
    most = leaf.points if not leaf.banded else Decimal(1)
    given = (most * ratio / step).to_integral_value(ROUND_FLOOR) * step
    return {asked.name: given} if not leaf.banded else judgement(plan, leaf.code, given)


def field_answers(plan: KitPlan) -> dict[str, Value]:
    """Good answers to everything 基本信息 asks, a plain text by the title of its input."""
    kinds = {cell: field.kind for field in plan.fields for cell in field.inputs}
    return {
        item.name: field_answer(item, kinds[item.cell])
        for item in plan.inputs
        if item.cell in kinds
    }


def field_answer(item: InputPlan, kind: FieldKind | None) -> Value:
    """A good answer to one input of 基本信息; without a kind it asks for the year."""
    if kind is FieldKind.TEXT:
        return item.title[: _longest(item.allowed)]
    if item.allowed.options:
        return item.allowed.options[0]
    return _FIELD_ANSWERS[kind]


def harmless(item: InputPlan) -> Value:
    """The answer to a confirmation that leaves nothing to say."""
    return next(option for option in item.allowed.options if option in HARMLESS)


@st.composite
def valid_answers(draw: DrawFn, plan: KitPlan) -> dict[str, Value]:
    """Answers nothing can be found wrong with.

    Every score is given, lies on its step and within its points, and is full where less is
    flagged; every text fits; every positive
    score has at least one row of evidence, with empty rows between the rows now and then. On the
    maturity scale a clause's percent is recorded now and then.
    """
    # An award has hundreds of texts; they are drawn once and take turns.
    proper = texts(_SHORTEST_BOUND).filter(lambda text: not is_stand_in(text))
    written = cycle(draw(st.lists(proper, min_size=1, max_size=12)))
    answers = draw(_declarations(plan, written))
    every = [percent for held in band_percents(plan).values() for percent in held]
    row = 0
    for place, leaf in enumerate(plan.leaves):
        if not is_plain(leaf.rule):
            given = draw(some_answers(plan, leaf))
            answers |= given
            # Whether anything comes of it, it may be proved.
            row += 1
            answers |= evidence_row(row, leaf.label, f"{'、'.join(leaf.proofs)}{next(written)}")
            continue
        name = score_input(plan, leaf).name
        if leaf.veto:
            answers |= scored(plan, leaf, Decimal(1))
        elif not leaf.banded:
            answers[name] = draw(scores(leaf, score_input(plan, leaf).allowed.step or Decimal(1)))
        else:
            answers |= judgement(plan, leaf.code, draw(st.sampled_from(every)))
        if answers[name]:
            spare = len(plan.evidence) - row - (len(plan.leaves) - place) + 1
            row += draw(st.integers(min_value=1, max_value=min(_WIDEST_GAP, spare)))
            answers |= evidence_row(row, leaf.label, next(written))
    return answers | _named(plan, answers)


def _named(plan: KitPlan, answers: Mapping[str, Value]) -> dict[str, Value]:
    """Names of people, organisations and places, which are never a number alone."""
    cells = {
        cell
        for field in plan.fields
        if field.kind is FieldKind.TEXT and is_named(field.title)
        for cell in field.inputs
    }
    drawn = {
        item.name: str(answers.get(item.name) or "") for item in plan.inputs if item.cell in cells
    }
    return {name: f"甲{text[1:]}" for name, text in drawn.items() if is_only_numbers(text)}


@st.composite
def _declarations(draw: DrawFn, plan: KitPlan, written: Iterator[str]) -> dict[str, Value]:
    """Good answers to everything but scores and evidence."""
    answers = field_answers(plan)
    for item in plan.inputs:
        if item.kind is InputKind.TEXT:
            # Nobody explains every score in the same words.
            own = item.indicator if item.name == indicator_name("note", item.indicator) else ""
            answers[item.name] = f"{own}{next(written)}"
        elif item.kind is InputKind.CONFIRMATION:
            answers[item.name] = harmless(item)
        elif item.kind is InputKind.CHOICE:
            answers[item.name] = draw(st.sampled_from((APPLIES, REPLACED)))
    # Where a band may demand figures they are there; elsewhere they may be.
    if draw(st.booleans()) or plan.demands:
        answers |= {i.name: figure(i) for i in plan.inputs if i.kind is InputKind.METRIC}
    every = [percent for held in band_percents(plan).values() for percent in held]
    for basis in plan.bases:
        percent = draw(st.sampled_from((None, *every)))
        if percent is not None:
            answers |= judgement(plan, basis.code, percent)
    return answers


@st.composite
def any_answers(draw: DrawFn, plan: KitPlan) -> dict[str, Value]:
    """Answers of every kind, wrong ones included.

    Scores may be missing, below 0, over the points, off the step or no number; a percent may lie
    in another band than the one beside it, or in none; a row of evidence may lack its indicator or
    its name, or name an indicator that does not exist. No text could be read as a number, which
    spreadsheets treat each in its own way.
    """
    answers: dict[str, Value] = {}
    bands = (*band_percents(plan), "没有的档", "10*", " ")
    every = [percent for held in band_percents(plan).values() for percent in held]
    for item in plan.inputs:
        drawn: Value = draw(strange_answer(item))
        if item.kind is InputKind.BAND:
            drawn = draw(st.one_of(st.sampled_from(bands), st.none()))
        elif item.kind is InputKind.PERCENT:
            drawn = draw(st.one_of(st.sampled_from(every), _anything(Decimal(-1), Decimal(2))))
        elif item.kind is InputKind.SCORE:
            step, most = item.allowed.step or Decimal(1), item.allowed.high or Decimal(0)
            on_step = st.integers(min_value=0, max_value=int(most / step)).map(_times(step))
            drawn = draw(st.one_of(on_step, _anything(Decimal(-50), Decimal(400))))
        elif item.kind in (InputKind.CONFIRMATION, InputKind.CHOICE):
            drawn = draw(st.sampled_from((*item.allowed.options, None, "也许")))
        elif item.kind in (InputKind.TEXT, InputKind.FIELD):
            drawn = draw(_of_applicant(item))
        if drawn is not None:
            answers[item.name] = drawn
    labels = [leaf.label for leaf in plan.leaves]
    strange = ("9.9 不存在的指标", "", "*", f"{labels[0][:3]}*", "<>x", "~", "长" * 300)
    wanted = st.sampled_from((*labels, labels[0].upper(), *strange))
    row = 0
    for _ in range(draw(st.integers(min_value=0, max_value=2 * len(labels)))):
        row += draw(st.integers(min_value=1, max_value=_WIDEST_GAP))
        if row > len(plan.evidence):
            break
        others = draw(st.sampled_from(((), (labels[-1],), (labels[0], "没有的指标"), ("", "*"))))
        name = draw(st.sampled_from(("证书", "报告", "")))
        answers |= evidence_row(row, draw(wanted), name, *others)
    return answers | draw(_any_figures(plan))


@st.composite
def _any_figures(draw: DrawFn, plan: KitPlan) -> dict[str, Value]:
    """Some of the three-year figures: numbers of every sign, words, gaps."""
    asked = [item for item in plan.inputs if item.table == METRICS_TABLE]
    written = st.one_of(_anything(Decimal(-50), Decimal(400)), st.just(Decimal(0)))
    cells = draw(st.lists(st.sampled_from(asked), max_size=40)) if asked else []
    answers: dict[str, Value] = {
        item.name: "已说明。" if item.allowed.longest is not None else draw(written)
        for item in cells
    }
    return {name: value for name, value in answers.items() if value is not None}


def _of_applicant(item: InputPlan) -> SearchStrategy[Value]:
    if item.kind is InputKind.TEXT:
        return st.sampled_from((None, "已说明。"))
    return st.sampled_from((*_STRANGE_FIELDS, *item.allowed.options[:1]))


def _anything(low: Decimal, high: Decimal) -> SearchStrategy[Value]:
    """Nothing, a word, a truth value, or a number of three decimal places."""
    words = st.sampled_from(("好", "十分", "x", " ", "未评", "'"))
    return st.one_of(st.decimals(low, high, places=3), words, st.booleans(), st.none())


def _times(step: Decimal) -> Callable[[int], Decimal]:
    return lambda steps: steps * step


def complete_answers(plan: KitPlan, *, ratio: Decimal = Decimal("0.8")) -> dict[str, Value]:
    """The same good answers every time: each score about ``ratio`` of its points.

    Scores are rounded down to their step; every input that is not in the evidence table has an
    answer, and every positive score one row of evidence, from the first row on.
    """
    answers = field_answers(plan)
    for item in plan.inputs:
        if item.kind is InputKind.TEXT:
            answers[item.name] = item.title[: _longest(item.allowed)]
        elif item.kind is InputKind.CONFIRMATION:
            answers[item.name] = harmless(item)
        elif item.kind is InputKind.METRIC:
            answers[item.name] = figure(item)
    for basis in plan.bases:
        answers |= judgement(plan, basis.code, Decimal("0.6"))
    row = 0
    for leaf in plan.leaves:
        answers |= scored(plan, leaf, Decimal(1) if leaf.veto else ratio)
        if not is_plain(leaf.rule) or answers[score_input(plan, leaf).name]:
            row += 1
            kinds = "、".join(leaf.proofs)
            answers |= evidence_row(row, leaf.label, f"{leaf.label}证明材料{kinds}")
    return answers


def evidence_row(row: int, indicator: str, name: str, *also: str) -> dict[str, Value]:
    """One row of the evidence table, counted from 1; an empty text leaves its cell blank.

    ``also`` are the other indicators that it proves.
    """
    filled = {"indicator": indicator, "name": name}
    filled |= {f"also_{place}": other for place, other in enumerate(also, start=1)}
    return {row_name(EVIDENCE_TABLE, row, key): value for key, value in filled.items() if value}


def figure(item: InputPlan) -> Value:
    """A good answer to an input of the three-year figures, which grow from year to year."""
    if item.allowed.longest is not None:
        return item.title[: item.allowed.longest]
    # The rows of revenue stand above those of profit.
    return Decimal(60) + Decimal(item.cell.column - item.cell.row) / 4


def score_input(plan: KitPlan, leaf: LeafPlan) -> InputPlan:
    """The input that takes an indicator's score, on the maturity scale its percent."""
    if not is_plain(leaf.rule):
        return answers_of(plan, leaf)[0]
    name = indicator_name("score" if not leaf.banded else "percent", leaf.code)
    return next(item for item in plan.inputs if item.name == name)


def _longest(allowed: Allowed) -> int:
    return allowed.longest or _LONGEST_DRAWN
