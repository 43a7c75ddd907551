"""What a report is like where neither the scheme nor the office says otherwise.

No notice that a scheme comes from settles these: they are what announcements usually ask for, and
are printed as such.
"""

from dataclasses import replace

from builder.frozen import frozen
from builder.model.office import Office
from builder.model.report_terms import CHINESE_SIZES, ReportPart, ReportTerms
from builder.model.scheme import Scheme
from builder.word.parts import Typeface

# 3000 characters of overview and 30000 of report, figures included, is what most announcements say.
USUAL = ReportTerms(
    parts=tuple(ReportPart),
    cover=("申报组织（盖章）", "所属行业", "联系人及电话", "填报日期"),
    pledge=(
        "我方自愿申报{award}，并郑重承诺：",
        "一、申报表、自评报告、评分表和证实性材料的内容真实、准确、完整，复印件与原件一致，不含涉密内容。",
        "二、已阅知评定办法和评分标准，符合申报条件，愿意配合材料评审、现场评审和核查，接受社会监督。",
        "三、如有弄虚作假或隐瞒，自愿退出评审；已经获奖的，接受撤销奖项及由此产生的一切后果。",
    ),
    signatures=("申报组织（盖章）：", "法定代表人（签字）：", "日期：　　　年　　月　　日"),
    characters=30_000,
    overview_title="组织概述",
    overview=(
        "组织的环境",
        "组织的关系",
        "竞争环境",
        "战略挑战和战略优势",
        "绩效改进系统",
    ),
    overview_characters=3_000,
    recommenders=("推荐单位意见",),
)

# A person has no staff to write for them, and one life to tell of.
USUAL_OF_PERSON = replace(USUAL, characters=10_000)


@frozen
class ChosenTerms:
    """The terms of one kit, which of them the office gave, and whether a person applies."""

    terms: ReportTerms
    offices: ReportTerms
    person: bool = False

    def has(self, part: ReportPart) -> bool:
        """Whether the report has this part."""
        return part in self.terms.parts


def chosen_terms(scheme: Scheme, office: Office, *, person: bool = False) -> ChosenTerms:
    """The office's terms, else the scheme's, else the usual ones."""
    nothing = ReportTerms()
    offices, schemes = office.report or nothing, scheme.report or nothing
    terms = offices.over(schemes).over(USUAL_OF_PERSON if person else USUAL)
    if offices.overview:
        # An office that lists headings of its own means these, not an indicator's criteria.
        terms = replace(terms, overview_of="")
    return ChosenTerms(terms=terms, offices=offices, person=person)


def typeface(terms: ReportTerms) -> Typeface | None:
    """The look that was asked for, ``None`` where it is left to the template."""
    if not (terms.body_font or terms.body_size or terms.line_spacing):
        return None
    return Typeface(
        font=terms.body_font,
        half_points=CHINESE_SIZES.get(terms.body_size, 0),
        spacing=terms.line_spacing,
    )
