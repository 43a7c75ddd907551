"""A report whose text is about another organisation than the one that applies."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from builder.findings.finding import Finding
from builder.model.firm_names import Likeness, likeness, modern
from builder.model.panel.short_names import short_names
from builder.verify.word.returned import ReturnedReport, place_of
from builder.word.written import WrittenSection

_FORM = (
    "(?:有限(?:责任)?公司|股份公司|集团公司|总公司|医院|保健院|卫生院|学校|[中小]学|大学|学院"
    "|幼儿园|养老院|合作社|研究院|研究所)"
)
_LONGEST = 26
_LETTER = r"[\u4e00-\u9fffA-Za-z0-9()]"
_NAME = rf"{_LETTER}{{2,{_LONGEST}}}?{_FORM}"
_IS_FIRM = re.compile(rf"{_FORM}$")
_LAST_NAME = re.compile(rf"{_LETTER}+$")
# A report says of its own organisation alone that it is called 公司 from there on.
_CALLED = re.compile(
    r"\((?:以下|下文|后文)?[均皆]?(?:简称|下称|统称)(?:为|是)?"
    r"[^()]{0,16}?[“\"'「]?(?:[本我]?(?:公司|企业|单位)|我[司院校]|[本医]院|[本学]校)[”\"'」]?\)"
)
# At the head of a sentence stands whom it is about; suppliers and customers stand behind a word.
_ABOUT = re.compile(rf"(?:^|[。!?;\n])[ \t]*(?P<name>{_NAME})(?!等|[、和与及])")
_BEHIND = re.compile(
    "[与和同由向为对经在据按从给被把将以如及][\u4e00-\u9fff]"
    "|委托|通过|联合|根据|按照|供应商|供方|客户|顾客|用户|合作|竞争|对手|标杆|行业|例如|比如"
    "|[我本该其]|公司|企业|组织|集团公司|总公司|前身|母公司|子公司|控股"
)
_OFTEN, _SECTIONS = 3, 2


def check_other_firm(report: ReturnedReport, path: str) -> Iterator[Finding]:
    """A hint where the text speaks of another organisation as its own, or of that one alone."""
    applicant = modern(report.applicant)
    if report.plan.accept_unusual or not _IS_FIRM.search(applicant):
        return
    texts = [(one, unicodedata.normalize("NFKC", one.text)) for one in report.sections if one.text]
    found = [
        (one, name)
        for one, text in texts
        for name in _called_company(text)
        if _is_other(name, applicant)
    ]
    if not found and not _is_named(applicant, [text for _, text in texts]):
        found = _often(
            [
                (one, match["name"])
                for one, text in texts
                for match in _ABOUT.finditer(text)
                if _is_other(match["name"], applicant)
            ]
        )
    if found:
        section, name = found[0]
        yield Finding.at(
            "QA577",
            place_of(section, path),
            expected=report.applicant,
            actual=name,
            heading=section.section.heading,
        )


def _called_company(text: str) -> Iterator[str]:
    """The organisations that a text calls 公司 from there on."""
    for match in _CALLED.finditer(text):
        before = _LAST_NAME.search(text[max(0, match.start() - _LONGEST) : match.start()])
        if before and _IS_FIRM.search(before[0]):
            yield before[0]


def _is_other(name: str, applicant: str) -> bool:
    return not _BEHIND.match(name) and likeness(name, applicant) is Likeness.NONE


def _is_named(applicant: str, texts: list[str]) -> bool:
    """Whether a text names the applicant, by its whole name or any short one."""
    names = (applicant, *short_names(applicant))
    return any(name in text for text in map(modern, texts) for name in names)


def _often(found: list[tuple[WrittenSection, str]]) -> list[tuple[WrittenSection, str]]:
    """The places of the name that is met most, where it is met often and in several sections."""
    for name, count in Counter(name for _, name in found).most_common(1):
        places = [(one, each) for one, each in found if each == name]
        if count >= _OFTEN and len({one.section.bookmark for one, _ in places}) >= _SECTIONS:
            return places
    return []
