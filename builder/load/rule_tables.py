"""The tables under a heading that say how it is scored, each column told by what stands over it.

A notice puts its columns in any order and numbers its rows: what is read is what a heading says,
not where it stands.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import replace
from decimal import Decimal

from builder.load.problems import Problems
from builder.model.official import DescriptorRow, DescriptorTable


def table_of_cases(
    tables: tuple[DescriptorTable, ...], problems: Problems
) -> DescriptorTable | None:
    """What is counted, the points of each and, where a column says so, the most of them."""
    table = _one(tables, problems)
    if table is None:
        return None
    texts, points, most = _columns(table)
    if len(texts) + len(points) == _LEAST and not most:
        # Two columns leave no doubt, whatever they are called.
        texts, points = (texts, points) if texts and points else ([*texts, *points][:1], [1])
    figures = any(_all(table, place, _is_figure) for place in texts[1:])
    if not texts or len(points) != 1 or len(most) > 1 or figures:
        _refuse(table, "情形、每次几分、最多几分", problems)
        return None
    return _in_order(table, texts, [*points, *most])


def table_of_options(
    tables: tuple[DescriptorTable, ...], problems: Problems
) -> DescriptorTable | None:
    """Options in all their words, and their points."""
    table = _one(tables, problems)
    if table is None:
        return None
    texts, points = _texts_and_points(table)
    if not texts or len(points) != 1:
        _refuse(table, "选项、得分", problems)
        return None
    return _in_order(table, texts, points)


def table_of_values(
    tables: tuple[DescriptorTable, ...], is_value: Callable[[str], bool], problems: Problems
) -> DescriptorTable | None:
    """Values of a measure and their points; what else stands in a row is only printed."""
    table = _one(tables, problems)
    if table is None:
        return None
    texts, points = _texts_and_points(table)
    values = texts if len(texts) == 1 else [one for one in texts if _all(table, one, is_value)]
    if len(values) != 1 or len(points) != 1:
        _refuse(table, "指标值、得分", problems)
        return None
    return _in_order(table, values, points)


def amount_of(cell: str) -> Decimal | None:
    """The points a cell names: ``10``, ``10分``, ``得10分``; not those of each piece."""
    match = _AMOUNT.fullmatch(_plain(cell))
    return Decimal(match["number"]) if match else None


def tariff_of(
    cell: str, whole: Decimal, *, deducted: bool
) -> tuple[Decimal, Decimal | None] | None:
    """The points for each and their most: ``2``, ``每处扣2分，最多扣10分``; ``whole`` for 扣完."""
    text = _plain(cell)
    if deducted and text in _ALL:
        return whole, None
    match = (_TAKEN if deducted else _GIVEN).fullmatch(text)
    if match is None:
        return None
    return Decimal(match["number"]), Decimal(match["most"]) if match["most"] else None


def most_of(cell: str, whole: Decimal) -> Decimal | None:
    """The most that a cell names: ``10``, ``最多扣10分``."""
    text = _plain(cell)
    match = _MOST_AMOUNT.fullmatch(text)
    if match is None:
        return whole if text in _ALL else None
    return Decimal(match["number"])


def is_unlimited(cell: str) -> bool:
    """Whether a cell says that there is no most."""
    return _plain(cell) in _UNLIMITED


def _one(tables: Iterable[DescriptorTable], problems: Problems) -> DescriptorTable | None:
    """The table whose headings speak of points, or the only one; two of a kind are told."""
    wide = [table for table in tables if len(table.header) >= _LEAST]
    spoken = [table for table in wide if any(_columns(table)[1:])] or wide
    if len(spoken) > 1:
        where = spoken[1].position
        problems.add_fatal("QA284", where, actual="、".join(spoken[1].header))
        return None
    return spoken[0] if spoken else None


def _columns(table: DescriptorTable) -> tuple[list[int], list[int], list[int]]:
    """Which columns hold words, points and the most of points, from left to right."""
    texts: list[int] = []
    points: list[int] = []
    most: list[int] = []
    for place, written in enumerate(table.header):
        head = _plain(written)
        if _NUMBERED.fullmatch(head) and _all(table, place, _is_ordinal):
            continue
        if _WORDS.search(head):
            texts.append(place)
        elif _MOST.search(head):
            most.append(place)
        elif _POINTS.search(head):
            points.append(place)
        else:
            texts.append(place)
    if len(points) > 1:
        # “扣分标准” says what points are taken for, where another column says how many.
        standards = [place for place in points if _plain(table.header[place]).endswith("标准")]
        if len(standards) == len(points) - 1:
            points = [place for place in points if place not in standards]
            texts = sorted((*texts, *standards))
    return texts, points, most


def _texts_and_points(table: DescriptorTable) -> tuple[list[int], list[int]]:
    """Columns of words and of points, where a most has no meaning of its own."""
    texts, points, most = _columns(table)
    points = [*points, *most]
    if not points and len(texts) == _LEAST:
        return texts[:1], texts[1:]
    return texts, points


def _in_order(table: DescriptorTable, texts: list[int], others: list[int]) -> DescriptorTable:
    """The table with its words in the first column and what they are worth behind them."""

    def moved(cells: tuple[str, ...]) -> tuple[str, ...]:
        words = " ".join(cells[place] for place in texts if cells[place])
        return (words, *(cells[place] for place in others))

    rows = tuple(DescriptorRow(cells=moved(row.cells), position=row.position) for row in table.rows)
    return replace(table, header=moved(table.header), rows=rows)


def _refuse(table: DescriptorTable, expected: str, problems: Problems) -> None:
    actual = "、".join(table.header)
    problems.add_fatal("QA285", table.position, actual=actual, expected=expected)


def _all(table: DescriptorTable, place: int, is_one: Callable[[str], bool]) -> bool:
    return bool(table.rows) and all(is_one(row.cells[place]) for row in table.rows)


def _is_figure(cell: str) -> bool:
    return _MOST_AMOUNT.fullmatch(_plain(cell)) is not None or is_unlimited(cell)


def _is_ordinal(cell: str) -> bool:
    return _ORDINAL.fullmatch(_plain(cell)) is not None


def _plain(cell: str) -> str:
    text = unicodedata.normalize("NFKC", "".join(cell.split()))
    return text.replace("−", "-").rstrip("。;；")


_LEAST = 2
_Tariff = tuple[Decimal, Decimal | None]
_UNLIMITED = ("", "—", "-", "/", "不限", "无", "无上限", "不封顶")
_ALL = (
    "扣完",
    "全扣",
    "全部扣完",
    "不得分",
    "扣完为止",
    "本项不得分",
    "扣完本项分",
    "扣完本项分值",
)
_NUMBERED = re.compile(r"序号|编号|项次|№|[Nn][Oo]\.?|#")
_ORDINAL = re.compile(r"[(]?[0-9]{1,3}[).、]?|[(]?[一二三四五六七八九十]{1,3}[)、]?")
# 扣分情形 and 评分标准 speak of points and hold none.
_WORDS = re.compile(
    r"(?:情形|情况|项目|事项|内容|指标|条件|原因|行为|类别|名称|说明|依据|细则|方法|办法|率|比)$|分[项档级类组]$"
    r"|^(?:评分|得分|计分)(?:标准|要点)$|备注"
)
_MOST = re.compile(r"最多|最高|上限|封顶|不超过|限[额分扣加]")
_POINTS = re.compile(r"分|^每")
_N = r"[0-9]{1,6}(?:\.[0-9]{1,4})?"
_AMOUNT = re.compile(rf"得?(?P<number>{_N})分?")
_MOST_AMOUNT = re.compile(
    rf"(?:累计|合计|总计)?(?:最多|最高|上限|不超过)?[扣减加得计]?(?P<number>{_N})分?(?:为限|封顶)?"
)
_PIECE = r"[^0-9,;()/]{1,6}"
_LIMIT = (
    rf"(?:[,;，；(](?:累计|合计|总计|本项|共)?(?:最多|最高|上限|不超过|限)(?:累计)?[扣减加得计]?[为至]?"
    rf"(?P<most>{_N})分?(?:为限|封顶)?[)]?)?"
)
_TAKEN = re.compile(
    rf"(?:每{_PIECE}?)??(?:扣减?|减|-)?(?P<number>{_N})(?:分?/{_PIECE}|分)?{_LIMIT}(?:[,;]?扣完为止)?"
)
_GIVEN = re.compile(
    rf"(?:每{_PIECE}?)??(?:加|得|计|奖励?)?(?P<number>{_N})(?:分?/{_PIECE}|分)?{_LIMIT}"
)
