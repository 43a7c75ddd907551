"""How the notice scores: directly or by bands, process or result, a line to be reached, metrics."""

import re
from itertools import pairwise

from builder.notice.lines import Cell, Line, Table
from builder.notice.question import Question
from builder.notice.recognise.amounts import band_name
from builder.notice.recognise.columns import gives_points
from builder.notice.recognise.labels import squeezed
from builder.notice.recognise.node import Grid, Node, Role
from builder.notice.recognise.work import Work

_PERCENT = re.compile(r"(\d{1,3})\s*[%％]")
_RESULT = re.compile(r"(?:效益|结果|绩效)(?:方面|类)?$|的结果$|创新价值$")
_LINE = re.compile(
    r"[^。；;]*?(?:建议|达到|不低于)[^。；;]*?(\d{2,3})\s*[%％][^。；;]*(?:基本条件|以上|方可)[^。；;]*。?"
)
_FEWEST, _WIDEST_GAP = 3, 10


def find_scale(work: Work) -> None:
    """The bands of a table of percentages make the scale; without one points are given directly."""
    names = _bands(work)
    if len(names) < _FEWEST:
        work.head.scale = "direct"
        return
    gaps = {after - high for (_, _, high), (_, after, _) in pairwise(names)}
    fits = len(gaps) == 1 and 0 < min(gaps) <= _WIDEST_GAP and names[-1][2] == _WHOLE
    answer = work.ask(
        Question(
            key="scale",
            subject="怎样打分",
            words=f"通知印有 {len(names)} 档百分比（{'；'.join(name for name, _, _ in names)}）。"
            "先选档、再选百分比（成熟度），还是按分值直接打分？"
            + ("" if fits else "各档没有首尾相接，选了“先选档”还要在文件头改好各档。"),
            proposal="先选档" if fits else "直接打分",
            options=("先选档", "直接打分"),
        )
    )
    if answer == "先选档":
        work.head.scale = "maturity"
        work.head.bands = names
        work.head.band_step = min(gaps) if fits else work.head.band_step


def _bands(work: Work) -> list[tuple[str, int, int]]:
    """The bands that tables print, from the lowest, each once."""
    found: dict[tuple[int, int], str] = {}
    for node in work.walk:
        tables = [[_texts(row) for row in one.rows] for one in node.raw if isinstance(one, Table)]
        tables += [one.rows for one in node.contents if isinstance(one, Grid)]
        for rows in tables:
            if gives_points(rows):
                continue
            column = [row[0] for row in rows if row]
            for names in (column, rows[0]):
                if sum(_PERCENT.search(name) is not None for name in names) < _FEWEST:
                    continue
                for name in names:
                    if ends := _ends(name):
                        found.setdefault(ends, band_name(name))
    return [(name, low, high) for (low, high), name in sorted(found.items())]


def _ends(name: str) -> tuple[int, int] | None:
    """The least and the most percent of a band; one that only has a bound goes on from there."""
    percents = [int(one) for one in _PERCENT.findall(name)]
    if not percents or max(percents) > _WHOLE:
        return None
    plain = squeezed(name)
    if len(percents) == 1 and (below := _BELOW.search(plain)):
        return 0, percents[0] - (below["under"] is not None and "含" not in plain)
    if len(percents) == 1 and _ABOVE.search(plain):
        return percents[0], _WHOLE
    return min(percents), max(percents)


_BELOW = re.compile(r"(?P<under>%以下|[<＜]|低于|不足|不到)|≤|不超过")
_ABOVE = re.compile(r"%(?:及|\(含\))?以上|≥|不低于")
_WHOLE = 100


def _texts(row: tuple[Cell, ...]) -> list[str]:
    return [cell.text for cell in row]


def find_dimensions(work: Work) -> None:
    """Propose by the wording which indicators tell of processes and which of results."""
    heads = _headed(work)
    results = [node for node in heads if _RESULT.search(squeezed(node.name))]
    if not results or len(results) == len(heads):
        return
    named = "、".join(f"“{node.title}”" for node in results[:6])
    answer = work.ask(
        Question(
            key="dimensions",
            subject="过程类和结果类",
            words=f"{named}{'等' if len(results) > 6 else ''}是结果类指标，其余是过程类，对吗？",
            proposal="对",
            place=results[0].place,
            options=("对", "不分过程和结果"),
        )
    )
    if answer == "对":
        for node in heads:
            node.dimension = "result" if node in results else "process"


def _headed(work: Work) -> list[Node]:
    """The indicators that say which they are: clauses without points, else roots."""
    roots = [node for node in work.roots if node.role is Role.INDICATOR]
    clauses = [
        child
        for root in roots
        if root.points is not None
        for child in root.children
        if child.points is None and child.role is Role.INDICATOR
    ]
    return clauses or roots


def find_threshold(work: Work) -> None:
    """A sentence that advises a line which a winner reaches."""
    if work.head.grades:
        return
    for node in work.walk:
        for line in node.raw:
            if not isinstance(line, Line):
                continue
            found = _LINE.search(line.text)
            if found is None or work.head.total is None:
                continue
            points = work.head.total * int(found[1]) / 100
            wording = re.split(r"(?<=[。；;])", found[0])[-1] or found[0]
            answer = work.ask(
                Question(
                    key="threshold",
                    subject="建议线",
                    words=f"原文：“{wording}”按总分折算是 {points.normalize():f} 分，"
                    "作为建议线提示吗？",
                    proposal="提示",
                    place=line.place,
                    options=("提示", "不提示"),
                )
            )
            if answer == "提示":
                work.head.threshold = (f"{points.normalize():f}", wording)
            return
