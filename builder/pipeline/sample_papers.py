"""Each paper of office and panel with something under every tag, to try a template out."""

from builder.book.book_plan import BookPlan
from builder.book.sheet import SheetPlan
from builder.editions.wording import Edit, Run
from builder.letters.award_papers import ListedGroup, PublicityPlan, ResultPlan
from builder.letters.changes import ChangeLine, ChangeRow, ChangesPlan
from builder.letters.feedback import FeedbackPlan
from builder.letters.feedback_room import FeedbackSection
from builder.letters.minutes import MinutesPlan, SignaturePlan
from builder.letters.site_check import SiteCheckPlan, SiteQuestion
from builder.word.parts import Table

_APPLICANT, _AWARD, _OFFICE, _DAY = "样例公司", "某市质量奖", "某办", "2026年1月5日"


def sample_feedback() -> FeedbackPlan:
    """A feedback."""
    sheet = SheetPlan(name="样例", cells=(), widths=())
    return FeedbackPlan(
        applicant=_APPLICANT,
        award=_AWARD,
        total="800 分",
        overall=("总体较好。",),
        scores=Table(caption="", header=("指标", "分值", "得分", "得分率"), rows=(("甲",) * 4,)),
        sections=(FeedbackSection(heading="1 领导", strengths=("优",), improvements=("改",)),),
        rules=(("合成", "平均分"),),
        office=_OFFICE,
        book=BookPlan(title="", sheets=(sheet,)),
        chart=None,
    )


SAMPLE_CHECK = SiteCheckPlan(
    applicant=_APPLICANT,
    award=_AWARD,
    run="样例",
    office=_OFFICE,
    questions=(SiteQuestion(number="1", indicator="1 领导", words="看台账"),),
)
SAMPLE_PUBLICITY = PublicityPlan(
    award=_AWARD,
    groups=(ListedGroup(name="制造业", rows=(("1", _APPLICANT),)),),
    since=_DAY,
    until=_DAY,
    contact="电话",
    office=_OFFICE,
)
SAMPLE_RESULT = ResultPlan(
    applicant=_APPLICANT,
    award=_AWARD,
    won=True,
    group="制造业",
    feedback="评审反馈.docx",
    since=_DAY,
    until=_DAY,
    contact="电话",
    office=_OFFICE,
)
SAMPLE_MINUTES = MinutesPlan(
    award=_AWARD,
    run="样例",
    people=Table(caption="", header=("甲",) * 5, rows=(("乙",) * 5,)),
    steps=(("材料评审", "评审"),),
    rules=(("合成", "平均分"),),
    results=(Table(caption="制造业", header=("甲",) * 5, rows=(("乙",) * 5,)),),
    office=_OFFICE,
)
SAMPLE_SIGNATURES = SignaturePlan(
    award=_AWARD,
    run="样例",
    bodies=(("评审员", (("1", "张三", "组长"),)),),
    office=_OFFICE,
)
_CHANGED = ChangeRow(
    old="1 领导",
    new="1 领导力",
    words="名称",
    lines=(ChangeLine(label="文字", runs=tuple(Run(edit=edit, text="样例") for edit in Edit)),),
)
SAMPLE_CHANGES = ChangesPlan(
    award=_AWARD,
    old=("某市质量奖评审标准", "第1版", "附件1"),
    new=("某市质量奖评审标准", "第2版", "附件2"),
    summary=("指标由 1 项变为 1 项。",),
    rows=(_CHANGED,),
    others=(_CHANGED,),
    office=_OFFICE,
)
