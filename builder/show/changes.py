"""What changed between two editions, for the terminal and as JSON."""

from collections.abc import Iterable, Iterator

from builder.editions.change import Change
from builder.editions.comparison import Compared, Comparison
from builder.editions.wording import Edit, Run
from builder.letters.changes import relation_words, shortened, side, summary_lines
from builder.model.points import effective_points
from builder.model.scheme import Scheme
from builder.show.plain import Json, decimal_text, picked

_MARKS = {Edit.KEPT: ("", ""), Edit.DELETED: ("[-", "-]"), Edit.INSERTED: ("{+", "+}")}


def change_lines(comparison: Comparison) -> Iterator[str]:
    """The lines a terminal shows: how much changed, then everything that did."""
    old, new = comparison.old, comparison.new
    yield f"原：{old.title}　{old.edition}"
    yield f"新：{new.title}　{new.edition}"
    yield from summary_lines(comparison)
    yield "[-删去的-]，{+新增的+}。"
    for one in comparison.differing:
        yield ""
        before, after = _line(side(one.match.old, old)), _line(side(one.match.new, new))
        headings = " → ".join(dict.fromkeys(filter(None, (before, after))))
        yield f"{headings}　【{relation_words(one)}】"
        yield from (f"    {_told(change)}" for change in one.changes)
    for change in comparison.others:
        yield ""
        yield f"{change.aspect.label}　{change.name}　【{change.word}】"
        yield f"    {_text(change)}"


def _line(text: str) -> str:
    return "；".join(text.split("\n"))


def _told(change: Change) -> str:
    named = f"{change.aspect.label}　{change.name}".strip()
    return f"{named}：{_text(change)}"


def _text(change: Change) -> str:
    runs = change.runs or (
        Run(edit=Edit.DELETED, text=change.old),
        Run(edit=Edit.INSERTED, text=change.new),
    )
    return "".join(
        f"{_MARKS[run.edit][0]}{run.text}{_MARKS[run.edit][1]}" for run in shortened(runs)
    )


def changes_json(comparison: Comparison) -> Json:
    """Everything that was compared, what stayed the same too."""
    return {
        "old": _scheme(comparison.old),
        "new": _scheme(comparison.new),
        "indicators": [_compared(one, comparison) for one in comparison.indicators],
        "others": [_change(one) for one in comparison.others],
    }


def _scheme(scheme: Scheme) -> Json:
    return {**picked(scheme, "id", "title", "award", "edition", "source")}


def _compared(one: Compared, comparison: Comparison) -> Json:
    match = one.match
    sides = ((match.old, comparison.old), (match.new, comparison.new))
    old, new = (
        [
            {
                **picked(node, "code", "number", "name"),
                "points": decimal_text(effective_points(scheme, node)),
            }
            for node in nodes
        ]
        for nodes, scheme in sides
    )
    return {
        "relation": match.relation.value,
        "old": [*old],
        "new": [*new],
        "doubt": match.doubt,
        "percent": match.percent,
        "changes": [_change(change) for change in one.changes],
    }


def _change(change: Change) -> Json:
    return {
        "aspect": change.aspect.value,
        **picked(change, "name", "old", "new"),
        "runs": _runs(change.runs),
    }


def _runs(runs: Iterable[Run]) -> Json:
    return [{"edit": run.edit.value, "text": run.text} for run in runs]
