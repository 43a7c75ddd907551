"""What is chosen before a kit is made: a trade with its own table, or one of several awards."""

import re
from collections.abc import Iterable
from decimal import Decimal

from builder.notice.lines import Line
from builder.notice.question import Question
from builder.notice.recognise.amounts import said_anywhere, split_points, written
from builder.notice.recognise.labels import Mark, squeezed
from builder.notice.recognise.node import Entry, Node
from builder.notice.recognise.work import Work

_ONLY_FOR = re.compile(r"[（(]\s*仅?(?:只)?适用于([^（()）]{1,20})[)）]")
_TRADE = re.compile(r"(?:服务业|行业)$")
_QUOTED = re.compile(r"[“\"]([^”\"]{2,12})[”\"]")
_TABLES = re.compile(r"表\s*\d{1,2}\s*[-—–至到]\s*\d{1,2}")
_AS = re.compile(r"按照?(\d{1,3})\s*分(?:计算|计)")
_SINGLE = re.compile(r"单项")
_FEWEST = 2


def find_trades(work: Work) -> None:
    """Put the tables that only some trades fill in under the indicator that speaks of them."""
    tables = [node for node in work.walk if node.head.mark is Mark.TABLE and node.scored]
    found = [(node, option) for node in tables if (option := _option(node))]
    if len(found) < _FEWEST or len(found) != len(tables):
        return
    _take_captions(work, [node for node, _ in found])
    options = [option for _, option in found]
    home, entry = _home(work)
    answer = work.ask(
        Question(
            key="trades",
            subject="各行业的附表",
            words=f"有 {len(found)} 张表各只用于一个行业：{'、'.join(options)}。"
            f"生成材料时按“行业”来选，不属于这些行业的选“一般行业”，对吗？",
            proposal="按行业选",
            place=found[0][0].lines[0].place,
            options=("按行业选", "全部都填"),
        )
    )
    if answer == "按行业选":
        work.head.choice, work.head.default = "行业", "一般行业"
        work.head.options = ["一般行业", *options]
        for node, option in found:
            node.variant = f"行业={option}"
    if home is None:
        return
    targets = tuple(
        root.title for root in work.walk if root.points is not None and root not in tables
    )
    where = work.ask(
        Question(
            key="trades-under",
            subject="附表归在哪一项下",
            words="这些附表算在哪一项指标之下？",
            proposal=home.title,
            place=entry.lines[0].place if entry else "",
            options=tuple(dict.fromkeys(targets)),
        )
    )
    under = next(node for node in work.walk if node.title == where)
    usual = [*under.children]
    for node, _ in found:
        above = work.parent(node)
        (work.roots if above is None else above.children).remove(node)
        under.children.append(node)
    _compose(work, under, usual, [node for node, _ in found], entry)


def _option(node: Node) -> str:
    """The trade of a table: what it says that it is only for, without the word trade."""
    words = "".join(line.text for child in node.children for line in child.lines)
    found = _ONLY_FOR.search(words) or _ONLY_FOR.search(node.name)
    if found is None:
        return ""
    return _TRADE.sub("", found[1].strip()) or found[1]


def _take_captions(work: Work, nodes: list[Node]) -> None:
    """Where the first level of a table is only its name again, the caption stands for it."""
    for node in nodes:
        if len(node.children) != 1 or node.points is not None:
            continue
        (inner,) = node.children
        node.points, node.children, node.of_table = inner.points, inner.children, True
        texts = [Entry(text=line.text, lines=[line], note=True) for line in _whole(inner)]
        node.contents = [*texts, *node.contents, *inner.contents]
        for entry in texts:
            work.use(entry.lines, f"“{node.title}”的注")
        work.use((line for line in node.raw if isinstance(line, Line)), f"“{node.title}”的注")


def _whole(node: Node) -> list[Line]:
    """The lines of a cell, the last put behind the one before where it holds points alone."""
    lines = [*node.lines]
    if len(lines) > 1 and split_points(lines[-1].text)[0] == "":
        last = lines.pop()
        lines[-1] = Line(id=lines[-1].id, text=lines[-1].text + last.text, place=last.place)
    return lines


def _home(work: Work) -> tuple[Node | None, Entry | None]:
    """The indicator that a note says the tables belong to, and the note."""
    for node in work.walk:
        for line in (one for one in node.raw if isinstance(one, Line)):
            text = line.text
            if not _TABLES.search(text):
                continue
            entry = Entry(text=text, lines=[line], note=True)
            for name in _QUOTED.findall(text):
                for other in work.walk:
                    if squeezed(name) == squeezed(other.name):
                        return other, entry
            return work.parent(node) or node, entry
    return None, None


def _compose(
    work: Work, under: Node, usual: list[Node], tables: list[Node], entry: Entry | None
) -> None:
    """Propose how the points of the tables and of the rest make the whole, if a note says so."""
    if entry is None or under.points is None:
        return
    found = _AS.search(entry.text)
    worth = {node.points for node in tables}
    if found is None or len(worth) != 1 or not work.head.choice:
        return
    share = Decimal(found[1]) / under.points
    (table,) = worth
    if table is None or share * under.points + table != under.points:
        return
    factor = written(share)
    answer = work.ask(
        Question(
            key="composition",
            subject=f"“{under.title}”怎样合成",
            words=f"“{under.title}”在有附表的行业按 {factor} × 通用部分 ＋ 附表计算，对吗？",
            proposal=f"{factor}×通用＋附表",
            place=entry.lines[0].place,
            options=(f"{factor}×通用＋附表", "直接相加"),
        )
    )
    if answer != "直接相加":
        terms = [(factor, [node]) for node in usual] + [("1", tables)]
        work.head.compositions.append((under, entry.text.partition("：")[2] or entry.text, terms))
        work.head.office_terms.append(
            f"有附表的行业，“{under.name}”按“{factor}×通用部分得分＋附表得分”计算：原文“{found[0]}”"
            "没有写明换算办法，这是质量办的约定，非原文件规定。"
        )


def known_total(work: Work) -> Decimal | None:
    """The total that the notice says, as far as it is known before the roots are added up."""
    return work.head.total or said_anywhere(_beneath(work.roots))


def _beneath(nodes: Iterable[Node]) -> str:
    """The lines under some headings, as they were before they were read."""
    return "".join(line.text for node in nodes for line in node.raw if isinstance(line, Line))


def find_single_awards(work: Work) -> None:
    """Where the text speaks of single awards and the points add up only with one, ask for it."""
    roots = [node for node in work.roots if node.points is not None]
    total = known_total(work)
    if total is None or not _SINGLE.search(_beneath(work.roots)):
        return
    by_points: dict[Decimal, list[Node]] = {}
    for node in roots:
        by_points.setdefault(node.points or Decimal(0), []).append(node)
    for points, group in by_points.items():
        others = sum((node.points or Decimal(0) for node in roots if node not in group), Decimal(0))
        if len(group) >= _FEWEST and points + others == total:
            _ask_single(work, group, total)
            return


def _ask_single(work: Work, group: list[Node], total: Decimal) -> None:
    names = [node.name for node in group]
    answer = work.ask(
        Question(
            key="single",
            subject="几个单项任选其一",
            words=f"{'、'.join(names)}各 {written(group[0].points or Decimal(0))} 分，"
            f"只选一个时总分才是 "
            f"{written(total)} 分。申报者从中任选一个单项，对吗？",
            proposal="任选一个",
            place=group[0].place,
            options=("任选一个", "全部都填"),
        )
    )
    work.head.total = total
    if answer == "任选一个":
        work.head.choice, work.head.options = "单项", names
        for node, name in zip(group, names, strict=True):
            node.variant = f"单项={name}"


def _worth(node: Node) -> Decimal:
    """What a node gives to the total: its points, else what is beneath it; a bonus gives none."""
    if node.bonus or node.points is not None:
        return Decimal(0) if node.bonus else node.points or Decimal(0)
    return sum(map(_worth, node.children), Decimal(0))


def find_total(work: Work) -> None:
    """The total that a sentence, a sum or the roots give; contradictions are for later."""
    if work.head.total is not None:
        return
    texts = "".join(entry.text for node in work.walk for entry in node.entries)
    said = said_anywhere(texts + _beneath(work.walk))
    added = sum((_worth(node) for node in work.roots if not node.variant), Decimal(0))
    if said is not None:
        work.head.total = said
        return
    answer = work.ask(
        Question(
            key="total",
            subject="总分",
            words="通知没有写总分。总分是多少？（建议是各一级指标之和）",
            proposal=written(added or Decimal(100)),
        )
    )
    found = split_points(f"x{answer.removesuffix('分')}分")[1]
    work.head.total = found or added
