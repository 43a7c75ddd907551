"""``builder trace``: how a number of a panel came about, from each reviewer to the ranking."""

from collections.abc import Iterator
from pathlib import Path

from builder.findings.finding import Finding
from builder.formula.render import plain_number, shown_number
from builder.frozen import frozen
from builder.model.compared_text import reduced
from builder.model.nearest import did_you_mean
from builder.model.panel.record import Outcome, PanelRecord
from builder.model.points import TOTAL
from builder.panel.consensus.guide import rule_words
from builder.pipeline.panel.proving import compared, recomputed
from builder.pipeline.stages.telling import ASKED, after_reviews, stage_lines
from builder.pipeline.verify import Verifier

# A seal without a secret shows what slipped; whoever means to can make it anew.
_PROVED = "校验：文件都和记录一致，各项分数从评审分起重新算过，一致（只是校验，不是防伪）。"
_PROVED_BY_PHRASE = (
    "校验：文件都和记录一致，各项分数从评审分起重新算过，一致；记录是用本单位的口令封存的。"
)


@frozen
class Traced:
    """The lines, or the finding that says why there are none."""

    lines: tuple[str, ...]
    findings: tuple[Finding, ...] = ()


def trace_number(
    record: PanelRecord,
    path: str,
    applicant: str,
    code: str,
    verifier: Verifier,
    *,
    keyed: bool = False,
) -> Traced:
    """How the points of an indicator, or the total, of an applicant came about.

    Every file of the record is compared with what is there, and every number worked out again.
    ``keyed`` is whether the record was sealed with the office's phrase.
    """
    names = {one.applicant: record.merged.task.name(one.applicant) for one in record.outcomes}
    outcome = next(
        (
            one
            for one in record.outcomes
            if applicant in (one.applicant, names[one.applicant])
            or reduced(names[one.applicant]) == reduced(applicant)
        ),
        None,
    )
    if outcome is None:
        known = (*names, *names.values())
        return _unknown(path, applicant, did_you_mean(applicant, known))
    asked = stage_lines(record, outcome, code) if code in ASKED else ()
    if not asked and code != TOTAL and code not in outcome.points:
        known = () if code in ASKED else (*outcome.points, TOTAL, *ASKED)
        return _unknown(path, code, did_you_mean(code, known))
    head = f"{names[outcome.applicant]}（{outcome.applicant}）"
    lines = asked or tuple(
        _of_total(record, outcome)
        if code == TOTAL
        else _of_leaf(record, outcome, code)
        if code in outcome.joined
        else _of_group(record, outcome, code)
    )
    wrong = recomputed(record, Path(path), outcome.applicant, verifier)
    found = (*compared(record, Path(path)), *(() if wrong is None else (wrong,)))
    proved = () if found else (_PROVED_BY_PHRASE if keyed else _PROVED,)
    return Traced(lines=(head, *lines, *proved), findings=found)


def _unknown(path: str, said: str, hint: str) -> Traced:
    return Traced(lines=(), findings=(Finding.at("QA958", path, actual=said, hint=hint),))


def _of_leaf(record: PanelRecord, outcome: Outcome, code: str) -> Iterator[str]:
    merged = record.merged
    yield f"{record.labels.get(code, code)}：{plain_number(outcome.points[code])} 分"
    own = merged.task.applicant(outcome.applicant).scores.get(code)
    if own is not None:
        file = merged.task.applicant(outcome.applicant)
        yield f"  企业自评 {plain_number(own)} 分　{file.file}　{file.digest[:16]}"
    for opinion in merged.of(outcome.applicant):
        if code in opinion.points:
            role = merged.task.reviewer(opinion.reviewer).role
            given = plain_number(opinion.points[code])
            who = f"{opinion.reviewer}{f'（{role}）' if role else ''}"
            where = f"{opinion.file}!{opinion.cells[code]}"
            yield f"  {who} {given} 分　{where}　{opinion.digest[:16]}"
            even = merged.adjusted.get(f"{opinion.reviewer}-{outcome.applicant}", {}).get(code)
            if even is not None:
                how = dict(rule_words(merged.rules))["标准化"]
                yield f"    标准化为 {plain_number(even)} 分：{how}"
    rule = dict(rule_words(merged.rules))["合成"]
    yield f"  合成分 {plain_number(outcome.joined[code])} 分：{rule}"
    if code in outcome.agreed:
        reason = outcome.reasons.get(code, "")
        yield f"  合议改为 {plain_number(outcome.agreed[code])} 分：{reason}"
    for visit in merged.visited(outcome.applicant):
        if code in visit.points:
            where = f"{visit.file}!{visit.cells[code]}"
            given = plain_number(visit.points[code])
            yield f"  现场 {visit.examiner} {given} 分　{where}　{visit.digest[:16]}"
    if code in outcome.site and merged.rules.material is not None:
        stages = dict(rule_words(merged.rules))["两个阶段"]
        yield f"  现场评审 {plain_number(outcome.site[code])} 分：{stages}"
    yield f"  合议表 {outcome.file}　{outcome.digest[:16]}　{outcome.leader} {outcome.signed_on}"


def _of_group(record: PanelRecord, outcome: Outcome, code: str) -> Iterator[str]:
    yield f"{record.labels.get(code, code)}：{shown_number(outcome.points[code])} 分"
    for below in outcome.points:
        if _is_child(code, below, outcome):
            label = record.labels.get(below, below)
            yield f"  {label} {shown_number(outcome.points[below])} 分"
    yield "  下级得分按原文的规则相加或合成，不超过本项分值。"


def _is_child(code: str, below: str, outcome: Outcome) -> bool:
    """Whether a node lies right under another, as far as the record knows nodes with points."""
    if not below.startswith(f"{code}."):
        return False
    return not any(
        below.startswith(f"{other}.") and other.startswith(f"{code}.") for other in outcome.points
    )


def _of_total(record: PanelRecord, outcome: Outcome) -> Iterator[str]:
    place = "未入围现场评审" if outcome.out else f"第 {outcome.place} 名"
    yield f"总分：{shown_number(outcome.total)} 分，{place}（{outcome.group}）"
    for part in outcome.parts:
        yield f"  {part.label} {shown_number(part.score)} / {plain_number(part.points)}"
    yield f"  各一级指标按原文的规则相加或合成，不超过 {plain_number(outcome.stated)} 分"
    for label, words in rule_words(record.merged.rules):
        if label in ("入围现场", "达线", "入围", "名次") or label.startswith("类别"):
            yield f"  {label}：{words}"
    yield from after_reviews(record, outcome)
    left = "、".join(record.merged.left_out)
    if left:
        yield f"  不计入的评审表：{left}"
