"""The rule by which a leaf is scored, from its heading and what stands under it."""

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal

from builder.frozen import frozen
from builder.load.across import read_down
from builder.load.amounts import NO_BOUND, NUMBER, amount_of, ends_of, range_of
from builder.load.attributes import Attributes
from builder.load.key_names import ATTRIBUTES
from builder.load.measures import read_measure
from builder.load.problems import Problems
from builder.load.rule_tables import (
    is_unlimited,
    most_of,
    names_points,
    rows_of,
    table_of_cases,
    table_of_options,
    tariff_of,
    tariff_told,
    tells_how_many,
)
from builder.model.leaf_rules import (
    Case,
    Cases,
    DirectPoints,
    LeafRule,
    Option,
    PercentInBand,
    PickMany,
    PickOne,
    Way,
)
from builder.model.official import Criterion, DescriptorRow, DescriptorTable, Position


@frozen
class Ruled:
    """What a leaf's rule is read from; ``least`` are where ranges of options begin, by line."""

    title: str
    points: Decimal | None
    attributes: Attributes
    criteria: tuple[Criterion, ...]
    tables: tuple[DescriptorTable, ...]
    least: Mapping[int, Decimal]
    position: Position


def read_rule(ruled: Ruled, problems: Problems) -> LeafRule | None:
    """The rule, ``None`` where the leaf is scored as its scheme is or its rule cannot be read."""
    said = ruled.attributes
    _tell_of_idle(ruled, problems)
    if said.levels:
        return _levels(ruled, problems)
    if said.way is None:
        return DirectPoints(step=said.step) if said.step else None
    return _READERS[said.way](ruled, problems)


def scale_said(said: Attributes) -> LeafRule | None:
    """The scale a heading gives to all beneath it as well, ``None`` where it gives none."""
    if said.way is Way.MATURITY:
        return PercentInBand()
    plain = said.way is Way.DIRECT or (said.way is None and said.step is not None)
    return DirectPoints(step=said.step) if plain else None


def _direct(ruled: Ruled, _problems: Problems) -> LeafRule | None:
    return DirectPoints(step=ruled.attributes.step)


def _maturity(_ruled: Ruled, _problems: Problems) -> LeafRule | None:
    return PercentInBand()


def _one(ruled: Ruled, problems: Problems) -> LeafRule | None:
    options = _options(ruled, problems)
    if not options and not ruled.tables and problems.sound:
        # Points that are there and cannot be read are the cause, and told.
        _tell_of_nothing(ruled, _LISTED, problems)
    if len(options) < _FEWEST:
        # How many there are of criteria is told with their points.
        return None
    return PickOne(options=options, step=ruled.attributes.step)


def _many(ruled: Ruled, problems: Problems) -> LeafRule | None:
    options = _options(ruled, problems)
    if not options:
        if not ruled.tables:
            _tell_of_nothing(ruled, _LISTED, problems)
        return None
    return PickMany(options=options, best=ruled.attributes.best)


def _yes_no(ruled: Ruled, problems: Problems) -> LeafRule | None:
    if ruled.points is None:
        _tell_of_nothing(ruled, "标题末尾的“（n分）”", problems)
        return None
    options = (Option(text="是", points=ruled.points), Option(text="否", points=Decimal(0)))
    return PickOne(options=options)


def _levels(ruled: Ruled, problems: Problems) -> LeafRule | None:
    """Named steps as parts of the points: ``0/0.5/1`` or ``差0/一般0.5/好1``."""
    steps = [_LEVEL.fullmatch(part.strip()) for part in re.split("[/／]", ruled.attributes.levels)]
    found = [(one["name"] or one[0], _part(one)) for one in steps if one is not None]
    sound = len(found) == len(steps) >= _FEWEST and max(part for _, part in found) == 1
    if ruled.points is None or not sound:
        actual = f"分级={ruled.attributes.levels}"
        hint = "各级写满分的几成，从 0 到 1（100%），最高的一级是 1（100%）。"
        details = {"expected": "分级=0/0.5/0.8/1", "hint": hint}
        problems.add_fatal("QA139", ruled.position, actual=actual, **details)
        return None
    return PickOne(
        options=tuple(Option(text=name, points=part * ruled.points) for name, part in found)
    )


def _part(match: re.Match[str]) -> Decimal:
    """What part of the points a step is worth."""
    return Decimal(match["part"]) / (100 if match["percent"] else 1)


def _cases(ruled: Ruled, problems: Problems) -> LeafRule | None:
    deducted = ruled.attributes.way is Way.DEDUCTED
    noun = "扣分" if deducted else "加分"
    if ruled.points is None:
        # That the heading has no points, or why they are not read, is told where points are asked.
        return None
    if ruled.tables:
        table = table_of_cases(ruled.tables, problems)
        rows = () if table is None else table.rows
    else:
        # A sentence says what is counted, and ends with what it costs.
        rows = tuple(
            DescriptorRow(cells=(item.printed, item.printed), position=item.position)
            for item in ruled.criteria
            if names_points(item.text)
        )
        if not rows:
            needed = f"“情形、每次{noun}、最多{noun}”的表，或几条“……，每次{noun[0]}2分”"
            _tell_of_nothing(ruled, needed, problems)
    cases = (_case(row, ruled.points, problems, deducted=deducted) for row in rows)
    sound = tuple(case for case in cases if case is not None)
    return Cases(cases=sound, deducted=deducted, highest=ruled.attributes.unadded) if rows else None


def _case(row: DescriptorRow, whole: Decimal, problems: Problems, *, deducted: bool) -> Case | None:
    """A row of what is counted; its most may stand in a cell of its own or behind the points."""
    text, written, *rest = row.cells
    tariff = tariff_of(written, whole, deducted=deducted)
    if tariff is None:
        # 每少1人扣1分 says what is counted as well.
        tariff = tariff_told(written, whole, deducted=deducted)
        text = _TARIFF.sub("", written if written == text else f"{text} {written}")
        text += "）" * (text.count("（") - text.count("）"))
    if tariff is None or not text:
        expected = "每次扣2分，最多扣10分" if deducted else "每项加2分，最多加10分"
        problems.add_fatal("QA287", row.position, actual=written, expected=expected)
        return None
    if tells_how_many(text) and tariff != tariff_told(text, whole, deducted=deducted):
        problems.add_fatal("QA282", row.position, actual=text, expected=written)
        return None
    each, most = tariff
    if rest and not is_unlimited(rest[0]):
        own = most_of(rest[0], whole)
        if own is None or most not in (None, own):
            problems.add_fatal("QA287", row.position, actual=rest[0], expected="10")
        most = own
    return Case(text=text, each=each, most=most)


def _measure(ruled: Ruled, problems: Problems) -> LeafRule | None:
    if all(len(read_down(rows_of(table))) <= _FEWEST for table in ruled.tables):
        _tell_of_nothing(ruled, "一张“指标值、得分”的表，至少两行", problems)
        return None
    return read_measure(ruled.attributes, ruled.criteria, ruled.tables, ruled.position, problems)


def _options(ruled: Ruled, problems: Problems) -> tuple[Option, ...]:
    """The criteria that have points, or else the rows of a table."""
    scored = [item for item in ruled.criteria if item.points is not None]
    if scored:
        return tuple(
            Option(
                text=_BARE.sub("", _RANGE.sub("", item.printed)).rstrip(),
                points=item.points or Decimal(0),
                least=ruled.least.get(item.position.line),
            )
            for item in scored
        )
    table = table_of_options(ruled.tables, problems)
    return () if table is None else tuple(_of_rows(table, problems))


def _of_rows(table: DescriptorTable, problems: Problems) -> Iterator[Option]:
    for row in table.rows:
        text, written = row.cells[0], row.cells[-1]
        span = range_of(written)
        if span is not None:
            yield Option(text=text, points=span[1], least=span[0])
            continue
        points = amount_of(written)
        if points is None or not text:
            problems.add_fatal("QA287", row.position, actual=written, expected="10")
        else:
            yield Option(text=text, points=points)


def split_range(raw: str) -> tuple[Decimal, Decimal] | None:
    """The least and the most of an option whose points are printed as （16～20分）."""
    match = _RANGE.search(raw.rstrip())
    least, most = (None, None) if match is None else ends_of(match)
    return None if least is None or most is None or least == most else (least, most)


def split_worth(raw: str, whole: Decimal | None) -> tuple[Decimal, Decimal] | None:
    """The same of what is known to be an option: ``优秀 16～20分``, ``国家级，得20分``.

    With full marks it is worth the ``whole``.
    """
    match = _BARE.search(raw.rstrip())
    if match is not None and match["whole"]:
        return None if whole is None else (whole, whole)
    if match is None or _BARE_INSIDE.search(raw[: match.start()]):
        return split_range(raw)
    return ends_of(match) if match["high"] else (Decimal(match["low"]), Decimal(match["low"]))


def _tell_of_nothing(ruled: Ruled, needed: str, problems: Problems) -> None:
    said = ruled.attributes
    way = ATTRIBUTES[said.way] if said.way is not None else ""
    problems.add_fatal(
        "QA286", ruled.position, actual=ruled.title, expected=f"计分={way}", needed=needed
    )


def _tell_of_idle(ruled: Ruled, problems: Problems) -> None:
    """Attributes that say nothing to the way a leaf is scored, where that could be read."""
    said = ruled.attributes
    if said.misread and said.way is None:
        return
    measured = said.way in (Way.BANDED, Way.INTERPOLATED)
    stepped = said.way in (None, Way.DIRECT, Way.ONE) and not said.levels
    idle = (
        ("最高", said.best is not None and said.way is not Way.MANY, "计分=多选"),
        ("不累加", said.unadded and said.way is not Way.ADDED, "计分=加分"),
        ("步长", said.step is not None and not stepped, "计分=直接打分"),
        ("单位", bool(said.unit) and not measured, "计分=分档"),
        ("算式", bool(said.formula) and not measured, "计分=分档"),
        ("小数", said.places is not None and not measured, "计分=插值"),
        ("分级", bool(said.levels) and (said.way is not None or said.parts is not None), "分级"),
    )
    for name, wrong, wanted in idle:
        if wrong:
            problems.add_fatal("QA294", ruled.position, actual=name, expected=wanted)


_READERS: Mapping[Way, Callable[[Ruled, Problems], LeafRule | None]] = {
    Way.DIRECT: _direct,
    Way.MATURITY: _maturity,
    Way.ONE: _one,
    Way.MANY: _many,
    Way.YES_NO: _yes_no,
    Way.BANDED: _measure,
    Way.INTERPOLATED: _measure,
    Way.DEDUCTED: _cases,
    Way.ADDED: _cases,
}
_FEWEST = 2
_LISTED = "两条以上末尾写着（n分）的要点，或一张“选项、得分”的表"
_RANGE = re.compile(
    rf"(?<!\\)[（(]\s*(?P<low>{NUMBER})\s*分?\s*[-—–~～至]{{1,2}}\s*(?P<high>{NUMBER})\s*分\s*[）)]"
    r"\s*[；;。，,、.]?$"
)
_BARE = re.compile(
    rf"(?:(?:[，,；;：:]\s*+|(?<!\s){NO_BOUND}\s++)可?[得计]?|(?<![未不])可?得"
    rf"|{NO_BOUND}(?<![未不]得)(?<=[^\s0-9.（(第为]))(?:(?P<low>{NUMBER})"
    rf"(?:分?[-—–~～至]{{1,2}}(?P<high>{NUMBER}))?\s*分|(?P<whole>满分))[；;。]?$"
)
# Another option in the same line.
_BARE_INSIDE = re.compile(rf"{NUMBER}\s*分\s*(?:[；;。，,、）)]|$)")
# What is told of a case beside its words anyway.
_TARIFF = re.compile(r"[，,]?\s*(?:扣减?|减|加|得|计|奖励?)[0-9０-９.．]+\s*分[^分]*(?:分[^分]*)?$")
_LEVEL = re.compile(
    r"(?P<name>[^0-9/／]*(?<![-－−+]))(?P<part>0(?:\.[0-9]{1,4})?|1(?:\.0+)?"
    r"|(?:0|[1-9][0-9]?|100)(?:\.[0-9]{1,2})?(?=[%％]))(?P<percent>[%％]?)"
)
