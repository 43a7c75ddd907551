"""Faults in what an applicant fills in."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from builder.book.book_plan import InputKind
from builder.book.naming import indicator_name, row_name
from builder.formula.value import Value
from builder.kit.adjustment_sheet import DELETED, REPLACED
from builder.kit.eligibility_sheet import ABSENT, MET
from builder.kit.sheet_names import EVIDENCE_TABLE, METRICS, METRICS_TABLE
from builder.model.office import FieldKind
from tests.proof.seeding import DRAWS, Sown, answered, at, tampered
from tests.support.answers import band_percents
from tests.verify.judged import Case, case
from tests.verify.tampering import with_cell, with_row_below


def sow_scores(chosen: Case) -> Iterator[Sown]:
    """A score missing, no number, off its step, over its points, or typed as text."""
    for draw in DRAWS:
        one = case(chosen.plan.identity.scheme, draw)
        leaf, name = one.leaf, one.score.name
        yield answered(one, f"空 {draw}", at("QA501", leaf.score, leaf.code), **{name: None})
        for value in ("好", True):
            line = at("QA504", leaf.score, leaf.code)
            yield answered(one, f"不是数 {value} {draw}", line, **{name: value})
        if leaf.banded:
            yield from _banded(one, draw)
        else:
            step = one.score.allowed.step or Decimal(1)
            over = at("QA503", leaf.score, leaf.code)
            off = at("QA502", leaf.score, leaf.code)
            yield answered(one, f"超分 {draw}", over, **{name: leaf.points + step})
            yield answered(one, f"不是倍数 {draw}", off, **{name: step / 4})
            given = one.answers[name]
            text = f"{given}分".translate({ord(str(n)): ord("０") + n for n in range(10)})
            line = at("QA509", leaf.score, leaf.code)
            yield answered(one, f"全角文字 {draw}", line, **{name: text})


def _banded(one: Case, draw: int) -> Iterator[Sown]:
    leaf, name = one.leaf, one.score.name
    bands = band_percents(one.plan)
    lowest = next(iter(bands))
    off = at("QA507", leaf.score, leaf.code)
    yield answered(one, f"不在本档 {draw}", off, **{indicator_name("band", leaf.code): lowest})
    yield answered(one, f"不合级 {draw}", off, **{name: Decimal("0.81")})
    percent = one.answers[name]
    assert isinstance(percent, Decimal)
    line = at("QA509", leaf.score, leaf.code)
    yield answered(one, f"百分比文字 {draw}", line, **{name: f"{percent * 100:f}%"})


def sow_low_bands(chosen: Case) -> Iterator[Sown]:
    """A percent that no band describes, without the reason it needs."""
    plan = chosen.plan
    described = min((held[0] for held in band_percents(plan).values()), default=Decimal(0))
    first = next(iter(band_percents(plan)), "")
    if plan.identity.scheme != "wuhan-individual" or described:
        return
    leaf = chosen.leaf
    changed: dict[str, Value] = {
        chosen.score.name: Decimal("0.2"),
        indicator_name("band", leaf.code): first,
        indicator_name("note", leaf.code): None,
    }
    yield answered(chosen, "低档无理由", at("QA508", leaf.score, leaf.code), **changed)


def sow_texts(chosen: Case) -> Iterator[Sown]:
    """A text that is too long, and formulas where an answer belongs."""
    plan, leaf = chosen.plan, chosen.leaf
    note = next(item for item in plan.inputs if item.name == indicator_name("note", leaf.code))
    longest = note.allowed.longest or 0
    line = at("QA506", note.cell, leaf.code)
    yield answered(chosen, "说明过长", line, **{note.name: "长" * (longest + 1)})
    cell = leaf.score
    address = f"{chr(ord('A') + cell.column - 1)}{cell.row}"
    given = chosen.answers[chosen.score.name]
    yield tampered(
        chosen,
        "填公式",
        lambda: with_cell(
            chosen.content,
            plan,
            cell,
            lambda xml: (
                xml.replace("><v>", f"><f>{given}+0</f><v>", 1) if f'r="{address}"' in xml else xml
            ),
        ),
        at("QA505", cell, leaf.code),
    )


_FIELD_FAULTS: tuple[tuple[FieldKind, Value, str], ...] = (
    (FieldKind.CREDIT_CODE, "9135", "QA522"),
    (FieldKind.CREDIT_CODE, "I1350100M000100Y43", "QA523"),
    (FieldKind.CREDIT_CODE, "91350100M000100Y44", "QA524"),
    (FieldKind.OPTION, "不在列表里", "QA525"),
    (FieldKind.INDUSTRY, "不在列表里", "QA525"),
    (FieldKind.DATE, "2015-13-40", "QA526"),
    (FieldKind.EMAIL, "没有", "QA526"),
    (FieldKind.NUMBER, "约三百人", "QA526"),
    (FieldKind.YEARS, "很多", "QA526"),
)


def sow_fields(chosen: Case) -> Iterator[Sown]:
    """基本信息 with a required field blank, or one of each kind filled in wrongly."""
    names = {item.cell: item.name for item in chosen.plan.inputs}
    required = [field for field in chosen.plan.fields if field.required]
    for field in required:
        cell = field.inputs[0]
        line = at("QA521", cell)
        yield answered(chosen, f"未填{field.title}", line, **{names[cell]: None})
    for kind, value, code in _FIELD_FAULTS:
        for field in (one for one in chosen.plan.fields if one.kind is kind):
            cell = field.inputs[0]
            what = f"{field.title}填{value}"
            yield answered(chosen, what, at(code, cell), **{names[cell]: value})
            break


def sow_evidence(chosen: Case) -> Iterator[Sown]:
    """Rows of evidence that are missing, prove nothing, or have impossible days."""
    plan = chosen.plan
    for draw in DRAWS:
        one = case(plan.identity.scheme, draw)
        row = next(
            number
            for number in range(1, len(plan.evidence) + 1)
            if one.answers.get(row_name(EVIDENCE_TABLE, number, "indicator")) == one.leaf.label
        )
        gone: dict[str, Value] = {
            row_name(EVIDENCE_TABLE, row, key): None for key in ("indicator", "name")
        }
        line = at("QA701", one.leaf.score, one.leaf.code)
        yield answered(one, f"缺证据 {draw}", line, **gone)
    more = len(plan.leaves) + 3
    cells = plan.evidence[more - 1]
    label = chosen.leaf.label
    full: dict[str, Value] = {"indicator": label, "name": "另一份证书"}
    first = next(
        number
        for number in range(1, len(plan.evidence) + 1)
        if row_name(EVIDENCE_TABLE, number, "indicator") in chosen.answers
    )
    same: dict[str, Value] = {
        key: chosen.answers[row_name(EVIDENCE_TABLE, first, key)] for key in ("indicator", "name")
    }
    rows: tuple[tuple[str, dict[str, Value], str], ...] = (
        ("未选指标", {**full, "indicator": None}, at("QA702", cells.indicator)),
        ("不存在的指标", {**full, "indicator": "9.9 没有"}, at("QA703", cells.indicator)),
        ("兼证没有的", {**full, "also_1": "没有"}, at("QA703", cells.also[0])),
        ("无名称", {**full, "name": None}, at("QA704", cells.name)),
        ("重复登记", same, at("QA705", cells.name)),
        ("看不懂的日期", {**full, "issued": "去年"}, at("QA721", cells.issued)),
        ("过期", {**full, "until": "2025-12-31"}, at("QA722", cells.until)),
        (
            "日期颠倒",
            {**full, "issued": "2025-06-30", "until": "2025-01-01"},
            at("QA723", cells.until),
        ),
        ("还没有出具", {**full, "issued": "2027-01-01"}, at("QA724", cells.issued)),
    )
    for what, given, line in rows:
        changed = {row_name(EVIDENCE_TABLE, more, key): value for key, value in given.items()}
        yield answered(chosen, what, line, **changed)
    yield from _filled_down(chosen, more, {"未选指标": full | {"indicator": None}, "重复": same})
    proofs = [name for name in chosen.answers if name.startswith(f"{EVIDENCE_TABLE}_")]
    yield answered(
        chosen,
        "一份证据也没有",
        at("QA709", plan.leaves[0].score),
        **dict.fromkeys(proofs),
    )
    last = plan.evidence[-1].name
    below = last._replace(row=last.row + 2)
    yield tampered(
        chosen,
        "登记在表外",
        lambda: with_row_below(chosen.content, plan, below, "另一份证书"),
        at("QA707", below),
    )


def _filled_down(
    chosen: Case, first: int, kinds: Mapping[str, Mapping[str, Value]]
) -> Iterator[Sown]:
    """One row of evidence dragged down over some more."""
    for what, given in kinds.items():
        cells = chosen.plan.evidence[first - 1]
        line = at("QA725", cells.name) if what == "重复" else at("QA710", cells.indicator)
        yield answered(chosen, f"往下拖出五行 {what}", line, **_rows(first, given))
    cells = chosen.plan.evidence[first - 1]
    turned: dict[str, Value] = {"issued": "2025-06-30", "until": "2025-01-01"}
    unclear: dict[str, Value] = {"issued": "去年"}
    for what, days, line in (
        ("日期颠倒", turned, at("QA726", cells.until)),
        ("看不懂的日期", unclear, at("QA727", cells.issued)),
    ):
        full = {"indicator": chosen.leaf.label, **days}
        named = {row_name(EVIDENCE_TABLE, first + down, "name"): f"证{down}" for down in range(5)}
        yield answered(chosen, f"五行都是{what}", line, **_rows(first, full), **named)


def _rows(first: int, given: Mapping[str, Value]) -> dict[str, Value]:
    """Five rows of evidence that say the same."""
    return {
        row_name(EVIDENCE_TABLE, row, key): value
        for row in range(first, first + 5)
        for key, value in given.items()
    }


def sow_figures(chosen: Case) -> Iterator[Sown]:
    """Three-year figures that are no numbers, incomplete, or missing where a band demands them."""
    metrics = chosen.plan.metrics
    if metrics is None:
        return
    row = metrics.rows[0]
    strange = at("QA751", row.years[1], row.indicator)
    key = row_name(METRICS_TABLE, 1, "y2")
    yield answered(chosen, "年度数不是数", strange, **{key: "九成"})
    partly = at("QA752", dict(row.needed)["数据来源"], row.indicator)
    source = row_name(METRICS_TABLE, 1, "source")
    yield answered(chosen, "缺数据来源", partly, **{source: None})
    for demand in chosen.plan.demands:
        rows = {one.name.row for one in demand.rows}
        blank: dict[str, Value] = {
            item.name: None
            for item in chosen.plan.inputs
            if item.kind is InputKind.METRIC
            and item.cell.row in rows
            and item.cell.sheet == METRICS
        }
        line = at("QA753", demand.percent, demand.code)
        yield answered(chosen, f"高档无数据 {demand.code}", line, **blank)


def sow_declarations(chosen: Case) -> Iterator[Sown]:
    """Eligibility, vetoes, deletions and replacements that need somebody's attention."""
    plan = chosen.plan
    names = {item.cell: item for item in plan.inputs}
    for veto, given, code in ((False, "不符合", "QA902"), (True, "存在", "QA904")):
        for asked in [one for one in plan.confirmations if one.veto is veto][:3]:
            item = names[asked.answer]
            other = next(o for o in item.allowed.options if o not in (MET, ABSENT, "不适用"))
            blank = at("QA901", asked.answer)
            yield answered(chosen, f"未答 {item.name}", blank, **{item.name: None})
            yield answered(
                chosen, f"{given} {item.name}", at(code, asked.answer), **{item.name: other}
            )
            if not veto:
                proof = names[asked.proof].name
                lost = at("QA903", asked.proof)
                yield answered(chosen, f"缺证明 {proof}", lost, **{proof: None})
    for leaf in [one for one in plan.leaves if one.veto][:2]:
        score = next(item for item in plan.inputs if item.cell == leaf.score)
        step = score.allowed.step or Decimal(1)
        line = at("QA906", leaf.score, leaf.code)
        yield answered(
            chosen, f"否决指标不满 {leaf.code}", line, **{score.name: leaf.points - step}
        )
    for adjustment in plan.adjustments[:3]:
        yield from _adjusted(chosen, adjustment.code)


def _adjusted(chosen: Case, code: str) -> Iterator[Sown]:
    answer, replacement, reason, approver = (
        indicator_name(key, code)
        for key in ("apply", "apply_replacement", "apply_reason", "apply_approver")
    )
    faults: tuple[tuple[str, str, dict[str, Value]], ...] = (
        ("替换无批准人", "QA911", {answer: REPLACED, approver: None}),
        ("替换无理由", "QA911", {answer: REPLACED, reason: None}),
        ("替换无名称", "QA912", {answer: REPLACED, replacement: None}),
        ("适用填也许", "QA913", {answer: "也许"}),
        ("删减仍有分", f"QA914 {code}", {answer: DELETED}),
    )
    for what, line, changed in faults:
        yield answered(chosen, f"{what} {code}", line.split()[0], **changed)
