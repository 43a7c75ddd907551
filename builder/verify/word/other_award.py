"""A report whose text applies for another award than the kit is for, or for another year's."""

import re
from collections.abc import Iterator

from builder.findings.finding import Finding
from builder.model.compared_text import SENTENCE_END
from builder.model.firm_names import modern
from builder.verify.word.returned import ReturnedReport, place_of

_YEAR = r"(?:(?P<{}>20[0-9]{{2}})年?度?的?)?"
_PLACED = r"(?:(?P<{}>[\u4e00-\u9fffx×*]{{2,8}}?)[省市区县州盟旗])?"
# Whose award it is shows by its place alone: people call one award by several names.
_AWARD = "(?:人民)?(?:政府|[省市区县州]?长)?质量(?:管理|贡献|创新)?奖"
_PAPER = "(?:自我评价|自评)报告|申报(?:材料|书|表|报告)"
# The end of a name is enough to tell places apart; before it other words may stand.
_PLACE = 2
_NUMBER, _NAMED = re.compile("20[0-9]{2}"), re.compile("质量.{0,2}奖")
_APPLIES = re.compile(
    rf"(?:申报|申请|参评|参加){_YEAR.format('before')}[“《\"]?"
    rf"(?P<award>{_PLACED.format('place')}{_AWARD})"
    rf"|{_YEAR.format('first')}(?P<titled>{_PLACED.format('whose')}{_AWARD})"
    rf"\(?{_YEAR.format('behind')}\)?(?:{_PAPER})"
)
# Of an award that somebody won, wants or wanted once, or that others applied for, people may write.
_BEFORE = re.compile(
    "曾|已|往[年届]|[上前]一?[年届次]|[去前当历]年|获|入围|提名|今后|未来|下一步|计划|准备|拟|力争"
    "|争取|争创|目标|先后|连续|多次|同时|[并还又也]|推荐|帮助|辅导|指导|客户|顾客|供应商|供方|标杆"
    "|培训|第?[一二两三四五六七八九]次|再次|(?<!度)20[0-9]{2}年(?!度)"
)
_AFTER = re.compile("获|入围|提名|通过|经验|[时后]|期间|以来|未|落选|企业")
_NEAR = 12


def check_other_award(report: ReturnedReport, path: str) -> Iterator[Finding]:
    """A hint at the first place that says another award or another year is applied for."""
    if report.plan.accept_unusual:
        return
    cover = report.plan.cover
    year = _NUMBER.search(cover.year)
    for one in report.sections:
        for sentence in filter(_NAMED.search, SENTENCE_END.split(one.text)):
            other = _other(modern(sentence), modern(cover.award), year[0] if year else "")
            if other is not None:
                yield Finding.at(
                    "QA579",
                    place_of(one, path),
                    expected=f"{cover.award}{cover.year if year else ''}",
                    actual=other[1],
                    heading=one.section.heading,
                    said=other[0],
                )
                return


def _other(sentence: str, award: str, year: str) -> tuple[str, str] | None:
    """What a sentence says of another award or year that is applied for, and what is amiss in it.

    ``year`` is that of the kit, empty where it is not known.
    """
    for said in _APPLIES.finditer(sentence):
        behind = sentence[said.end() : said.end() + _NEAR]
        if _BEFORE.search(sentence[: said.start()]) or _AFTER.search(behind):
            continue
        place = (said["place"] or said["whose"] or "")[-_PLACE:]
        if place and place not in award:
            return said[0], (said["award"] or said["titled"])
        named = next(filter(None, (said["before"], said["first"], said["behind"])), "")
        if year and named not in ("", year):
            return said[0], named
    return None
