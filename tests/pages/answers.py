"""What the small functions answer: what was asked, and what they say, line by line."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import partial
from itertools import product

from builder.book.cell_text import LONGEST, fitting
from builder.book.naming import indicator_name, is_safe_name, row_name
from builder.book.text_height import row_height, text_lines
from builder.formula.blank import is_blank, named, seen
from builder.formula.value import Value
from builder.model.compared_text import folded, reduced, squeezed
from builder.model.credit_code import check_character, strange_places
from builder.model.days import as_day, has_no_end, read_span
from builder.model.descriptors import listed_percents, lists_band
from builder.model.evidence_files import EvidenceFile
from builder.model.identity import Identity, settings_of, settings_properties
from builder.model.nearest import did_you_mean, nearest
from builder.model.panel.record import Outcome
from builder.model.panel.rules import PanelRules
from builder.model.returned_document import is_document
from builder.model.scheme import Band
from builder.panel.results.order import ranked
from builder.verify.cross.agreement import agree
from builder.verify.evidence_names import OwnFile, Shelf, applicant_files
from builder.verify.evidence_pages import pages_beyond
from builder.verify.moved_lines import follow
from builder.verify.written_numbers import number_in
from tests.pages.asking import one_each, told, told_lines
from tests.pages.formula_answers import PAGES as OF_FORMULAS

_DAYS: tuple[Value, ...] = (
    *(
        "2025-06-30",
        "2025/6/3",
        "2025.6",
        "２０２５年６月３日",
        " 2025 年 ",
        "20250630",
        "20251301",
    ),
    *("2025-00", "2025-12", "2025-13", "2025-2-29", "2024-2-29", "2025-4-31", "2025-1-0"),
    *(
        "1899",
        "1900",
        "2100",
        "2101",
        "长期",
        "长期 有效",
        "无固定期限",
        "-",
        "——",
        "无",
        "无效",
        "",
    ),
    *map(Decimal, ("0", "1", "1.5", "1899", "1900", "2100", "2101", "73415", "73416", "20250630")),
    *(Decimal(20251301), None, True),
)
_FIGURES = (
    *(
        "12",
        " 1,234.50 万元",
        "１２％",
        "-3",
        "+3",
        "3 人次",
        "3%%",
        "三",
        "",
        "1.",
        "12345678901234567",
    ),
    *("1.0", "1234567890.12345678901", "5 元/件"),
)


def _end_of_long(size: int) -> str:
    text = fitting("长" * size)
    return f"{len(text)} {text[-14:]}"


def _blank_row(least: float) -> float:
    return row_height((), least=least)


def _words() -> Iterator[str]:
    unseen = (
        "",
        " ",
        "\u3000",
        "\u200b",
        "a\u200b b",
        "\t",
        "\x7f",
        "\ufeff",
        "\u2800",
        "\x01",
        "Ａ Ａ",
    )
    for ask in (is_blank, seen, squeezed, reduced, folded):
        yield from told_lines(ask, *one_each(*unseen))
    yield from told_lines(named, *one_each(*"\t\n\r\u00a0\u200b\u2060\x01\u2800"))
    names = ("score_1", "A1", "abc12", "abcd12", "R", "rc", "R1C2", "c3", "", "1a", "_x", "a" * 255)
    yield from told_lines(is_safe_name, *one_each(*names, "a" * 256, "名"))
    yield from told_lines(indicator_name, ("score", "1.2.3"))
    yield from told_lines(row_name, ("evidence", 12, "name"))
    yield from told_lines(_end_of_long, *one_each(LONGEST - 1, LONGEST, LONGEST + 1))
    widths = (
        (text, width)
        for text in ("", "a" * 10, "长" * 5, "长" * 5 + "a", "a\n\nb")
        for width in (1, 5, 13)
    )
    yield from told_lines(text_lines, *widths)
    yield from told_lines(
        row_height, ((),), ((("a\nb", 9), ("c", 2)),), ((("a" * 100, 9), ("b", 9)),)
    )
    yield from told_lines(_blank_row, *one_each(21.0, 21.5, 22.0))
    known = ("强项", "质量手册", "Quality", "quantity")
    for near in (nearest, did_you_mean):
        yield from told_lines(
            near, *((word, known) for word in ("质量手则", "QUALITY", "没有", "", "quality" * 10))
        )
    yield from told_lines(
        is_document, *one_each("a.docx", "b/A.DOCM", "a.doc", "a.wps", "a.xlsx", "docx", "")
    )
    codes = ("91350100M000100Y43", "91350100m000100y43", "9135O100M000I00Y4S", "0" * 18, "")
    yield from told_lines(strange_places, *one_each(*codes))
    yield from told_lines(
        check_character, *one_each("91350100M000100Y4", "0" * 17, "Y" * 17, "12345678901234567")
    )


def _bands() -> Iterator[str]:
    printed = (
        *(
            "0%或5%",
            "10%, 15%, 20%或25%",
            "10-25%",
            "10％～25％",
            "25%以下",
            "90%以上",
            "没有",
            "5%",
        ),
        *("90%, 95%或100%", "0%–5%", "12.5%-25%", "不足 10%", "10%以下，20%以上"),
    )
    yield from told_lines(listed_percents, *one_each(*printed))
    for low, high in ((0, 5), (0, 25), (10, 25), (10, 20), (90, 100), (95, 100), (90, 95)):
        band = Band(name="", low=Decimal(low) / 100, high=Decimal(high) / 100)
        for step in (None, Decimal("0.05")):
            yield f"{low}–{high} {step}: {[one for one in printed if lists_band(one, band, step)]}"


def _days() -> Iterator[str]:
    for value in _DAYS:
        span = read_span(value)
        days = "" if span is None else f"{span.first}…{span.last}"
        yield f"{value!r}: {days} {told(as_day(value))} {has_no_end(value)}"
    yield from told_lines(number_in, *one_each(*_FIGURES))
    yield from told_lines(
        pages_beyond, *product(("0", "1、60-61", "第６０页", "1234567", "000060", "无"), (60, 61))
    )
    pairs = (
        *(("12", "12.0"), ("1,200 元", "1200"), ("2025-6-3", "2025年6月3日"), ("甲（盖章）", "甲")),
        *(
            ("C制造业", "制造业"),
            ("A甲", "甲"),
            ("a", "A"),
            ("12", "13"),
            ("2025", "2025-1"),
            ("12", "甲"),
        ),
        *(("2025-06-30", "甲"), ("C制造业", "C 制造业"), ("", "")),
    )
    yield from told_lines(agree, *pairs)
    spans = [
        span for text in ("2025", "2025-1", "2025-1-31", "2025-12") if (span := read_span(text))
    ]
    for one, other in product(spans, spans):
        yield f"{one.first}…{one.last} {other.first}…{other.last}: {one.agrees(other)}"


def _files() -> Iterator[str]:
    paths = (
        *(
            "甲公司/E001 手册.pdf",
            "甲公司/制度/手册.pdf",
            "甲公司/记录.PDF",
            "甲公司/记录（一）.docx",
        ),
        *("乙/手册.pdf", "甲公司质量部/其他.txt"),
    )
    files = tuple(EvidenceFile(path=path, size=1) for path in paths)
    shelf = Shelf([OwnFile(path=one.path.partition("/")[2], file=one) for one in files[:4]])
    typed = (
        *(
            "E001 手册.pdf",
            "手册.pdf",
            "制度\\手册.pdf",
            "记录.pdf",
            "记录",
            "记录(一).DOCX",
            "记录一",
        ),
        *(
            "e001手册",
            "记录.doc",
            "没有.pdf",
            "手则.pdf",
            "",
            " 、",
            "记录、手册.pdf",
            "记录；没有",
            "记录一.txt",
        ),
    )
    yield from told_lines(shelf.find, *one_each(*typed))
    for names in (("甲公司",), ("公司",), ("乙",), ("甲公司质量部门",), ("丙丙丙丙",), ("", "  ")):
        for alone in (True, False):
            found = applicant_files(files, names, alone=alone)
            yield f"{names} {alone}: {told(found)}"
    nested = tuple(EvidenceFile(path=f"证据/{path}", size=1) for path in paths)
    for kept in (nested, nested[:1], files[:4], (*nested, files[0]), ()):
        yield f"{len(kept)}: {told(applicant_files(kept, ('甲公司',), alone=False))}"
    yield f"{[one.name for one in files]}"


def _moved() -> Iterator[str]:
    rows = range(1, 9)
    for anchors in (
        *({}, {2: 2, 5: 5}, {2: 3, 5: 6}, {2: 2, 5: 4}, {2: 2, 5: 7}, {2: 1, 5: 4, 8: 7}),
        *({2: 5, 3: 2, 5: 4}, {2: 6, 6: 2}, {2: 2, 3: 8, 4: 3, 5: 4}, {1: 1, 2: 2, 3: 4, 8: 9}),
        *({2: 4, 3: 3, 4: 2}, {1: 1, 2: 2, 6: 6}, {1: 1, 3: 2}, {1: 3, 2: 1, 8: 10}),
    ):
        for broken in (frozenset[int](), frozenset({4, 7, 8})):
            lines = follow(rows, anchors, broken)
            jumps = " ".join(f"{jump.line}{jump.offset:+d}" for jump in lines.jumps)
            told = f"{[*lines.places.values()]} gone {sorted(lines.gone)} moved {lines.moved}"
            yield f"{anchors} {sorted(broken)}: {told} jumps {jumps}"


def _identities() -> Iterator[str]:
    make = partial(
        Identity, scheme="a", edition="1", fingerprint="f", layout="9", choice="", scale="s"
    )
    for office, task in product(("", "o"), ("", "t")):
        one = make(office=office, task=task)
        yield f"{one.values} {one.kit} {one.joined}"
    for size in (0, 1, 200, 201, 400, 401):
        pieces = settings_properties("设" * size)
        yield f"{size}: {[(name, len(piece)) for name, piece in pieces.items()]}"
        yield f"  {len(settings_of(pieces))} {len(settings_of({**pieces, 'qa.settings.4': 'x'}))}"


def _outcome(applicant: str, kit: str, total: str, first: str, second: str) -> Outcome:
    points = {"1": Decimal(first), "2": Decimal(second)}
    return Outcome(
        file="",
        digest="",
        leader="",
        signed_on="",
        agreed={},
        reasons={},
        site={},
        joined={},
        applicant=applicant,
        kit=kit,
        points=points,
        parts=(),
        total=Decimal(total),
        stated=Decimal(100),
        maximum=Decimal(100),
    )


def _places() -> Iterator[str]:
    outcomes = (
        _outcome("C5", "甲", "60", "20", "10"),
        _outcome("C1", "甲", "59.99", "30", "10"),
        _outcome("C4", "乙", "80", "10", "10"),
        _outcome("C3", "甲", "60", "30", "10"),
        _outcome("C2", "甲", "60", "30", "20"),
        _outcome("C6", "甲", "60", "30", "10"),
    )
    for line, places, tie_break in product(
        (None, "60"), (None, 1, 2, 3, 5), ((), ("1",), ("1", "2"))
    ):
        limit = None if line is None else Decimal(line)
        rules = PanelRules(line=limit, places=places, tie_break=tie_break)
        told = (
            f"{one.applicant}={one.place}{'入围' if one.shortlisted else ''}"
            for one in ranked(outcomes, rules)
        )
        yield f"{line} {places} {tie_break}: {' '.join(told)}"


PAGES: dict[str, Callable[[], Iterator[str]]] = {
    **OF_FORMULAS,
    "答-文字": _words,
    "答-档次": _bands,
    "答-日期和数": _days,
    "答-证据文件": _files,
    "答-移动的行": _moved,
    "答-标识": _identities,
    "答-名次": _places,
}
