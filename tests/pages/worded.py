"""What small functions say in words or make of words: names, rules, differences, formats."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import product

from builder.book.number_format import number_format, read_as, written
from builder.book.text_pieces import pieces
from builder.kit.conclusion_words import gate_rule, level_rule, reach_words
from builder.kit.own.example_words import OF_ORGANISATION, OF_PERSON
from builder.model.award_names import award_name
from builder.model.firm_names import core, likeness, nearest_named
from builder.model.gate_items import items_of, known_items, points_wanted, shown_gates
from builder.model.gates import EVERY, REQUIRED, Gate, Least, Level, Reach, ReachKind
from builder.model.identity import Identity
from builder.model.join_words import how_joined, joined_formula, weight_told
from builder.model.joins import Join, JoinKind
from builder.model.leaf_rules import Option
from builder.model.option_words import option_words
from builder.model.panel.short_names import called_in, short_names
from builder.model.points import TOTAL
from builder.model.scheme import Scheme
from builder.panel.results.order import crowded
from builder.verify.difference import is_one_replaced, shortened, told_apart
from builder.verify.identity_words import (
    choice_words,
    differing_words,
    identity_words,
    scale_words,
    set_words,
)
from builder.verify.lines_in_words import lines_in_words
from builder.verify.word.figure_numbers import title_of
from builder.verify.word.own_words import placeholder_spellings
from builder.word.bookmarks import bookmark_names
from tests.kit.samples import HERE
from tests.pages.asking import one_each, told_lines
from tests.pages.plans import rich
from tests.pages.reading import lines_of

SENTENCE = "本组织建立了质量管理体系，定期评审并改进；各部门分工明确。"


def _joins() -> Iterator[str]:
    labels = {"1": "1 领导", "2": "2 战略"}
    terms = ((Decimal("0.8"), "1"), (Decimal("0.25"), "2"))
    for kind, best in product(JoinKind, (1, 2)):
        for join in (Join(kind=kind, best=best), Join(kind=kind, best=best, terms=terms)):
            yield f"{kind} {best}: {how_joined(join)} / {joined_formula(join, labels)}"
    node = rich().indicators[1]
    for weight in (None, "0.3", "0.125", "1"):
        one = replace(node, weight=None if weight is None else Decimal(weight))
        yield f"{weight}: {weight_told(one)}"


def _options() -> Iterator[str]:
    lists = (
        (("一般", "1", None), ("良好。", "2.5", "1.5"), ("优秀；", "5", "3")),
        (("*部分* 达到~？", "0", None), ("全部\n达到", "10", None)),
        (("长" * 40, "1", None), ("长" * 41, "2", None), ("长" * 45, "3", None)),
        (("A", "1", None), ("a", "2", None), ("得分（3分）", "3", None)),
    )
    for told in lists:
        options = tuple(
            Option(text=text, points=Decimal(most), least=None if least is None else Decimal(least))
            for text, most, least in told
        )
        yield f"{option_words(options)} {[one.has_range for one in options]}"


def _gates() -> Iterator[str]:
    reaches = (
        Reach(kind=ReachKind.MET),
        Reach(kind=ReachKind.POINTS, amount=Decimal("12.5")),
        Reach(kind=ReachKind.SHARE),
        Reach(kind=ReachKind.SHARE, amount=Decimal("0.6")),
        Reach(kind=ReachKind.OPTION, option="A"),
    )
    yield from told_lines(reach_words, *one_each(*reaches))
    made = rich()
    items = (("2.1",), ("2.1", "2.2"), (EVERY,), (REQUIRED,), ("2.*", "a"), (TOTAL, "G1"))
    counts = (
        Least(amount=Decimal(1), share=True),
        Least(amount=Decimal(2)),
        Least(amount=Decimal("0.5"), share=True),
    )
    for named, least in product(items, counts):
        gate = Gate(code="G", wording="要求", items=named, position=HERE, at_least=least)
        yield f"{named} {items_of(made, gate)}: {gate_rule(made, replace(gate, reach=reaches[3]))}"
    for code, reach in product((TOTAL, "2", "2.1", "9"), reaches):
        yield f"{code} {reach_words(reach)}: {points_wanted(made, code, reach)}"
    yield f"{known_items(made)}"
    yield f"{_ordered(made)}"
    for points, below, gates in product((None, "60"), (None, "80.5"), ((), ("G1", "G2"))):
        low, high = (None if one is None else Decimal(one) for one in (points, below))
        level = Level(name="金奖", position=HERE, points=low, below=high, gates=gates)
        yield f"{points} {below} {gates}: {level_rule(level)}"


def _ordered(scheme: Scheme) -> list[str]:
    gates = tuple(
        Gate(code=code, wording="", items=items, position=HERE)
        for code, items in (("G1", ("G3", "1.1")), ("G2", ("G1",)), ("G3", ("2.1", "G2")))
    )
    return [gate.code for gate in shown_gates(replace(scheme, gates=gates))]


def _identities() -> Iterator[str]:
    one = Identity(
        scheme="a", edition="1", fingerprint="f" * 9, layout="9", choice="", scale="direct"
    )
    others = (
        replace(one, scheme="b", fingerprint="g" * 9),
        replace(one, edition="2", choice="行业=养老"),
        replace(one, fingerprint="g" * 9, layout="8", scale="maturity"),
        replace(one, office="o", task="t", scale="x"),
    )
    for other in others:
        for said, beside in ((one, other), (other, one)):
            yield f"{identity_words(said, beside)} / {differing_words(said, beside)}"
        yield f"{set_words(other, '某奖')} {choice_words(other.choice)} {scale_words(other.scale)}"


def _firms() -> Iterator[str]:
    names = (
        "广东青山钢构股份有限公司",
        "深圳市青山钢构集团有限公司",
        "青山钢构",
        "青山",
        "中国（上海）青山钢构有限责任公司",
        "青山钢构有限公司武汉分公司",
        "武汉市甲公司",
        "甲",
        "",
    )
    yield from told_lines(core, *one_each(*names))
    for one, other in product(names[:6], names):
        yield f"{one} ~ {other}: {likeness(one, other).name}"
    for word in ("青山", "青山钢构", "深圳青山钢构", "没有", "钢构集团"):
        yield f"{word}: {nearest_named(word, names)}"
    for name in ("武汉甲乙精密机械有限公司", "广东青山钢构股份有限公司", "丙集团", "三一"):
        yield f"{name}: {short_names(name)} {short_names(name, ('武汉市江岸区', '广东省'))}"
    texts = ("武汉甲乙精密机械有限公司（以下简称“甲乙”）成立于2001年。", "甲乙（简称：甲乙精密）")
    yield f"{called_in('武汉甲乙精密机械有限公司', texts)}"
    titles = (
        "某区政府质量奖（制造业）评定标准",
        "某区政府质量奖评定标准（试行）（2024年版）",
        "（甲）（甲）",
    )
    for title in titles:
        yield f"{title}: {award_name('某区政府质量奖', title)}"
    yield award_name("某奖（制造业）", "某奖（制造业）标准（制造业）（大型）")


def _differences() -> Iterator[str]:
    long = SENTENCE * 4
    pairs = (
        ("质量", "质里"),
        ("", "质量"),
        (long, long.replace("质量", "质星", 1)),
        (long, long.replace("；", ";")),
        (long, long[:-6]),
        *((long, f"{long[:n]}{long[n + 1 :]}") for n in (11, 12, 13)),
        *((long, f"{long[:-n]}甲{long[-n:]}") for n in (11, 12, 13)),
        (long, long.replace("本组织", "我们公司")),
        (long, "完全不同的另一段话，没有一处相同。" * 5),
        (long, long.replace("，", "， ")),
        ("甲" * 300, "甲" * 100 + "乙" * 150 + "甲" * 50),
    )
    for planned, found in pairs:
        yield " → ".join(told_apart(planned, found))
    yield from told_lines(shortened, *one_each("短", "长" * 40, "长" * 200, "a\nb"))
    swaps = (("本组织", "本公司"), ("组织的", "公司的"))
    yield from told_lines(is_one_replaced, (swaps,), ((*swaps, ("员工", "职工")),), ((),))


def _lines() -> Iterator[str]:
    rows = ((), (3,), (3, 4, 5), (1, 3, 5, 7), (1, 3, 5, 7, 9), (2, 4, 6, 8, 10, 12))
    yield from told_lines(lines_in_words, *product(rows, ((), (2,), (1, 2, 28))))
    yield from told_lines(
        crowded,
        *product(((1, 2, 3), (1, 1, 3), (1, 2, 2), (0, 0, 1), ()), (None, 0, 1, 2, 3)),
    )
    texts = ("短", SENTENCE, SENTENCE * 30, f"{SENTENCE}\n" * 30, "无标点" * 400, "a b " * 900)
    for text, width in product(texts, (8.0, 40.0, 90.0)):
        cut = pieces(text, width)
        assert "".join(cut).replace("\n", "") == text.replace("\n", "")
        yield f"{text[:6]!r} {width}: {[(len(one), one[-2:]) for one in cut]}"
    titles = ("图 1 流程", "表１－２ 结果", "图1", "见图 1。", "表 1 结果。", "图 1 " + "长" * 36)
    yield from told_lines(title_of, *one_each(*titles, *(f"图 1 {'长' * n}" for n in (35, 36, 37))))
    yield from told_lines(placeholder_spellings, *one_each("", "(在此填写)", "在此填写", "()"))
    codes = ("1.1", "1,1", "1 1", "A" * 40, "终", "_", "1.1")
    yield f"{bookmark_names(codes)}"


def _formats() -> Iterator[str]:
    codes = (
        *("", "General", "0", "0.00", "0%", "0.0%", "#,##0", "0,", "0.0,,", "@", ";;;"),
        *(
            "0;-0",
            "0;(0)",
            '0"分"',
            '"约"0',
            "[>1]0;0.0",
            "[<=60]0;[>60]0.00",
            "[>=60]0.0;0",
            "[<60]0.0;0",
            "[<>60]0.0;0",
            "[=60]0.0;0",
            "0;;",
            "00000",
        ),
        *("yyyy-mm-dd", "[红色]0", "0_ ", "_-* 0", '"a;b"0', "\\-0", "0.00E+00", "# ?/?", "!分0"),
    )
    for code in codes:
        form = number_format(code)
        texts = form.for_texts
        said = [
            f"{value}→{written(section, value)}|{read_as(section, value)}"
            for value in map(Decimal, ("98.5", "0.985", "0", "-3", "61", "60", "12345678"))
            for section in [form.of(value)]
        ]
        yield f"{code} {form.plain} {texts is not None}: {'  '.join(said)}"


PAGES: dict[str, Callable[[], Iterator[str]]] = {
    "词-合成": _joins,
    "词-选项": _options,
    "词-示范": lambda: lines_of((OF_ORGANISATION, OF_PERSON)),
    "词-门槛": _gates,
    "词-标识": _identities,
    "词-名称": _firms,
    "词-差别": _differences,
    "词-行列": _lines,
    "词-数字格式": _formats,
}
