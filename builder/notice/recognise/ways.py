"""How single indicators are scored: options, thresholds, counted cases, each asked about."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from builder.frozen import frozen
from builder.load.across import read_down
from builder.load.amounts import is_worth, range_of
from builder.load.leaf_rules import split_worth
from builder.load.problems import Problems
from builder.load.rule_tables import holds_points, table_of_options
from builder.load.sentences import certain_way, points_in
from builder.load.spans import read_span
from builder.load.wording import split_criterion_points, split_label
from builder.model.leaf_rules import Way
from builder.model.official import DescriptorRow, DescriptorTable, Position
from builder.notice.question import Question
from builder.notice.recognise.amounts import written
from builder.notice.recognise.columns import SHARE
from builder.notice.recognise.labels import NOTE, squeezed
from builder.notice.recognise.node import Entry, Grid, Node, Role
from builder.notice.recognise.option_lines import is_option
from builder.notice.recognise.work import Work

_DIRECT, _ONE_BY_ONE, _ADDED_UP = "直接打分", "逐条评分", "各项相加"
_LATER = "以后再定"
_PICK, _MANY, _GRADED, _LINE = "择一", "多选", "分档", "插值"
_OFF, _ON, _LEVELS = "扣分", "加分", "分级"
_IN_WORDS = (_PICK, _MANY, _OFF, _ON, _DIRECT)
_PART = re.compile(r"[（(]\d{1,2}[)）].*[（(]\d+(?:\.\d+)?分[)）][。；;]?$")
_FIGURE = re.compile(r"([A-Z])\s*[:：]")
_EXACT = re.compile(r"[-−]?\d+(?:\.\d+)?%?")
_UNIT = re.compile(r"\d\s*(%|次|项|件|个|人|家|万元|亿元|元|天|年|吨|分钟|小时)")
_FEWEST = 2
_PAIR = 2


@frozen
class _Way:
    """A way of scoring, why it is thought to be meant, and the unit of what is measured.

    ``others`` are what it may be instead, where nobody can be sure; ``shares`` is what each grade
    is of the full score, as a scheme writes it.
    """

    name: str
    why: str
    unit: str = ""
    shares: str = ""
    others: tuple[str, ...] = ()


def find_ways(work: Work) -> None:
    """Ask of every indicator whose text says how it is scored, and then of those that do not."""
    if work.head.scale != "direct":
        return
    found = False
    silent: list[Node] = []
    many: list[Node] = []
    spoken = dict(_spoken(work))
    options: set[Node] = set()
    for node in work.walk:
        if node.role is not Role.INDICATOR or node.points is None or node in options:
            continue
        below = frozenset(node.children)
        if below and not _as_options(work, node):
            continue
        options |= below
        way = None if node.way else _way(node)
        if way is not None and way.name == _DIRECT:
            spoken[node] = way.why
        elif way is not None:
            _ask(work, node, way)
        elif not node.way:
            (many if _in_parts(node) else silent).append(node)
        found = found or node.way not in ([], [f"计分={_DIRECT}"])
    _ask_spoken(work, spoken)
    if found:
        for node in many:
            _ask(work, node, _Way(name=_MANY, why="各条都印有分值"), other=_ONE_BY_ONE)
        _ask_rest(work, silent)


def _spoken(work: Work) -> Iterator[tuple[Node, str]]:
    """What the sentences of indicators say whose criteria alone have points."""
    for node in work.walk:
        bare = node.role is Role.INDICATOR and node.points is None and not node.way
        way = _in_sentences(node) if bare and node.criteria_scored else None
        if way is not None:
            yield node, way.why


def _way(node: Node) -> _Way | None:
    grids = [one for one in node.contents if isinstance(one, Grid)]
    for grid in grids:
        way = _of_grid(node, grid)
        if way is not None:
            return way
    options = [one for one in node.entries if is_option(one.text)]
    if len(options) >= _FEWEST:
        return _Way(name=_PICK, why="列出了几个选项的分值")
    return _in_sentences(node)


def _in_sentences(node: Node) -> _Way | None:
    """What sentences say of points: piece by piece, as options, or only as help in scoring."""
    lines = [split_label(one.text) for one in node.entries if not one.note]
    texts = [text for _, text in lines]
    scored = [split_criterion_points(text).points for text in texts]
    said = points_in(texts, scored, node.points)
    if not said:
        return None
    whole = node.points if all(one is None for one in scored) else None
    certain = None if whole is None else certain_way(lines, whole)
    worth = [pair[1] for at in said if (pair := split_worth(texts[at], node.points))]
    each = len(worth) == len(said) >= _FEWEST and whole is not None
    proposal = _DIRECT
    if certain is not None:
        proposal = _OFF if certain is Way.DEDUCTED else _ON
    elif each and sum(worth, Decimal(0)) == node.points:
        proposal = _MANY
    elif each and max(worth) == node.points:
        proposal = _PICK
    words = "、".join(dict.fromkeys(word for found in said.values() for word in found))
    return _Way(name=proposal, why=f"正文里写着“{words}”", others=_IN_WORDS)


def _of_grid(node: Node, grid: Grid) -> _Way | None:
    rows = [tuple(cell.replace("<br>", " ") for cell in row) for row in grid.rows]
    if shares := _shares(rows[0]):
        return _Way(name=_LEVELS, why="各级印着系数", shares=shares)
    head, *body = read_down(rows)
    if len(body) < _FEWEST or len(head) < _PAIR:
        return None
    for word, way in (("扣分", _OFF), ("加分", _ON)):
        if any(word in squeezed(cell) for cell in head[1:]):
            return _Way(name=way, why=f"表头有“{word}”")
    table = _table_of(rows)
    if not holds_points(table, node.points):
        return None
    ordered = table_of_options((table,), Problems(path=""))
    if ordered is None or not all(is_worth(row.cells[-1]) for row in ordered.rows):
        return None
    firsts = [squeezed(row.cells[0]) for row in ordered.rows]
    found = next((match[1] for one in firsts if (match := _UNIT.search(one))), "")
    if any(range_of(row.cells[-1]) for row in ordered.rows):
        return _Way(name=_PICK, why="表里是几种情形和各自的分值")
    if all(_EXACT.fullmatch(one) for one in firsts):
        return _Way(name=_LINE, why="表里是几个数和各自的分值", unit=found)
    if all(read_span(one, found, Decimal(0)) for one in firsts):
        return _Way(name=_GRADED, why="表里是几段数和各自的分值", unit=found)
    return _Way(name=_PICK, why="表里是几种情形和各自的分值")


def _shares(names: Sequence[str]) -> str:
    """What each grade is of the full score, from the least, where every column prints it."""
    found = [SHARE.fullmatch(squeezed(name)) for name in names]
    graded = [(Decimal(one["share"]), one["name"]) for one in found if one]
    if len(graded) != len(names) or len(graded) <= _PAIR or max(graded)[0] != 1:
        return ""
    return "/".join(f"{name}{written(share)}" for share, name in sorted(graded))


def _table_of(rows: Sequence[tuple[str, ...]]) -> DescriptorTable:
    """The rows as a scheme would have them."""
    where = Position(path="", line=0, column=0)
    body = tuple(DescriptorRow(cells=row, position=where) for row in rows[1:])
    return DescriptorTable(header=rows[0], rows=body, position=where)


def _in_parts(node: Node) -> bool:
    parts = [one for one in node.entries if not one.note and _PART.match(one.text)]
    return len(parts) >= _FEWEST


def _as_options(work: Work, node: Node) -> bool:
    """Whether the headings beneath are options of one question: a person says so."""
    below = node.children
    points = [one.points for one in below]
    alike = all(not one.children and not one.contents for one in below)
    known = [one for one in points if one is not None]
    if not (alike and len(known) == len(below) >= _FEWEST):
        return False
    if max(known) != node.points or sum(known, Decimal(0)) <= max(known):
        return False
    if not _ask(work, node, _Way(name=_PICK, why="下面各项的最高分就是本项分值"), other=_ADDED_UP):
        return False
    for one in below:
        text = f"{one.label}{one.name}（{written(one.points or Decimal(0))}分）"
        node.contents.append(Entry(text=text, lines=one.lines, as_it_is=True))
        work.guess(one.lines, f"“{node.title}”的选项", "下面各项是选项")
    node.children = []
    return True


def _ask(work: Work, node: Node, way: _Way, other: str = _DIRECT) -> bool:
    """Ask whether an indicator is scored that way; take it so where it is."""
    asked = f"像是“{way.name}”。这样计分，还是{other}？" if not way.others else "怎样计分？"
    # Grades of the same names are of one table, and asked about once.
    called = f"“{node.title}”" if not way.shares else f"各级是“{way.shares}”的各项"
    answer = work.ask(
        Question(
            key=f"way:{way.shares or squeezed(node.title)}",
            subject=f"{called}怎样计分",
            words=f"{called}：{way.why}，{asked}",
            proposal=way.name,
            place=node.place,
            options=tuple(dict.fromkeys((way.name, *(way.others or (other,))))),
        )
    )
    if answer == _DIRECT:
        node.way = [f"计分={_DIRECT}"]
    if answer in (_DIRECT, _ONE_BY_ONE, _ADDED_UP):
        return False
    said = f"分级={way.shares}" if answer == _LEVELS else f"计分={answer}"
    node.way = [said, *([f"单位={way.unit}"] if way.unit else [])]
    figures = [found[1] for one in node.entries if (found := _FIGURE.match(one.text))]
    if figures:
        node.way.append(f'算式="{_formula(work, node, figures)}"')
    for one in node.entries:
        if _FIGURE.match(one.text):
            one.text = f"- {one.text}"
        # What leads to options is one of the criteria, as long as it is not called a note.
        one.note = NOTE.match(one.text) is not None
        one.as_it_is = not one.note
    return True


def _formula(work: Work, node: Node, figures: list[str]) -> str:
    """The formula by which the figure comes of those it is worked out from."""
    a_rate = len(figures) == _PAIR and "率" in node.name
    usual = "/".join(figures) if a_rate else f"({'+'.join(figures)})/{len(figures)}"
    return work.ask(
        Question(
            key=f"formula:{squeezed(node.title)}",
            subject=f"“{node.title}”的算式",
            words=f"“{node.title}”由 {'、'.join(figures)} 算出，通知没有写成算式。怎样算？",
            proposal=usual,
            place=node.place,
        )
    )


def _ask_spoken(work: Work, spoken: dict[Node, str]) -> None:
    """Ask once about all whose sentences name points that only a person can weigh."""
    if not spoken:
        return
    named = "；".join(f"“{squeezed(node.title)}”{why}" for node, why in spoken.items())
    answer = work.ask(
        Question(
            key=f"spoken:{'、'.join(squeezed(node.title) for node in spoken)}",
            subject="正文里写着分值的各项",
            words=f"{named}。由评审人员照着正文直接打分吗？"
            "（有的要择一、多选、加分或扣分的，选“以后再定”，写成方案以后 lint 逐项指出怎样写）",
            proposal=_DIRECT,
            place=next(iter(spoken)).place,
            options=(_DIRECT, _LATER),
        )
    )
    for node in spoken if answer == _DIRECT else ():
        node.way = [f"计分={_DIRECT}"]


def _ask_rest(work: Work, silent: list[Node]) -> None:
    """Ask once about all that say nothing of how they are scored, beside others that do."""
    if not silent:
        return
    named = "、".join(f"“{squeezed(node.title)}”" for node in silent)
    work.ask(
        Question(
            key=f"ways:{named}",
            subject="没有写怎样计分的各项",
            words=f"通知没有写这几项怎样计分：{named}。按分值直接打分吗？"
            "（分级、是否达到的，写成方案以后在标题后加“分级”“计分=是否”）",
            proposal=_DIRECT,
            place=silent[0].place,
            options=(_DIRECT, _LATER),
        )
    )
