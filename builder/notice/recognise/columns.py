"""What the columns of a table are, by the words over them."""

import re
from collections.abc import Sequence
from dataclasses import replace
from enum import Enum, auto

from builder.frozen import frozen
from builder.load.amounts import is_worth
from builder.notice.lines import Cell, Table
from builder.notice.recognise.amounts import split_points
from builder.notice.recognise.labels import squeezed


class Column(Enum):
    """What a column holds."""

    NUMBER = auto()
    LEVEL = auto()
    CRITERIA = auto()
    STANDARD = auto()
    POINTS = auto()
    WEIGHT = auto()
    NOTE = auto()
    BAND = auto()
    BLANK = auto()
    OPTION = auto()
    GIVEN = auto()
    OTHER = auto()


_KIND = "(?:评价|评审|评分|考核|考评|评定|评估|评选|评比|测评|检查|审核|验收|检验)?"
# The first that fits the whole of the words; none of them holds white space.
_WORDS: tuple[tuple[Column, str], ...] = (
    (Column.BAND, r".*\d+(?:\.\d+)?[%％].*"),
    (Column.NUMBER, "序号|编号|项次|序"),
    (
        Column.BLANK,
        "(?:自评|评审|专家|实际|考核|最终|核定)?(?:得分|评分|打分|扣分)(?:情况|理由)?|自评",
    ),
    (
        Column.POINTS,
        rf"{_KIND}(?:分值|分数|标准分值?|满分|配分|赋分|赋值|权重|总分)(?:[（(]分[)）])?",
    ),
    (Column.POINTS, "项目总分|评分项|分值权重|权重分值|(?:分值|得分|评分|分数)(?:区间|范围)"),
    (Column.POINTS, r".{1,8}(?<![及和与、])(?:分值|满分|标准分)"),
    (
        Column.LEVEL,
        (
            rf"[一二三四五六1-6１-６]级{_KIND}(?:指标|项目|条目|要素|条款)?(?:名称)?|创新项目|所属行业"
            rf"|{_KIND}(?:指标|项目|条目|条款|要素|维度|类目|模块)(?:名称|类别|类型)?|类别|类目|大项|小项"
            "|(?:目标|准则|要素|方案|指标)层"
        ),
    ),
    (
        Column.STANDARD,
        (
            "(?:评分|计分|打分|扣分|加分|得分)(?:标准|细则|办法|方法|规则|依据|说明|要求|情形|项)"
            "|评价标准|标准"
        ),
    ),
    (
        Column.CRITERIA,
        (
            f"{_KIND}(?:要点|内容|要求|细则|内涵|重点|说明)|具体(?:内容|要求)|指标(?:说明|内容|解释|描述)"
            f"|{_KIND}(?:内容|要求|要点)[及和与、].{{1,6}}|主要内容|基本要求|要点说明|考察要点|观测点|描述"
        ),
    ),
    (Column.NOTE, "备注|附注|注"),
)
_OPTIONS = re.compile(
    "选项|情形|情况|档次|等级|等次|区间|分档|(?:指标|评分|得分)(?:档次|区间|等级)|指标值|完成情况"
)
_WEIGHTS = re.compile(
    r"(?:.{0,4}权重|比重|占比|权数|(?:.{0,4}权重|比重)?系数)(?P<percent>[（(][%％][)）])?"
)
# A（1.0）, 良好(0.8): a grade and what it is of the full score.
SHARE = re.compile(r"(?P<name>[^\d()/=]{1,6})\(?(?:系数)?[=:]?(?P<share>[01](?:\.\d{1,2})?)\)?")
# 40% or 0.4, and 40 under 权重（%）.
_SHARE = re.compile(r"\d{1,3}(?:\.\d+)?%|0\.\d+|1(?:\.0+)?")
_PLAIN_SHARE = re.compile(r"\d{1,3}(?:\.\d+)?%?")
_PATTERNS = tuple((column, re.compile(words)) for column, words in _WORDS)
_HALF, _FEWEST = 0.5, 2
_MOST_HEADS = 3
_PERCENT = re.compile(r"\d+\s*[%％]")


@frozen
class Headed:
    """A table under its head: how many rows that has, what each column is and is called."""

    rows: int
    columns: tuple[Column, ...]
    names: tuple[str, ...]

    def of(self, column: Column) -> tuple[int, ...]:
        """The places of the columns that hold that."""
        return tuple(at for at, one in enumerate(self.columns) if one is column)


def headed(table: Table) -> Headed | None:
    """The columns of a table by its head, ``None`` for a table that has none."""
    count = 0
    while count < min(_MOST_HEADS, len(table.rows)) and _is_head(table.rows[count], count):
        count += 1
    if not count:
        return None
    count = max(count, _rows_of_head(table.rows[0]))
    names = column_names(table.rows[:count])
    over = _spread(table.rows[0], None)
    columns = tuple(
        _held(table.rows[count:], at, name, above)
        for at, (name, above) in enumerate(zip(names, over, strict=True))
    )
    return Headed(rows=count, columns=columns, names=names)


def _rows_of_head(row: tuple[Cell, ...]) -> int:
    """How far down the cells of a head reach that stand beside one over several columns."""
    several = any(cell.across > 1 for cell in row)
    return max(cell.down for cell in row) if several else 1


def _held(rows: Sequence[Sequence[Cell]], at: int, name: str, above: str) -> Column:
    """What a column of that name holds, which what stands in it or over it may tell more surely."""
    texts = [squeezed(row[at].text) for row in rows if at < len(row) and row[at].lines]
    called = _WEIGHTS.fullmatch(squeezed(name))
    if called is not None and texts:
        share = _SHARE if called["percent"] is None else _PLAIN_SHARE
        if all(map(share.fullmatch, texts)):
            return Column.WEIGHT
    column = meaning(name)
    if column is Column.OTHER:
        if meaning(above) is Column.POINTS:
            return Column.POINTS
        pointed = [split_points(text) for text in texts]
        if pointed and all(called and points is not None for called, points in pointed):
            # Whatever it is called, each cell names something and what that is worth.
            return Column.LEVEL
    # 得分 with nothing beneath it is there to be filled in on paper.
    filled = column is Column.BLANK and bool(texts) and all(map(is_worth, texts))
    return Column.POINTS if filled else column


def with_options(table: Table, head: Headed) -> Headed:
    """The head where a column of options stands before the points that each of them gives.

    What says more of each option may stand between them.
    """
    columns = [*head.columns]
    for at, name in enumerate(head.names):
        end = next((place for place in range(at + 1, len(columns)) if _gives(columns, place)), at)
        given = [row[end].text for row in table.rows[head.rows :] if row[end].lines]
        if (
            _OPTIONS.fullmatch(squeezed(name))
            and given
            and end > at
            and sum(map(is_worth, given)) / len(given) > _HALF
        ):
            columns[at : end + 1] = [Column.OPTION, *(Column.GIVEN for _ in range(end - at))]
    return replace(head, columns=tuple(columns))


def _gives(columns: Sequence[Column], at: int) -> bool:
    """Whether points may stand in a column, for which no other stands before a level again."""
    return columns[at] in (Column.POINTS, Column.BLANK) and Column.LEVEL not in columns[:at][-1:]


def is_repeated(row: tuple[Cell, ...], table: Table, head: Headed) -> bool:
    """Whether a row is one of the head, printed again on a new page."""
    words = _texts(row)
    return any(words) and any(words == _texts(one) for one in table.rows[: head.rows])


_GIVES_POINTS = re.compile(r"^得分$|^分值$|^分数$|[加扣]分")


def gives_points(rows: Sequence[Sequence[str]]) -> bool:
    """Whether points stand in a column that says so: then no percent beside them is a band."""
    head, *body = rows
    return bool(body) and any(
        _GIVES_POINTS.search(squeezed(text)) and all(_is_points(row, at) for row in body)
        for at, text in enumerate(head)
    )


def _is_points(row: Sequence[str], at: int) -> bool:
    """Whether a cell does not speak of percents but of points, or of none."""
    return at < len(row) and "%" not in row[at] and "％" not in row[at]


def has_bands(table: Table) -> bool:
    """Whether the first column, or a head, goes through percentages, and gives no points."""
    if gives_points([[cell.text for cell in row] for row in table.rows]):
        return False
    first = [squeezed(row[0].text) for row in table.rows if row and row[0].lines]
    down = sum(_PERCENT.match(text) is not None for text in first)
    across = max(
        (sum(_PERCENT.search(cell.text) is not None for cell in row) for row in table.rows[:2]),
        default=0,
    )
    return max(down, across) > _FEWEST


def _is_head(row: tuple[Cell, ...], above: int) -> bool:
    texts = [squeezed(cell.text) for cell in row if cell.lines]
    if not texts:
        return False
    known = sum(
        meaning(text) is not Column.OTHER
        or any(named.fullmatch(text) for named in (_WEIGHTS, SHARE))
        for text in texts
    )
    least = 1 if above else _FEWEST
    # Beside names and points there may be any number of columns that are there to be looked at.
    sure = {Column.LEVEL, Column.POINTS} <= set(map(meaning, texts))
    return known >= least and (known / len(texts) > _HALF or sure)


def meaning(name: str) -> Column:
    """What a column of that name holds."""
    plain = squeezed(name)
    for column, pattern in _PATTERNS:
        if pattern.fullmatch(plain):
            return column
    return Column.OTHER


def _tight(text: str) -> str:
    """The text as it is printed, without white space."""
    return "".join(text.split())


def _texts(row: tuple[Cell, ...]) -> list[str]:
    return [squeezed(cell.text) for cell in row if cell.lines]


def column_names(rows: tuple[tuple[Cell, ...], ...]) -> tuple[str, ...]:
    """What each column is called: by the lowest row that calls it anything."""
    names = list(_spread(rows[0], rows[1] if len(rows) > 1 else None))
    for row in rows[1:]:
        for at, name in enumerate(_spread(row, None)):
            if name:
                names[at] = name
    return tuple(names)


def _spread(row: tuple[Cell, ...], below: tuple[Cell, ...] | None) -> list[str]:
    """The words of a row over each column; a cell that lies over several says its words for all.

    Where the file does not know of merged cells, a row shorter than the one below it has a cell for
    every run of columns that the lower row names, and one for every column that it does not.
    """
    known = any(cell.across > 1 or cell.covered for cell in row)
    if known or below is None:
        names: list[str] = []
        carried, left = "", 0
        for cell in row:
            if cell.covered:
                names.append(carried if left > 0 else "")
                left -= 1
            else:
                carried, left = _tight(cell.text), cell.across - 1
                names.append(carried)
        return names
    texts = [_tight(cell.text) for cell in row if cell.lines]
    named = [bool(cell.lines) for cell in below]
    runs = sum(one and not (at and named[at - 1]) for at, one in enumerate(named))
    if len(texts) != runs + named.count(False):
        return [_tight(cell.text) for cell in row]
    names, queue = [], iter(texts)
    for at, one in enumerate(named):
        names.append(names[-1] if one and at and named[at - 1] else next(queue))
    return names
