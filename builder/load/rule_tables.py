"""The tables under a heading that say how it is scored, each column told by what stands over it.

A notice puts its columns in any order and numbers its rows: what is read is what a heading says,
not where it stands.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from decimal import Decimal

from builder.load.across import read_down
from builder.load.amounts import NUMBER, is_worth, plain_cell, worth_of
from builder.load.problems import Problems
from builder.model.official import DescriptorRow, DescriptorTable

# The points of each piece, and their most where there is one.
Tariff = tuple[Decimal, Decimal | None]


def table_of_cases(
    tables: tuple[DescriptorTable, ...], problems: Problems
) -> DescriptorTable | None:
    """What is counted, the points of each and, where a column says so, the most of them."""
    table = _one(tables, problems, counted=True)
    if table is None:
        return None
    texts, points, most = _columns(table)
    told = [place for place in texts if _all(table, place, tells_how_many)]
    whole = [place for place in points if _WHOLE.fullmatch(plain_cell(table.header[place]))]
    if len(whole) == 1 and not most and len(told) + len(points) == _LEAST:
        # 分值 is the most of a row, where another column says what each piece is worth.
        points, most = [*told, *(one for one in points if one not in whole)], whole
        texts = [one for one in texts if one not in told] or told
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


def tariff_of(cell: str, whole: Decimal, *, deducted: bool) -> Tariff | None:
    """The points for each and their most: ``2``, ``每处扣2分，最多扣10分``; ``whole`` for 扣完."""
    text = plain_cell(cell)
    if deducted and text in _ALL:
        return whole, None
    match = (_TAKEN if deducted else _GIVEN).fullmatch(text)
    if match is None:
        return None
    return Decimal(match["number"]), Decimal(match["most"]) if match["most"] else None


def tariff_told(words: str, whole: Decimal, *, deducted: bool) -> Tariff | None:
    """What a sentence ends with: ``每发生一次扣2分，最多扣10分``; ``None`` where it tells more."""
    text = plain_cell(words)
    if text.endswith(")") and "(每" in text:
        # 投诉（每起扣2分）
        text = text[:-1].replace("(每", "每")
    match = (_TAKEN_LAST if deducted else _GIVEN_LAST).search(text)
    gone = next((word for word in _ALL if deducted and text.endswith(word)), "")
    before = text.removesuffix(gone) if match is None else text[: match.start()]
    told = text[len(before) :]
    if not tells_how_many(told) or tells_how_many(before) or _MOST.search(before[-_NEAR:]):
        return None
    return tariff_of(told, whole, deducted=deducted)


def most_of(cell: str, whole: Decimal) -> Decimal | None:
    """The most that a cell names: ``10``, ``最多扣10分``."""
    text = plain_cell(cell)
    match = _MOST_AMOUNT.fullmatch(text)
    if match is None:
        return whole if text in _ALL else None
    return Decimal(match["number"])


def tells_how_many(words: str) -> bool:
    """Whether some words say how many points a piece is, or that none are left."""
    text = plain_cell(words)
    return text in _ALL or _COUNTED.search(text) is not None


def points_told(words: str) -> tuple[str, ...]:
    """What a text says of points by a verb or piece by piece: ``得30分``, ``每缺一项扣2分``."""
    return tuple(match[0] for match in _TOLD.finditer(plain_cell(words)))


def names_points(words: str) -> bool:
    """Whether a sentence has points in it, and does not only lead to those beneath it."""
    text = plain_cell(words)
    signs = (_IN_POINTS, _COUNTED, _TAKES)
    told = text in _ALL or any(sign.search(text) for sign in signs)
    return told and not text.endswith(":")


def is_unlimited(cell: str) -> bool:
    """Whether a cell says that there is no most."""
    return plain_cell(cell) in _UNLIMITED


def rows_of(table: DescriptorTable) -> tuple[tuple[str, ...], ...]:
    """The cells of a table row by row, those of its head first."""
    return (table.header, *(row.cells for row in table.rows))


def holds_points(table: DescriptorTable, whole: Decimal | None) -> bool:
    """Whether a table says how to score: points in a column called so, in its cells, or full marks.

    ``whole`` are full marks: numbers of which the best is as much are points, whatever is said.
    """
    _, points, most = _columns(table)
    named = any(is_worth(row.cells[place]) for row in table.rows for place in (*points, *most))
    cells = [cell for row in rows_of(table) for cell in row]
    last = [row[-1] for row in read_down(rows_of(table))[1:]]
    best = [ends[1] for cell in last if (ends := worth_of(cell))]
    return (
        named
        or sum(_IN_POINTS.search(plain_cell(cell)) is not None for cell in cells) >= _LEAST
        or (len(best) == len(last) >= _LEAST and max(best) == whole)
    )


def _one(
    tables: Iterable[DescriptorTable], problems: Problems, *, counted: bool = False
) -> DescriptorTable | None:
    """The table whose headings speak of points, or the only one; two of a kind are told."""
    wide = [_upright(table, counted=counted) for table in tables if len(table.header) >= _LEAST]
    spoken = [table for table in wide if any(_columns(table)[1:])] or wide
    if len(spoken) > 1:
        where = spoken[1].position
        problems.add_fatal("QA284", where, actual="、".join(spoken[1].header))
        return None
    return spoken[0] if spoken else None


def _upright(table: DescriptorTable, *, counted: bool) -> DescriptorTable:
    """The table with a head and one option in each row, however it is printed."""
    head, *body = read_down(rows_of(table), counted=counted)
    if head is table.header:
        return table
    where = table.rows[-1].position if table.rows else table.position
    turned = tuple(DescriptorRow(cells=tuple(cells), position=where) for cells in body)
    return replace(table, header=tuple(head), rows=turned)


def _columns(table: DescriptorTable) -> tuple[list[int], list[int], list[int]]:
    """Which columns hold words, points and the most of points, from left to right."""
    texts: list[int] = []
    points: list[int] = []
    most: list[int] = []
    for place, written in enumerate(table.header):
        head = plain_cell(written)
        if _NUMBERED.fullmatch(head) and _all(table, place, _is_ordinal):
            continue
        if _WORDS.search(head):
            texts.append(place)
        elif _MOST.search(head):
            most.append(place)
        elif _POINTS.search(head):
            # 得分 with nothing beneath it is there to be filled in on paper.
            if not table.rows or not _all(table, place, _is_blank):
                points.append(place)
        else:
            texts.append(place)
    if len(points) > 1:
        # “扣分标准” says what points are taken for, where another column says how many.
        standards = [place for place in points if plain_cell(table.header[place]).endswith("标准")]
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
    return _MOST_AMOUNT.fullmatch(plain_cell(cell)) is not None or is_unlimited(cell)


def _is_blank(cell: str) -> bool:
    return not cell.strip()


def _is_ordinal(cell: str) -> bool:
    return _ORDINAL.fullmatch(plain_cell(cell)) is not None


_LEAST, _NEAR = 2, 4
_UNLIMITED = ("", "—", "-", "/", "不限", "无", "无上限", "不封顶")
# The longest first, for words may end with them.
_ALL = (
    *("扣完本项分值", "扣完本项分", "本项不得分"),
    *("全部扣完", "扣完为止", "不得分", "扣完", "全扣"),
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
_MOST_AMOUNT = re.compile(
    rf"(?:累计|合计|总计)?(?:最多|最高|上限|不超过)?[扣减加得计]?(?P<number>{NUMBER})分?(?:为限|封顶)?"
)
_COUNTED = re.compile(
    rf"(?:每[^,;]{{0,12}}|[扣减加得奖])[^,;]{{0,2}}?{NUMBER}(?:[-—–~～至]{NUMBER})?分|不得分|扣完"
)
# 取得60分以上, 减噪10分贝, 得分低于80分 and 每天30分钟 speak of no points that are given.
_GAP = r"(?:(?![低高]于|不足|达到)[^,，;；。、])"
_TOLD = re.compile(
    rf"(?:每{_GAP}{{0,12}}?|(?:(?<![取获])得|扣除?|减|加(?!权)|奖励?|给予?|赋"
    rf"|(?<![合总累共小统设预])计|(?<!登)记(?!录))(?:(?![0-9]){_GAP}){{0,3}}?)"
    rf"(?:{NUMBER}[-—–~～至]{{1,2}})?{NUMBER}分(?!之|钟|公|制|贝|钱|以[上下内]|及以)"
    rf"|[扣减][一二三四五六七八九十]分(?!之|钟|公)|[得计给][^,，;；。]{{0,4}}[满全]分"
    rf"|{NUMBER}分/[^0-9,;()]{{1,6}}|不得分|扣完"
)
_TAKES = re.compile(r"[扣减加][^,;]{0,12}[0-9]")
_PIECE = r"[^0-9,;()/]{1,6}"
_LIMIT = (
    rf"(?:[,;，；(](?:累计|合计|总计|本项|共)?(?:最多|最高|上限|不超过|限)(?:累计)?[扣减加得计]?[为至]?"
    rf"(?P<most>{NUMBER})分?(?:为限|封顶)?[)]?)?"
)
_TAKEN_WORDS = (
    rf"(?:每{_PIECE}?)??(?:扣减?|减|-)?(?P<number>{NUMBER})(?:分?/{_PIECE}|分)?{_LIMIT}"
    r"(?:[,;]?扣完为止)?"
)
_GIVEN_WORDS = (
    rf"(?:每{_PIECE}?)??(?:加|得|计|奖励?)?(?P<number>{NUMBER})(?:分?/{_PIECE}|分)?{_LIMIT}"
)
_TAKEN, _GIVEN = re.compile(_TAKEN_WORDS), re.compile(_GIVEN_WORDS)
_TAKEN_LAST, _GIVEN_LAST = re.compile(f"(?:{_TAKEN_WORDS})$"), re.compile(f"(?:{_GIVEN_WORDS})$")
_IN_POINTS = re.compile(rf"(?<![0-9]){NUMBER}分(?!之|钟|公)")
_WHOLE = re.compile("(?:标准|基准|权重|应得)?分值?|满分|配分")
