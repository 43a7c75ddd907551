"""A notice that was understood, as a person would write its scheme."""

import json
import re
from collections.abc import Iterator
from decimal import Decimal

from builder.load.escaped import (
    escaped_heading,
    escaped_line,
    note_line,
    quoted,
    quoted_in_braces,
)
from builder.load.wording import split_criterion_points
from builder.notice.recognise.amounts import written as points_words
from builder.notice.recognise.codes import implied
from builder.notice.recognise.conditions import circumstances
from builder.notice.recognise.node import Entry, Grid, Node, Role
from builder.notice.recognise.ordered import Recognised

# What is known only once the draft was added up: where, stated, actual and treatment of each.
Discrepancies = tuple[tuple[str, Decimal, Decimal, str], ...]


def draft_text(found: Recognised, scheme_id: str, step: str, discrepancies: Discrepancies) -> str:
    """The whole text of the draft."""
    lines = ["---", *_head(found, scheme_id, step, discrepancies), "---", ""]
    for root in found.roots:
        for line in _node(root, 1, inside=False):
            lines += [line, ""]
    return "\n".join(lines)


def _head(
    found: Recognised, scheme_id: str, step: str, discrepancies: Discrepancies
) -> Iterator[str]:
    head = found.head
    yield f"id: {scheme_id}"
    yield f"title: {quoted(head.title)}"
    yield f"award: {quoted(head.award)}"
    yield f"edition: {quoted(head.edition)}"
    yield f"source: {quoted(head.source)}"
    yield f"total: {points_words(head.total or Decimal(0))}"
    if head.weighted:
        yield "总分合计: 加权"
    yield f"scale: {head.scale}"
    if head.scale == "maturity":
        yield f"step: {head.band_step}%"
        yield "bands:"
        for name, low, high in head.bands:
            called = json.dumps(name, ensure_ascii=False)
            yield f"  - {{name: {called}, low: {low}%, high: {high}%}}"
    elif head.grades:
        yield "step: 1"
        yield f"grades: [{', '.join(quoted_in_braces(one) for one in head.grades)}]"
    else:
        yield f'step: "{step}"'
        yield from _terms("scale_terms", _of_step(found, step))
    yield from _terms("office_terms", head.office_terms)
    yield from _choice(found)
    yield from _compositions(found)
    yield from _conditions(found, Role.ELIGIBILITY, "eligibility", "E")
    yield from _conditions(found, Role.VETO, "vetoes", "V")
    if head.threshold is not None:
        points, wording = head.threshold
        yield from ("threshold:", f"  points: {points}", f"  wording: {quoted(wording)}")
    yield from _discrepancies(discrepancies)
    yield from _remarks(found)
    if head.fields:
        yield "fields:"
    for at, (name, caption, kind) in enumerate(head.fields):
        must = ", required: true" if not at else ""
        called = quoted_in_braces(caption)
        yield f"  - {{name: {name}, caption: {called}, kind: {kind}{must}}}"
    if head.metrics:
        yield "metrics:"
        for one in head.metrics:
            unit = f", unit: {quoted_in_braces(one.unit)}" if one.unit else ""
            better = f", better: {one.better}" if one.better else ""
            name = quoted_in_braces(one.name)
            yield f'  - {{indicator: "{one.code}", name: {name}{unit}{better}}}'


def _of_step(found: Recognised, step: str) -> list[str]:
    """What is said of a step that the notice does not print."""
    office = step != printed_step(found)
    return [f"评分步长{step}分是质量办为便于评分所作的约定，非原文件规定。"] if office else []


def printed_step(found: Recognised) -> str:
    """The step by which a sentence of the notice has points given, empty where none says it."""
    texts = (entry.text for root in found.roots for node in root.walk for entry in node.entries)
    said = next(filter(None, map(_STEP.search, texts)), None)
    return "" if said is None else said["times"] or said["unit"]


_STEP = re.compile(
    r"[按以为取](?P<times>\d{1,2}(?:\.\d{1,2})?)分?的(?:整数)?倍"
    r"|(?:最小|打分|评分|计分)(?:单位|间隔|步长)[为是：:]?(?P<unit>\d{1,2}(?:\.\d{1,2})?)分"
)


def _terms(name: str, terms: list[str]) -> Iterator[str]:
    if terms:
        yield f"{name}:"
        yield from (f"  - {quoted(term)}" for term in terms)


def _choice(found: Recognised) -> Iterator[str]:
    head = found.head
    if not head.choice:
        return
    yield "choices:"
    yield f"  - name: {head.choice}"
    yield f"    options: [{', '.join(quoted_in_braces(one) for one in head.options)}]"
    if head.default:
        yield f"    default: {quoted(head.default)}"
    else:
        yield f"    no_default: {head.choice}由申报者选一个，原文件没有规定哪一个为默认。"


def _compositions(found: Recognised) -> Iterator[str]:
    if not found.head.compositions:
        return
    yield "compositions:"
    for node, wording, terms in found.head.compositions:
        yield f'  - code: "{node.code}"'
        yield f"    wording: {quoted(wording)}"
        yield "    terms:"
        for factor, nodes in terms:
            codes = [f'"{one.code}"' for one in nodes]
            which = f"code: {codes[0]}" if len(codes) == 1 else f"one_of: [{', '.join(codes)}]"
            yield f"      - {{factor: {factor}, {which}}}"


def _conditions(found: Recognised, role: Role, name: str, letter: str) -> Iterator[str]:
    entries = [
        entry
        for root in found.roots
        for node in root.walk
        if node.role is role
        for entry in node.entries
    ]
    if entries:
        yield f"{name}:"
    for at, entry in enumerate(entries, start=1):
        yield f"  - code: {letter}{at}"
        yield f"    text: {quoted(entry.text)}"
        apart = circumstances(entry) if role in found.head.apart else ()
        if apart:
            yield "    circumstances:"
            yield from (f"      - {quoted(one)}" for one in apart)


def _discrepancies(discrepancies: Discrepancies) -> Iterator[str]:
    if discrepancies:
        yield "discrepancies:"
    for where, stated, actual, treatment in discrepancies:
        yield f"  - where: {where if where == 'total' else json.dumps(where)}"
        yield f"    stated: {points_words(stated)}"
        yield f"    actual: {points_words(actual)}"
        yield f"    treatment: {quoted(treatment)}"


def _remarks(found: Recognised) -> Iterator[str]:
    codes = {node.title: node.code for root in found.roots for node in root.walk if node.code}
    wide = [
        (title, f"原文件印作“{title}”：半角的 * ? ~ 在表格里另有含义，写作全角。")
        for title in codes
        if title.translate(_WIDE) != title
    ]
    said = (*found.head.remarks, *wide)
    remarks = [(codes[title], text) for title, text in said if title in codes]
    if remarks:
        yield "remarks:"
    for code, text in remarks:
        yield f'  - where: "{code}"'
        yield f"    text: {quoted(text)}"


def _node(node: Node, level: int, *, inside: bool) -> Iterator[str]:
    """The heading with all beneath it; ``inside`` text that is only printed it needs no mark."""
    if node.role in (Role.ELIGIBILITY, Role.VETO):
        return
    if node.role is not Role.DROPPED:
        yield _heading(node, level, inside=inside)
        reference = node.role is Role.SECTION
        for content in node.contents:
            if isinstance(content, Grid):
                yield _table(content)
            else:
                yield _entry(content, reference=reference)
    within = inside or node.role is Role.SECTION
    for child in node.children:
        yield from _node(child, min(level + 1, _DEEPEST), inside=within)


_DEEPEST = 6


# What a formula that counts evidence takes for any sign, and what looks the same to a reader.
_WIDE = str.maketrans("*?~", "＊？～")


def _heading(node: Node, level: int, *, inside: bool) -> str:
    words = escaped_heading(node.title)
    if node.role is Role.SECTION:
        attributes = [] if inside else ["reference"]
        if any(_is_band_table(one) for one in node.contents):
            attributes += _dimension_of(node.title)
        return f"{'#' * level} {words}{_braces(attributes)}"
    words = words.translate(_WIDE)
    points = "" if node.points is None else f"（{points_words(node.points)}分）"
    attributes = [] if implied(node) == node.code else [f"code={node.code}"]
    attributes += [node.dimension] if node.dimension else []
    attributes += ["unscored"] if node.role is Role.UNSCORED else []
    attributes += ["replaceable"] if node.replaceable else []
    attributes += ["veto"] if node.veto else []
    attributes += [f'variant="{node.variant}"'] if node.variant else []
    attributes += ["加分项"] if node.bonus else []
    attributes += node.way
    return f"{'#' * level} {words}{points}{node.weight}{_braces(attributes)}"


def _braces(attributes: list[str]) -> str:
    return f" {{{' '.join(attributes)}}}" if attributes else ""


def _dimension_of(title: str) -> list[str]:
    process, result = "过程" in title, "结果" in title
    return [] if process == result else ["process" if process else "result"]


def _is_band_table(content: Entry | Grid) -> bool:
    return isinstance(content, Grid) and sum("%" in row[0] for row in content.rows if row) > 1


def _entry(entry: Entry, *, reference: bool) -> str:
    if entry.as_it_is:
        # A figure of a formula is an item of a list; of the others only points stay as they are.
        listed = entry.text.startswith("- ")
        return entry.text if listed else escaped_line(entry.text, scored=False)
    if entry.note or reference:
        text = escaped_line(entry.text, scored=not reference)
        return text if reference else note_line(text)
    suspects = split_criterion_points(entry.text).suspects
    certain = suspects[0].rewritten if len(suspects) == 1 else ""
    return escaped_line(certain or entry.text, scored=True)


def _table(grid: Grid) -> str:
    rows = [[cell.replace("|", "\\|") for cell in row] for row in grid.rows]
    head, *body = rows
    lines = [head, ["---"] * len(head), *body]
    return "\n".join(f"| {' | '.join(line)} |".replace("|  |", "|  |") for line in lines)
