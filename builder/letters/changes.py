"""变化对照表 as data: the indicators of two editions side by side, and what else changed."""

from collections import Counter
from collections.abc import Iterable, Iterator

from builder.editions.change import Aspect, Change
from builder.editions.comparison import Compared, Comparison
from builder.editions.match import Match, Relation
from builder.editions.texts import asked_lines
from builder.editions.wording import Edit, Run
from builder.frozen import frozen
from builder.kit.printed_text import UNHOLDABLE, heading_text
from builder.model.office import Office
from builder.model.official import Indicator
from builder.model.points import effective_points
from builder.model.scheme import Scheme

_UNNAMED_OFFICE = "（主办单位）"
_NOTHING = "—"
# Stretches that did not change are shown to so many characters on each side of a change.
_AROUND = 24
# What a heading beside it says already.
_IN_HEADINGS = (Aspect.NUMBER, Aspect.NAME)


@frozen
class ChangeLine:
    """One change: what of it, and its text with what was deleted and inserted."""

    label: str
    runs: tuple[Run, ...]


@frozen
class ChangeRow:
    """One line of the table: the heading in the old and in the new edition, and what changed."""

    old: str
    new: str
    words: str
    lines: tuple[ChangeLine, ...]


@frozen
class ChangesPlan:
    """The whole table; every text can stand in a Word file."""

    award: str
    old: tuple[str, ...]
    new: tuple[str, ...]
    summary: tuple[str, ...]
    rows: tuple[ChangeRow, ...]
    others: tuple[ChangeRow, ...]
    office: str


def plan_changes(comparison: Comparison, office: Office) -> ChangesPlan:
    """The table of what changed; what stayed the same is only counted."""
    old, new = comparison.old, comparison.new
    return ChangesPlan(
        award=_held(new.award),
        old=_described(old),
        new=_described(new),
        summary=summary_lines(comparison),
        rows=tuple(_row(one, old, new) for one in comparison.differing),
        others=tuple(map(_other, comparison.others)),
        office=_held(office.name) or _UNNAMED_OFFICE,
    )


def summary_lines(comparison: Comparison) -> tuple[str, ...]:
    """How many indicators became what, and how many other things changed."""
    counts = Counter(match.relation for match in comparison.matching.matches)
    same = sum(not one.is_different for one in comparison.indicators)
    aspects = Counter(
        change.aspect
        for one in comparison.differing
        if one.match.relation is Relation.ONE
        for change in one.changes
    )
    parts = [f"没有变化 {same} 项"]
    changed = counts[Relation.ONE] - same
    if changed:
        told = "、".join(
            f"{aspect.label} {aspects[aspect]}" for aspect in Aspect if aspects[aspect]
        )
        parts.append(f"有变化 {changed} 项（{told}）")
    rest = (Relation.SPLIT, Relation.MERGED, Relation.NEW, Relation.DROPPED)
    parts += (f"{one.label} {counts[one]} 项" for one in rest if counts[one])
    before, after = (sum(1 for _ in one.walk) for one in (comparison.old, comparison.new))
    lines = [f"指标由 {before} 项变为 {after} 项：{'，'.join(parts)}。"]
    if comparison.others:
        others = Counter(change.aspect for change in comparison.others)
        told = "、".join(
            f"{aspect.label} {others[aspect]} 处" for aspect in Aspect if others[aspect]
        )
        lines.append(f"指标以外的变化：{told}。")
    if comparison.doubtful:
        lines.append(
            f"有 {len(comparison.doubtful)} 项的对应拿不准，已注明“待核”，请核对后再印发。"
        )
    return tuple(lines)


def relation_words(one: Compared) -> str:
    """What became of an indicator, in a few words."""
    match = one.match
    if match.relation is not Relation.ONE:
        words = match.relation.label
    else:
        words = "、".join(dict.fromkeys(change.aspect.label for change in one.changes)) or "不变"
    return f"{words}（待核：{match.doubt}）" if match.doubt else words


def side(nodes: Iterable[Indicator], scheme: Scheme) -> str:
    """The headings of one side of a match as the notice prints them."""
    headings = (
        heading_text(node.number, node.name, effective_points(scheme, node)) for node in nodes
    )
    return "\n".join(headings)


def _described(scheme: Scheme) -> tuple[str, ...]:
    return tuple(map(_held, (scheme.title, scheme.edition, scheme.source)))


def _row(one: Compared, old: Scheme, new: Scheme) -> ChangeRow:
    match = one.match
    return ChangeRow(
        old=_held(side(match.old, old)) or _NOTHING,
        new=_held(side(match.new, new)) or _NOTHING,
        words=_held(relation_words(one)),
        lines=tuple(_lines(one, match)),
    )


def _lines(one: Compared, match: Match) -> Iterator[ChangeLine]:
    for change in one.changes:
        if change.aspect not in _IN_HEADINGS:
            yield _line(change)
    if match.relation is Relation.NEW:
        yield from _whole(match.new, Edit.INSERTED)
    elif match.relation is Relation.DROPPED:
        yield from _whole(match.old, Edit.DELETED)


def _whole(nodes: Iterable[Indicator], edit: Edit) -> Iterator[ChangeLine]:
    """The wording of what is only in one of the editions."""
    text = "\n".join(line for node in nodes for line in asked_lines(node))
    if text:
        yield ChangeLine(label=Aspect.WORDING.label, runs=(Run(edit=edit, text=_held(text)),))


def _other(change: Change) -> ChangeRow:
    return ChangeRow(
        old="",
        new=_held(f"{change.aspect.label}　{change.name}".strip()),
        words=change.word,
        lines=(_line(change, label=""),),
    )


def _line(change: Change, label: str | None = None) -> ChangeLine:
    named = f"{change.aspect.label}　{change.name}".strip() if label is None else label
    runs = change.runs or (
        Run(edit=Edit.DELETED, text=change.old),
        Run(edit=Edit.INSERTED, text=change.new),
    )
    return ChangeLine(label=_held(named), runs=tuple(shortened(runs)))


def shortened(runs: Iterable[Run]) -> Iterator[Run]:
    """The runs with the middle of long stretches that did not change left out."""
    for run in runs:
        text = run.text
        if run.edit is Edit.KEPT and len(text) > 2 * _AROUND + 4:
            text = f"{text[:_AROUND]}……{text[-_AROUND:]}"
        if text:
            yield Run(edit=run.edit, text=_held(text))


def _held(text: str) -> str:
    """The text without what Word cannot hold."""
    return UNHOLDABLE.sub("□", text)
