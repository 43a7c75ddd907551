"""The award's rules as 填写说明 tells them: in the notice's words wherever it has any."""

from collections.abc import Iterator

from builder.formula.render import plain_number
from builder.kit.reminders import all_reminders, points_line, warnings
from builder.kit.sheet_names import ELIGIBILITY, RATING_GUIDE
from builder.kit.ways.table import is_plain
from builder.model.join_words import joined_formula
from builder.model.joins import JoinKind
from builder.model.leaf_rules import DirectPoints, PercentInBand
from builder.model.office import EvidenceTerms, Office
from builder.model.points import join_of, total_join
from builder.model.scales import percent_step
from builder.model.scheme import Scheme
from builder.model.scoring_ways import has_rules, rules_of, step_of

Line = tuple[str, str]
_PROTECTION = "工作表已保护且不设密码，只为防止误改；改动了公式、原文、分值或列表，核验时会指出。"
_CAP = "每项得分不超过本项分值；上级指标得分不超过其分值；总分不超过标称总分。"
_RULED = (
    "选项、数据和次数照各行的说明填写，得分由公式按通知的规则计算；怎样计算写在该行的评价要点里。"
)
_EVIDENCE = "自评分大于 0 的项至少要有一份有效证据，否则标为“缺证据”。"


def rule_lines(scheme: Scheme, office: Office) -> tuple[Line, ...]:
    """Label and words of every rule, the score first; an office's own terms say whose they are."""
    return (
        ("总分", f"{points_line(scheme)}。"),
        *_scale(scheme),
        ("封顶", _CAP),
        *(("合成", f"原文：“{item.wording}”") for item in scheme.compositions),
        *_joins(scheme),
        *_threshold(scheme),
        *_vetoes(scheme),
        ("证据", _EVIDENCE),
        *_terms(office.evidence),
        ("保护", _PROTECTION),
    )


def _terms(terms: EvidenceTerms | None) -> Iterator[Line]:
    if terms is None:
        return
    days = (f"从 {terms.since} 起" * bool(terms.since), f"到 {terms.until} 止" * bool(terms.until))
    sentences = (
        f"出具日期{''.join(days)}" if any(days) else "",
        f"有期限的在 {terms.until} 仍须有效" if terms.until else "",
        f"一份证据最多证明 {terms.indicators} 个指标" if terms.indicators else "",
        f"自评报告不超过 {terms.report_pages} 页" if terms.report_pages else "",
    )
    yield "证据要求", f"{'；'.join(filter(None, sentences))}。此为主办单位的要求，非原文件规定。"


def remark_lines(scheme: Scheme) -> tuple[Line, ...]:
    """What else to know about the notice and the office's terms; the banners are told above."""
    told = (item for item in all_reminders(scheme) if item not in warnings(scheme))
    return tuple((item.kind, item.text) for item in told)


def _joins(scheme: Scheme) -> Iterator[Line]:
    """How scores are joined where they are neither added up nor composed in the notice's words."""
    wholes = [(f"“{node.label}”", join_of(scheme, node), node.children) for node in scheme.walk]
    for name, join, parts in (*wholes, ("总分", total_join(scheme), scheme.indicators)):
        if parts and join.kind not in (JoinKind.SUM, JoinKind.COMPOSED):
            formula = joined_formula(join, {part.code: part.label for part in parts})
            yield "合计", f"{name}＝{formula}。"
    if scheme.decimals is not None:
        yield "修约", f"总分四舍五入到小数点后 {scheme.decimals} 位；其余各步不修约。"


def _scale(scheme: Scheme) -> Iterator[Line]:
    rules = rules_of(scheme)
    scales = {type(rule) for rule in rules if is_plain(rule)}
    mixed = len(scales) > 1 or has_rules(scheme)
    steps = {step_of(scheme, rule) for rule in rules if isinstance(rule, DirectPoints)}
    if DirectPoints in scales:
        step = plain_number(min(steps)) if len(steps) == 1 else ""
        how = f"以 {step} 分为一级" if step else "各项的步长写在该行"
        yield ("直接打分" if mixed else "自评分"), f"每项从 0 分到本项分值，{how}。"
    if has_rules(scheme):
        yield "按规则计分", _RULED
    if PercentInBand not in scales:
        return
    step = plain_number(percent_step(scheme) * 100)
    how = f"先定档，再在档内取百分比，以 {step}% 为一级；得分为分值乘以百分比。"
    yield ("按档打分" if mixed else "自评分"), how
    names = "；".join(band.name for band in scheme.bands)
    yield "档次", f"{names}。各档的原文说明见“{RATING_GUIDE}”。"


def _threshold(scheme: Scheme) -> Iterator[Line]:
    if scheme.threshold is not None:
        points = plain_number(scheme.threshold.points)
        words = f"原文：“{scheme.threshold.wording}”即 {points} 分，只作提示，不据此取舍。"
        yield "建议线", words


def _vetoes(scheme: Scheme) -> Iterator[Line]:
    if scheme.eligibility:
        count = len(scheme.eligibility)
        yield (
            "参评资格",
            f"原文列有 {count} 条基本要求，在“{ELIGIBILITY}”逐条回答，由主办单位认定。",
        )
    for item in scheme.vetoes:
        yield "否决事项", f"原文：{item.text}"
    named = "、".join(f"“{node.label}”" for node in scheme.walk if node.veto)
    if named:
        yield "否决指标", f"{named}性质近于否决事项：得分低于分值的，提请主办单位核实。"
