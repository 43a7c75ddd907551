"""Every cell that takes an answer, as JSON and as a table."""

from builder.book.book_plan import Allowed, BookPlan, InputPlan
from builder.formula.address import cell_address
from builder.show.plain import Json, decimal_text, picked


def inputs_json(plan: BookPlan) -> list[Json]:
    """The inputs in the order a person reaches them; a table's rows share the table's name."""
    return [_input(item) for item in plan.inputs]


def _input(item: InputPlan) -> dict[str, Json]:
    return {
        **picked(item, "name", "table"),
        "sheet": item.cell.sheet,
        "cell": cell_address(item.cell.row, item.cell.column),
        **picked(item, "indicator", "kind", "title"),
        "allowed": _allowed(item.allowed),
    }


def _allowed(allowed: Allowed) -> dict[str, Json]:
    if allowed.options:
        return {"list": list(allowed.options)}
    if allowed.longest is not None:
        return picked(allowed, "longest")
    return {
        "minimum": decimal_text(allowed.low),
        "maximum": decimal_text(allowed.high),
        "step": decimal_text(allowed.step),
    }


def input_lines(plan: BookPlan) -> list[str]:
    """One line an input: where it is, what it is called, what it accepts."""
    return [
        f"{item.cell.sheet}!{cell_address(item.cell.row, item.cell.column)}\t{item.name}\t"
        f"{item.title}\t{_words(item.allowed)}"
        for item in plan.inputs
    ]


def _words(allowed: Allowed) -> str:
    if allowed.options:
        return f"从 {len(allowed.options)} 项中选择"
    if allowed.longest is not None:
        return f"文字，不超过 {allowed.longest} 字"
    step = "" if allowed.step is None else f"步长 {decimal_text(allowed.step)}"
    return "，".join(filter(None, (allowed.span, step))) or "数字"
