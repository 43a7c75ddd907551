"""基本信息: who applies, whom the office may ask, and how large the applicant is."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import groupby

from builder.book.book_plan import InputKind, InputPlan, NamePlan
from builder.book.canvas import Canvas
from builder.book.sheet import ConditionPlan, Merge, SheetPlan, ValidationPlan
from builder.book.style import Style
from builder.formula.expression import Area, Cell
from builder.frozen import frozen
from builder.kit.applicant_fields import input_names
from builder.kit.applicant_validations import allowed, validation, year_validation
from builder.kit.field_status import (
    CHECK_FAILED,
    INCOMPLETE,
    MALFORMED,
    UNFILLED,
    field_status,
    year_heading,
    year_status,
)
from builder.kit.kit_plan import FieldPlan
from builder.kit.sheet_names import APPLICANT
from builder.kit.status import one_of
from builder.model.office import YEARS, ApplicantField, FieldKind

# The caption, the answer, what to write over two columns, how far it is; figures of three years
# take the answer's column and the two beside it, so that no answer lies under a merge.
_WIDTHS = (23.0, 31.0, 20.0, 20.0, 11.0)
_ANSWER, _HINT, _LAST_HINT, _STATUS = 2, 3, 4, 5
_HEADINGS = ("项目", "填写内容", "填写说明", "状态")
_GUIDE = "请在黄色单元格中填写，内容应与申报材料一致。带 * 的为必填；“状态”随填写自动变化。"
_YEAR_PROMPT = "申报当年的四位年份；下表各年由它推算。"
_YEAR_HINT = "申报当年的四位年份。"
_YEAR_TITLE = "申报年度"
_YEAR_PRINTED = "由主办单位填定。"
_HEIGHT = 25.0
YEAR = "applicant_year"


@frozen
class ApplicantPlan:
    """The sheet, its inputs in reading order, its fields, and the name of what says who applies.

    ``names`` are those beside the inputs' own: the year of application where it is printed;
    ``year`` is the cell that holds it either way.
    """

    sheet: SheetPlan
    inputs: tuple[InputPlan, ...]
    fields: tuple[FieldPlan, ...]
    names: tuple[NamePlan, ...]
    applicant: str
    year: Cell

    @property
    def named_year(self) -> Area:
        """The year of application as formulas call it by its name."""
        return Area(self.year.sheet, self.year.column, self.year.row, self.year.row, YEAR)


@dataclass(kw_only=True)
class _Form:
    canvas: Canvas
    industries: Area
    year: Cell
    row: int
    inputs: list[InputPlan] = field(default_factory=list)
    fields: list[FieldPlan] = field(default_factory=list)
    validations: list[ValidationPlan] = field(default_factory=list)


def plan_applicant(
    title: str, asked: tuple[ApplicantField, ...], year: int | None, industries: Area
) -> ApplicantPlan:
    """The form of the applicant.

    ``asked`` are its fields in order, ``year`` the year of application where the office gives it,
    ``industries`` the cells that hold the sections an industry is chosen from.
    """
    canvas = Canvas(APPLICANT, _WIDTHS)
    canvas.title(f"{title}　基本信息")
    canvas.fit(1, ((title, sum(_WIDTHS) / 2),), least=36)
    canvas.line(2, Style.GUIDE, _GUIDE)
    for place, heading in zip((1, _ANSWER, _HINT, _STATUS), _HEADINGS, strict=True):
        last = _LAST_HINT if place == _HINT else place
        canvas.span(Merge.across(3, place, last), Style.HEADER, heading)
    canvas.fit(3, (), least=24)
    form = _Form(canvas=canvas, industries=industries, year=canvas.cell(4, _ANSWER), row=4)
    _year(form, year, timed=any(one.kind is FieldKind.YEARS for one in asked))
    for group, members in groupby(asked, key=lambda one: one.group):
        if group:
            canvas.line(form.row, Style.SUBTOTAL, group)
            canvas.fit(form.row, (), least=22)
            form.row += 1
        _group(form, tuple(members))
    return ApplicantPlan(
        sheet=_sheet(form),
        inputs=tuple(form.inputs),
        fields=tuple(form.fields),
        names=() if year is None else (NamePlan.of(YEAR, form.year),),
        applicant=input_names(asked[0])[0],
        year=form.year,
    )


def _year(form: _Form, year: int | None, *, timed: bool) -> None:
    hint = _YEAR_PROMPT if timed else _YEAR_HINT
    if year is not None:
        _label(form, _YEAR_TITLE, _YEAR_PRINTED, required=False)
        form.canvas.put(form.row, _ANSWER, Style.COMPUTED_POINTS, Decimal(year))
        form.canvas.put(form.row, _STATUS, Style.STATUS, "已定")
        form.row += 1
        return
    _label(form, _YEAR_TITLE, hint, required=True)
    cell = form.canvas.put(form.row, _ANSWER, Style.INPUT_POINTS)
    form.validations.append(year_validation(cell, _YEAR_TITLE, hint))
    kind, accepted = InputKind.FIELD, allowed(None)
    form.inputs.append(
        InputPlan(name=YEAR, kind=kind, cell=cell, title=_YEAR_TITLE, allowed=accepted)
    )
    status = form.canvas.compute(form.row, _STATUS, Style.STATUS, year_status(cell))
    form.fields.append(
        FieldPlan(title=_YEAR_TITLE, kind=None, required=True, inputs=(cell,), status=status)
    )
    form.row += 1


def _group(form: _Form, members: tuple[ApplicantField, ...]) -> None:
    for timed, run in groupby(members, key=lambda one: one.kind is FieldKind.YEARS):
        together = tuple(run)
        if timed:
            _year_headings(form)
        for one in together:
            _field(form, one)
        hints = "".join(f"{one.caption}：{one.prompt}" for one in together if one.prompt)
        if timed and hints:
            form.canvas.line(form.row, Style.NOTE, hints)
            form.row += 1


def _year_headings(form: _Form) -> None:
    canvas, row = form.canvas, form.row
    canvas.put(row, 1, Style.HEADER, "指标")
    for place in range(YEARS):
        heading = year_heading(form.year, YEARS - place)
        canvas.compute(row, _ANSWER + place, Style.HEADER, heading)
    canvas.put(row, _STATUS, Style.HEADER, "状态")
    canvas.fit(row, (), least=22)
    form.row += 1


def _field(form: _Form, asked: ApplicantField) -> None:
    style = _INPUT_STYLES.get(asked.kind, Style.INPUT_TEXT)
    hint = None if asked.kind is FieldKind.YEARS else asked.prompt
    _label(form, asked.caption, hint, required=asked.required)
    count = len(input_names(asked))
    cells = tuple(form.canvas.put(form.row, _ANSWER + place, style) for place in range(count))
    titles: tuple[str, ...] = (asked.caption,)
    if asked.kind is FieldKind.YEARS:
        titles = tuple(f"{asked.caption}　申报前第{back}年" for back in range(YEARS, 0, -1))
    kind = InputKind.TEXT if asked.kind is FieldKind.TEXT else InputKind.FIELD
    form.inputs += (
        InputPlan(name=name, kind=kind, cell=cell, title=title, allowed=allowed(asked))
        for name, title, cell in zip(input_names(asked), titles, cells, strict=True)
    )
    form.validations.append(validation(asked, cells))
    rule = field_status(asked, cells, form.industries)
    status = form.canvas.compute(form.row, _STATUS, Style.STATUS, rule)
    if style is Style.INPUT_TEXT:
        form.canvas.let_grow(form.row)
    form.fields.append(
        FieldPlan(
            title=asked.caption,
            kind=asked.kind,
            required=asked.required,
            inputs=cells,
            status=status,
        )
    )
    form.row += 1


def _label(form: _Form, caption: str, hint: str | None, *, required: bool) -> None:
    """The caption, and what to write beside the answer; ``None`` leaves that to more answers."""
    marked = f"* {caption}" if required else caption
    form.canvas.put(form.row, 1, Style.LABEL, marked)
    texts = [(marked, _WIDTHS[0])]
    if hint is not None:
        form.canvas.span(Merge.across(form.row, _HINT, _LAST_HINT), Style.NOTE, hint)
        texts.append((hint, sum(_WIDTHS[_HINT - 1 : _LAST_HINT])))
    form.canvas.fit(form.row, tuple(texts), least=_HEIGHT)


def _sheet(form: _Form) -> SheetPlan:
    return replace(
        form.canvas.sheet,
        validations=tuple(form.validations),
        conditions=tuple(_colours(form)),
        head_rows=3,
        tab_style=Style.INPUT_POINTS,
    )


def _colours(form: _Form) -> Iterator[ConditionPlan]:
    first = form.fields[0].status
    states = Merge.each(one.status for one in form.fields)
    words = (((MALFORMED, CHECK_FAILED), Style.ALERT), ((UNFILLED, INCOMPLETE), Style.PENDING))
    for told, style in words:
        yield ConditionPlan(rule=one_of(first, told), cells=states, style=style)


_INPUT_STYLES = {
    FieldKind.NUMBER: Style.INPUT_POINTS,
    FieldKind.YEARS: Style.INPUT_POINTS,
    FieldKind.OPTION: Style.INPUT_OPTION,
    FieldKind.INDUSTRY: Style.INPUT_OPTION,
}
