"""Numbers and texts that read otherwise than they are, by the format of their cells."""

from collections.abc import Iterator
from decimal import Decimal

from builder.book.number_format import NumberFormat, read_as, written
from builder.findings.finding import Finding
from builder.formula.value import ErrorValue, Value
from builder.kit.kit_plan import KitPlan, ScoredPlan
from builder.model.returned_looks import Colour
from builder.verify.held import Held
from builder.verify.legible import Formats, hides_number, is_pale, replaces_text
from builder.verify.quoting import brief
from builder.verify.seen_sheets import Seen, seen_sheets
from builder.verify.sight import Place

# As much as one decimal rounds off, and a little more.
_ROUNDED_OFF = Decimal("0.0501")
# Numbers of days of past centuries and of this one; a score is none of them.
_DAYS = 30_000
# What may be written beside points: any other words say something of them.
_UNITS = ("", "分", "¥", "￥", "$")


def check_number_formats(held: Held[ScoredPlan]) -> Iterator[Finding]:
    """One finding for all cells of a sheet that hide what they hold in the same way."""
    formats = Formats(held.workbook.looks)
    misleading = formats.misleading
    for seen in seen_sheets(held.pristine.sights, held.alignment):
        told = dict.fromkeys(_rounded(held, seen, formats), True)
        if misleading:
            told |= dict(_hidden(held, seen, formats, misleading))
        groups: dict[tuple[bool, NumberFormat], list[Place]] = {}
        for place in sorted(told):
            style = held.alignment.returned(seen.cell(place)).style
            groups.setdefault((place in seen.sight.weighty, formats[style]), []).append(place)
        for (weighty, form), places in groups.items():
            cell = seen.cell(places[0])
            value = held.read(cell)
            yield held.finding(
                "QA476" if weighty else "QA477",
                cell,
                indicator=held.indicator(cell),
                expected=brief(value),
                actual=_seen(form, value, formats.ground(held.alignment.returned(cell).style)),
                count=str(len(places)),
            )


def _rounded(held: Held[ScoredPlan], seen: Seen, formats: Formats) -> Iterator[Place]:
    """The places of points shown as days or percents, without their decimals, or beside words."""
    places = seen.sight.points
    year = held.plan.year if isinstance(held.plan, KitPlan) else None
    contents = seen.alignment.contents(seen.sight.name, places)
    for place, cell in zip(places, contents, strict=True):
        form = formats[cell.style]
        if form.plain:
            continue
        value = held.read(seen.cell(place))
        if not isinstance(value, Decimal):
            continue
        section = form.of(value)
        number = read_as(section, value)
        if value and place in seen.sight.weighty and section.words not in _UNITS:
            yield place
        elif section.date:
            # A score or a year that became a day is told as none; a figure is a number anyhow.
            as_figure = place not in seen.sight.weighty and seen.cell(place) != year
            if value < _DAYS or as_figure:
                yield place
        elif number is not None and (
            abs(number - value) > _ROUNDED_OFF or (section.percent and value)
        ):
            yield place


def _hidden(
    held: Held[ScoredPlan], seen: Seen, formats: Formats, misleading: frozenset[int]
) -> Iterator[tuple[Place, bool]]:
    """The places where nothing, or something else, is seen of what stands there."""
    odd = [
        place for place, cell in seen.sheet.cells.items() if cell.style in misleading and cell.shows
    ]
    for place in seen.planned(odd) if odd else ():
        style = seen.alignment.returned(seen.cell(place)).style
        if _is_hidden(held.read(seen.cell(place)), style, formats):
            yield place, True


def _is_hidden(value: Value, style: int, formats: Formats) -> bool:
    form = formats[style]
    match value:
        case ErrorValue() | bool() | None | "":
            return False
        case Decimal():
            return hides_number(form.of(value), formats.ground(style))
        case _:
            return replaces_text(form)


def _seen(form: NumberFormat, value: Value, ground: Colour | None) -> str:
    """What a reader sees in place of the value."""
    if isinstance(value, Decimal):
        section = form.of(value)
        text = "日期" if section.date else f"“{written(section, value)}”"
        if section.parted:
            text = "夹着别的符号的数"
        if is_pale(section, ground):
            text = "空白"
    else:
        section = form.for_texts or form.sections[0]
        text = f"“{section.words}”"
    return "空白" if text == "“”" else text
