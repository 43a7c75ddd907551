"""基本信息 of an old kit in a new one; figures of years move with the years."""

from collections.abc import Iterator
from decimal import Decimal

from builder.book.book_plan import InputPlan
from builder.kit.applicant_sheet import YEAR
from builder.model.office import YEARS, FieldKind
from builder.model.returned import ReturnedCell
from builder.pipeline.carry.editions import Editions
from builder.pipeline.carry.move import Move, left, put
from builder.pipeline.list_values import RejectedError, answer_of

_NO_FIELD = "新的基本信息不问这一项"


def carry_basics(editions: Editions, answers: dict[str, ReturnedCell]) -> Iterator[Move]:
    """What became of the answers of 基本信息, ``answers`` by the names of their inputs."""
    kinds = {cell: field.kind for field in editions.plan.fields for cell in field.inputs}
    titles: dict[str, list[InputPlan]] = {}
    for item in editions.plan.inputs:
        if item.cell in kinds:
            titles.setdefault(item.title, []).append(item)
    for name, cell in answers.items():
        _, item = editions.held.pristine.numbered[name]
        if name == YEAR:
            yield _year(editions, item, cell)
            continue
        place = _year_place(editions, item)
        if place:
            yield _figure(editions, item, cell, place)
            continue
        same = titles.get(item.title, [])
        target = editions.inputs.get(name) or (same[0] if len(same) == 1 else None)
        if target is None or target.cell not in kinds:
            yield left(item, cell.value, _NO_FIELD)
        else:
            yield _checked(item, cell, target, kinds[target.cell])


def _checked(
    item: InputPlan, cell: ReturnedCell, target: InputPlan, kind: FieldKind | None
) -> Move:
    """An answer in a field that may take something else now."""
    if target.allowed != item.allowed:
        try:
            answer_of(target, cell, kind)
        except RejectedError as problem:
            return left(item, cell.value, f"新的“{target.title}”不接受：{problem}")
    changed = "" if target.title == item.title else f"这一项现在叫“{target.title}”"
    return put(item, cell.value, target, changed)


def _year(editions: Editions, item: InputPlan, cell: ReturnedCell) -> Move:
    target, year = editions.inputs.get(YEAR), editions.new_year
    if target is None:
        return left(item, cell.value, "申报年度由主办单位填定")
    if year is None and not editions.wish.amended:
        return left(item, cell.value, "看不出是哪一年，请重新填写")
    if year is None or year == editions.old_year:
        return put(item, cell.value, target)
    return put(item, Decimal(year), target, f"改为 {year}，请核对")


def _year_place(editions: Editions, item: InputPlan) -> int:
    """Which of three years an input asks for, 0 for one that asks for none."""
    fields = (one for one in editions.held.plan.fields if one.kind is FieldKind.YEARS)
    found = (one.inputs.index(item.cell) + 1 for one in fields if item.cell in one.inputs)
    return next(found, 0)


def _figure(editions: Editions, item: InputPlan, cell: ReturnedCell, place: int) -> Move:
    later = place - editions.shift
    stem = item.name.rpartition("_")[0]
    target = editions.inputs.get(f"{stem}_{later}")
    if f"{stem}_{place}" not in editions.inputs:
        return left(item, cell.value, _NO_FIELD)
    if target is None or not 1 <= later <= YEARS:
        return left(item, cell.value, "这一年不在新的三个年度之内")
    return put(item, cell.value, target, unsure_year(editions))


def unsure_year(editions: Editions) -> str:
    """Why the year of a figure should be looked at; empty where it is known."""
    known = (
        editions.is_same
        or editions.wish.amended
        or (editions.old_year is not None and editions.new_year is not None)
    )
    return "" if known else "旧表没有写申报年度，按晚一年移动，请核对年份"
