"""Marks of what was still to be written, left in what was."""

import re
from collections.abc import Iterable, Iterator

from builder.findings.finding import Finding
from builder.verify.word.returned import place_of
from builder.word.written import WrittenSection

_OPEN, _INSIDE, _SHUT = "[（(【\\[]", "[^）)】\\]]", "[）)】\\]]"
# A name or a figure to be put in, a question to oneself, a note in brackets to whoever goes on,
# what a program says around the text it was asked for, and the signs it writes for bold.
_MARK = re.compile(
    "(?:[xXＸ×]{2,}|某某)(?:公司|企业|集团|单位|股份|有限)|[?？]{3,}|_{4,}"
    "|(?<![A-Za-z0-9])(?:20)?[xXＸ×]{2,}(?:年|[%％]|万元|亿元|人次|项专利)"
    f"|{_OPEN}{_INSIDE}{{0,12}}(?:待补|待填|待核|待定|(?<![有亟])待完善|此处)"
    f"{_INSIDE}{{0,12}}{_SHUT}"
    f"|{_OPEN}请{_INSIDE}{{0,10}}(?:补充|审阅|核实|填写|确认){_INSIDE}{{0,10}}{_SHUT}"
    "|[\\[［【](?:(?:公司|单位|企业|产品|品牌)?名称|年份|日期|数[字据]|姓名|金额)[\\]］】]"
    r"|\{\{[^{}\n]{0,20}\}\}|TODO|(?:单击|点击|轻触)此处(?:输入|键入|添加)|此处(?:插入|粘贴)[图表]"
    r"|(?:以下|下面|这)是(?:我?[为给][您你]|(?:根据|按照)[您你])|(?:希望|愿)(?:以上|这)[^。\n]{0,12}对[您你]"
    r"|作为(?:一[个款名])?(?:AI|人工智能)(?:语言)?(?:模型|助手)|\*\*[^*\n]{1,30}\*\*|(?m:^#{1,6} )"
)


def check_unfinished(sections: Iterable[WrittenSection], path: str) -> Iterator[Finding]:
    """One hint for all such marks of a report, with the first of them."""
    found = [(one, mark[0]) for one in sections for mark in _MARK.finditer(one.text)]
    if found:
        first, said = found[0]
        yield Finding.at(
            "QA573",
            place_of(first, path),
            actual=str(len(found)),
            heading=first.section.heading,
            said=said,
        )
