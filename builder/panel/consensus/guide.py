"""合议说明: whose consensus this is, by which rules, and who signs it."""

from collections.abc import Iterator, Sequence

from builder.book.book_plan import Allowed, InputPlan
from builder.book.cell_text import fitting
from builder.book.style import Style
from builder.formula.expression import Area, Expression
from builder.formula.render import plain_number
from builder.formula.words import COUNTIF, IF, OR, joined, more, plus
from builder.kit.guide_blocks import banners, block, guide_head
from builder.kit.status import is_blank
from builder.model.identity import Identity
from builder.model.panel.material import Material
from builder.model.panel.record import Reopened
from builder.model.panel.rules import PanelRules
from builder.model.panel.stage_rules import Category, Gate
from builder.model.panel.task import SiteVisit
from builder.model.scheme import Scheme
from builder.panel import input_names as names
from builder.panel.consensus.columns import ConsensusColumns
from builder.panel.consensus.rows import OPEN
from builder.panel.review.assembled import PanelGuide, declared_block, end_guide
from builder.panel.review.tables import answer_line

_WIDTHS = (18.0, 90.0)
_LONGEST = 100
_SIGNED = ((names.CONSENSUS_LEADER, "组长签字"), (names.CONSENSUS_DATE, "日期"))
_SIGNED_AGAIN = (
    (names.CONSENSUS_AGAIN, "重新合议后组长签字"),
    (names.CONSENSUS_AGAIN_DATE, "重新签字日期"),
)
_AGAIN = (
    "合议以后评审分变了的项目，状态为“须重新合议”。逐项重新议定，在“理由”里写明（采用新的合成分"
    "也写明），再由组长重新签字；其余项目的合议分和理由照旧。"
)
_EVENED = "合议表里并列的是标准化以后的分，原始分见排名工作簿的“标准化分”。"
FINISHED, UNSIGNED = "已完成", "未完成：全部议定，组长还没有签字、写日期"
_VISITED = (
    "现场评审分已由 {examiners} 的现场评审表合成，见“{sheet}”；"
    "改用别的分数的，才填“现场评审分”，并写明理由。"
)
NOT_THE_NOTICES = "以上规则由主办单位设定，非原文件规定。"


def rule_words(rules: PanelRules) -> tuple[tuple[str, str], ...]:
    """Label and words of every rule, as every output of a panel prints them."""
    joined = rules.join.label
    if rules.weights:
        shares = "、".join(f"{role} {plain_number(weight)}" for role, weight in rules.weights)
        joined = f"{joined}（{shares}；其他角色 1）"
    spread = plain_number(rules.spread * 100)
    lines = [
        *(
            ()
            if rules.standard is None
            else (("标准化", f"{rules.standard.label}，再合成；{_EVENED}"),)
        ),
        ("合成", f"{joined}，四舍五入到小数点后 {rules.decimals} 位；合成后再按原文封顶。"),
        ("讨论", f"最高分与最低分之差超过本项分值的 {spread}% 的，列入讨论清单。"),
    ]
    if rules.material is not None and rules.site is not None:
        shares = " 与 ".join(
            f"{stage} {plain_number(share * 100)}%"
            for stage, share in (("材料评审", rules.material), ("现场评审", rules.site))
        )
        lines.append(("两个阶段", f"{shares}；没有现场分的项目只计材料分。"))
    if rules.shortlist is not None:
        told = f"按材料评审的总分，{_gate_words(rules.shortlist)}进入现场评审。"
        lines.append(("入围现场", told))
    if rules.line is not None:
        lines.append(("达线", f"总分不低于 {plain_number(rules.line)} 分。"))
    if rules.places is not None:
        lines.append(("入围", f"前 {rules.places} 名。"))
    if rules.least > 1:
        lines.append(("人数", f"每个申报者至少有 {rules.least} 份评审意见。"))
    lines += ((f"类别 {one.category}", _category_words(one)) for one in rules.categories)
    ties = "、".join(rules.tie_break)
    told = f"总分相同的，依次比较指标 {ties} 的得分。" if ties else "总分相同的名次相同，其后空缺。"
    stages = (("陈述答辩", rules.defence), ("评委会投票", rules.vote))
    later = ((label, rule.words) for label, rule in stages if rule is not None)
    return (*lines, ("名次", told), *later, ("说明", NOT_THE_NOTICES))


def _category_words(one: Category) -> str:
    gated = one.line is not None or one.places is not None
    told = f"{_gate_words(one)}入围。" if gated else ""
    return told + ("" if one.winners is None else f"评委会投票通过的前 {one.winners} 名获奖。")


def _gate_words(gate: Gate | Category) -> str:
    line = "" if gate.line is None else f"不低于 {plain_number(gate.line)} 分、"
    return f"{line}{'' if gate.places is None else f'前 {gate.places} 名'}".rstrip("、") + "的"


def plan_consensus_guide(
    scheme: Scheme,
    identity: Identity,
    material: Material,
    columns: ConsensusColumns,
    rules: PanelRules,
    reopened: Sequence[Reopened],
    states: Area,
    visits: Sequence[SiteVisit],
) -> PanelGuide:
    """The first sheet of a consensus; ``states`` are the words of all its scored rows."""
    canvas = guide_head(names.CONSENSUS_GUIDE, _WIDTHS, scheme, "　合议表")
    about = (("申报者", material.applicant), ("评审员", "、".join(columns.reviewers)))
    steps = (
        (
            "合议",
            (
                f"“{names.CONSENSUS_SCORING}”并列各评审员的分数；先讨论“{names.CONSENSUS_TALK}”里的项目，议定的写明"
                "理由，就从清单里去掉。"
            ),
        ),
        ("改分", "改用别的分数的，填写“合议分”并写明理由；不填的采用合成分。"),
        (
            "意见",
            (
                f"“{names.CONSENSUS_WORDS}”里各项的优势和改进机会已由各评审员的意见合成，可以改写；写进评审反馈的是"
                "这一栏，不是各人的原话。"
            ),
        ),
        *(("现场", told) for told in _visited(visits)),
        ("签字", "全部议定后由组长签字、写日期，原样交回。"),
    )
    row = banners(canvas, 2, scheme)
    row = block(canvas, row, "一、合议对象", about)
    row = declared_block(canvas, row, scheme, material)
    row = block(canvas, row, "二、怎样合议", steps)
    row = block(canvas, row, "三、评审规则", rule_words(rules))
    canvas.line(row, Style.HEADER, "四、签字")
    inputs: list[InputPlan] = []
    for name, label in (*_SIGNED, *(_SIGNED_AGAIN if reopened else ())):
        row += 1
        inputs.append(answer_line(canvas, row, name, label, Allowed(longest=_LONGEST), 28))
    row += 1
    canvas.put(row, 1, Style.LABEL, "合议进度")
    canvas.compute(row, 2, Style.STATUS, _finished(states, inputs[-2:]))
    canvas.fit(row, (), least=28)
    row += 1
    if reopened:
        row = block(canvas, row, "须重新合议", _again(scheme, reopened))
    return end_guide(canvas, row, scheme, identity, inputs)


def _finished(states: Area, signed: Sequence[InputPlan]) -> Expression:
    """Whether everything is agreed on and signed, in words that count what is open."""
    open_ = plus(*(COUNTIF(states, word) for word in OPEN))
    told = joined("未完成：还有 ", open_, f" 项没有议定，见“{names.CONSENSUS_SCORING}”的状态列")
    unsigned = OR(*(is_blank(one.cell) for one in signed))
    return IF(more(open_, 0), told, IF(unsigned, UNSIGNED, FINISHED))


def _visited(visits: Sequence[SiteVisit]) -> Iterator[str]:
    """Whose points of the site are there, if anybody's are."""
    if visits:
        who = "、".join(one.examiner for one in visits)
        yield _VISITED.format(examiners=who, sheet=names.CONSENSUS_SITE)


def _again(scheme: Scheme, reopened: Sequence[Reopened]) -> Iterator[tuple[str, str]]:
    """What to do again, and what each indicator had come to before."""
    yield ("怎样重议", _AGAIN)
    labels = {node.code: node.label for node in scheme.walk}
    for one in reopened:
        before = f"原合议分 {one.agreed}" if one.agreed else "原采用合成分"
        reason = f"，理由：{one.reason}" if one.reason else ""
        yield (fitting(labels.get(one.code, one.code)), fitting(f"{before}{reason}。"))
