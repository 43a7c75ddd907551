"""How the numbers of the stages came about, in lines."""

from collections.abc import Iterator

from builder.formula.render import plain_number, shown_number
from builder.model.panel.record import Outcome, PanelRecord
from builder.model.panel.stages import StageHeld, StageKind
from builder.panel.results.leniency import item_leniency
from builder.panel.stages.standing import winners

# What a person asks about them by.
DEFENCE, VOTE, LENIENCY = "答辩", "投票", "宽严"
ASKED = (DEFENCE, VOTE, LENIENCY)


def stage_lines(record: PanelRecord, outcome: Outcome, asked: str) -> tuple[str, ...]:
    """The lines of one stage about an applicant, none where it was not in it."""
    found = {DEFENCE: _of_defence, VOTE: _of_vote, LENIENCY: _of_leniency}[asked]
    return tuple(found(record, outcome))


def after_reviews(record: PanelRecord, outcome: Outcome) -> Iterator[str]:
    """What the stages made of the total, a line each."""
    for one in () if record.defence is None else record.defence.outcomes:
        if one.applicant == outcome.applicant:
            score, total = plain_number(one.score), plain_number(one.total)
            yield f"  陈述答辩 {score} 分，答辩后总分 {total} 分，第 {one.place} 名"
    for each in () if record.vote is None else record.vote.outcomes:
        if each.applicant == outcome.applicant:
            passed = "通过" if each.passed else "未通过"
            place = f"，第 {each.place} 名" if each.place else ""
            yield f"  评委会投票：同意 {each.agree}／计票基数 {each.base}，{passed}{place}"
    if record.vote is not None or (record.defence is not None and record.merged.rules.vote is None):
        yield f"  结果：{'获奖' if outcome.applicant in winners(record) else '未获奖'}"


def _of_defence(record: PanelRecord, outcome: Outcome) -> Iterator[str]:
    rule, stage = record.merged.rules.defence, record.defence
    if rule is None or stage is None:
        return
    one = next((each for each in stage.outcomes if each.applicant == outcome.applicant), None)
    if one is None:
        return
    yield f"陈述答辩：{plain_number(one.score)} 分，第 {one.place} 名"
    yield from _given(stage.held, outcome.applicant)
    yield f"  规则：{rule.words}"
    share = plain_number(1 - rule.weight)
    most, points = plain_number(outcome.maximum), plain_number(rule.points)
    yield (
        f"  总分 {plain_number(one.total)} 分 = 评审总分 {shown_number(outcome.total)} × {share}"
        f" ＋ 答辩分 {plain_number(one.score)} ÷ {points} × {most} × {plain_number(rule.weight)}"
    )


def _of_vote(record: PanelRecord, outcome: Outcome) -> Iterator[str]:
    rule, stage = record.merged.rules.vote, record.vote
    if rule is None or stage is None:
        return
    one = next((each for each in stage.outcomes if each.applicant == outcome.applicant), None)
    if one is None:
        return
    held = stage.held
    yield f"评委会投票：{'通过' if one.passed else '未通过'}"
    yield from _given(held, outcome.applicant)
    yield (
        f"  应到 {len(held.task.members)}，实到 {len(held.ballots)}，回避 {one.barred}，"
        f"同意 {one.agree}，不同意 {one.against}，弃权 {one.abstain}，计票基数 {one.base}"
    )
    than = "超过" if rule.above else "不少于"
    yield f"  同意 {one.agree}／{one.base}，须{than} {rule.share.words}：{rule.words}"


def _given(held: StageHeld, applicant: str) -> Iterator[str]:
    ballots = {one.member: one for one in held.ballots}
    unit = " 分" if held.task.kind is StageKind.DEFENCE else ""
    for member in held.task.members:
        said = held.given(member.code, applicant)
        ballot = ballots.get(member.code)
        where = ""
        if ballot is not None and applicant in ballot.cells:
            where = f"　{ballot.file}!{ballot.cells[applicant]}　{ballot.digest[:16]}"
        shown = f"{said}{unit}" if said and said[0].isdigit() else said
        yield f"  {member.code} {member.name}　{shown}{where}"


def _of_leniency(record: PanelRecord, outcome: Outcome) -> Iterator[str]:
    """How each reviewer of an applicant lies to the others, item by item over all he judged."""
    yield "评审员宽严（比评同一家的其他评审员平均高多少，取所评各家的平均）："
    found = item_leniency(record.merged)
    for opinion in record.merged.of(outcome.applicant):
        for code, (apart, count) in found.get(opinion.reviewer, {}).items():
            label = record.labels.get(code, code)
            yield f"  {opinion.reviewer}　{label}　{plain_number(apart)} 分（{count} 家）"
