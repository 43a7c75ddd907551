"""What changed of an award beside its indicators."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields
from decimal import Decimal
from itertools import chain

from builder.editions.change import Aspect, Change
from builder.editions.listed import Item, list_changes
from builder.editions.match import Matching
from builder.editions.texts import table_lines
from builder.editions.unsaid import differ_beside
from builder.formula.render import plain_number
from builder.model.office import ApplicantField
from builder.model.official import Paragraph, Section
from builder.model.points import effective_total
from builder.model.report_terms import ReportTerms
from builder.model.scheme import Better, Condition, Scale, Scheme

_SCALES = {Scale.DIRECT: "直接打分", Scale.MATURITY: "先选档再取百分比"}
_BETTER = {Better.UP: "越高越好", Better.DOWN: "越低越好", None: ""}
_REPORT = {
    "parts": "组成部分",
    "cover": "封面空项",
    "pledge": "承诺书",
    "signatures": "承诺书签署",
    "characters": "自评报告字数",
    "overview_title": "概述的标题",
    "overview": "概述的小标题",
    "overview_of": "概述所依指标",
    "overview_characters": "概述字数",
    "recommenders": "推荐意见",
    "body_font": "正文字体",
    "body_size": "正文字号",
    "line_spacing": "行距",
}
Fields = tuple[ApplicantField, ...]
_Called = Callable[[str], str]


def scheme_changes(
    old: Scheme, new: Scheme, matching: Matching, asked: tuple[Fields, Fields]
) -> tuple[Change, ...]:
    """What is different beside the indicators; ``asked`` is what 基本信息 asks in each edition."""
    renamed = _Renamed(matching)
    found = chain(
        _head(old, new),
        list_changes(Aspect.BAND, _bands(old), _bands(new)),
        list_changes(Aspect.CHOICE, _choices(old), _choices(new)),
        list_changes(Aspect.RULE, _rules(old, renamed.old), _rules(new, renamed.new)),
        list_changes(Aspect.WEIGHT, _weights(old, renamed.old), _weights(new, renamed.new)),
        list_changes(Aspect.METRIC, _metrics(old, renamed.old), _metrics(new, renamed.new)),
        list_changes(Aspect.ELIGIBILITY, *(map(_conditions, (old.eligibility, new.eligibility)))),
        list_changes(Aspect.VETO, *(map(_conditions, (old.vetoes, new.vetoes)))),
        list_changes(Aspect.FIELD, *(map(_fields, asked))),
        list_changes(Aspect.REPORT, *(map(_report, (old.report, new.report)))),
        list_changes(Aspect.SECTION, *(map(_sections, (old.sections, new.sections)))),
        list_changes(Aspect.REMARK, _remarks(old, renamed.old), _remarks(new, renamed.new)),
    )
    changes = [one for one in found if one.old != one.new]
    if differ_beside(old, new, _COMPARED):
        changes.append(Change(aspect=Aspect.OTHER, name="", old="见原方案", new="见新方案"))
    return tuple(changes)


class _Renamed:
    """How the codes of both editions are called alike: by the newer label of what is in both."""

    def __init__(self, matching: Matching) -> None:
        self._matching = matching

    def old(self, code: str) -> str:
        other = self._matching.counterpart(code)
        known = self._matching.by_old.get(code)
        return self.new(other.code) if other else known.old[0].label if known else code

    def new(self, code: str) -> str:
        known = self._matching.by_new.get(code)
        found = (node.label for node in known.new if node.code == code) if known else iter(())
        return next(found, code)


def _head(old: Scheme, new: Scheme) -> Iterator[Change]:
    pairs = (
        (Aspect.TITLE, "标题", old.title, new.title),
        (Aspect.TITLE, "奖项", old.award, new.award),
        (Aspect.TITLE, "版次", old.edition, new.edition),
        (Aspect.SOURCE, "来源", old.source, new.source),
        (Aspect.TOTAL, "总分", _total(old), _total(new)),
        (Aspect.SCALE, "尺度", _SCALES[old.scale], _SCALES[new.scale]),
        (Aspect.SCALE, "步长", plain_number(old.step), plain_number(new.step)),
        (Aspect.SCALE, "约定", _terms(old), _terms(new)),
        (Aspect.THRESHOLD, "建议线", _threshold(old), _threshold(new)),
    )
    for aspect, name, before, after in pairs:
        if (
            before != after
            and aspect in (Aspect.TOTAL, Aspect.SCALE)
            and "\n" not in before + after
        ):
            yield Change(aspect=aspect, name=name, old=before, new=after)
        elif before != after:
            yield Change.of(aspect, name, before, after)


def _total(scheme: Scheme) -> str:
    return f"{plain_number(effective_total(scheme))}分"


def _terms(scheme: Scheme) -> str:
    return "\n".join((*scheme.scale_terms, *scheme.office_terms))


def _threshold(scheme: Scheme) -> str:
    line = scheme.threshold
    return "" if line is None else f"{plain_number(line.points)}分　{line.wording}"


def _bands(scheme: Scheme) -> list[Item]:
    return [
        Item(name=one.name, text=f"{one.name}（{_percent(one.low)}–{_percent(one.high)}）")
        for one in scheme.bands
    ]


def _percent(part: Decimal) -> str:
    return f"{plain_number(part * 100)}%"


def _choices(scheme: Scheme) -> list[Item]:
    return [
        Item(
            name=one.name,
            text=f"{one.name}：{'、'.join(one.options)}"
            + (f"（默认{one.default}）" if one.default else ""),
        )
        for one in scheme.choices
    ]


def _rules(scheme: Scheme, called: _Called) -> list[Item]:
    return [
        Item(
            name=called(one.code),
            text=f"{called(one.code)} ＝ "
            + " ＋ ".join(f"{plain_number(factor)} × {called(code)}" for factor, code in one.terms)
            + f"　{one.wording}",
        )
        for one in scheme.compositions
    ]


def _weights(scheme: Scheme, called: _Called) -> list[Item]:
    return [
        Item(name=called(one.clause), text=f"{called(one.clause)}：{_percent(one.weight)}")
        for one in scheme.weights
    ]


def _metrics(scheme: Scheme, called: _Called) -> list[Item]:
    return [
        Item(
            name=f"{called(one.indicator)}　{one.name}",
            text="，".join(
                filter(
                    None, (f"{called(one.indicator)}　{one.name}", one.unit, _BETTER[one.better])
                )
            ),
        )
        for one in scheme.metrics
    ]


def _conditions(conditions: Iterable[Condition]) -> list[Item]:
    return [
        Item(
            name=one.code,
            text="\n".join(
                (
                    one.text,
                    *(f"　· {each}" for each in one.circumstances if each not in one.text),
                    *(f"　（{name}＝{option}）" for name, option in one.variant),
                )
            ),
        )
        for one in conditions
    ]


def _fields(asked: Fields) -> list[Item]:
    return [
        Item(
            name=one.caption,
            text="　".join(
                filter(
                    None,
                    (
                        f"{one.caption}（{'必填' if one.required else '选填'}）",
                        "、".join(one.options),
                        one.prompt,
                    ),
                )
            ),
        )
        for one in asked
    ]


def _report(terms: ReportTerms | None) -> list[Item]:
    said = ((each.name, getattr(terms, each.name)) for each in fields(ReportTerms) if terms)
    return [
        Item(name=_REPORT.get(name, "其他"), text=f"{_REPORT.get(name, '其他')}：{_plain(value)}")
        for name, value in said
        if value
    ]


def _plain(value: object) -> str:
    return "、".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _sections(sections: Iterable[Section]) -> list[Item]:
    return [Item(name=one.title, text="\n".join(_section(one))) for one in sections]


def _section(section: Section) -> Iterator[str]:
    yield section.title
    for part in section.contents:
        if isinstance(part, Paragraph):
            yield part.text
        else:
            yield from table_lines(part)


def _remarks(scheme: Scheme, called: _Called) -> list[Item]:
    remarks = [(one.where, one.text) for one in scheme.remarks]
    remarks += (
        (
            one.where,
            f"标称{plain_number(one.stated)}，实为{plain_number(one.actual)}：{one.treatment}",
        )
        for one in scheme.discrepancies
    )
    remarks += (
        (
            one.where,
            f"更正为{plain_number(one.value)}，依据{one.basis}，{one.approver}，{one.date}",
        )
        for one in scheme.corrections
    )
    return [
        Item(name=_where(where, called), text=f"{_where(where, called)}：{text}")
        for where, text in remarks
    ]


def _where(where: str, called: _Called) -> str:
    return "总分" if where == "total" else called(where)


_COMPARED = (
    *("id", "title", "award", "edition", "source", "total", "scale", "step", "indicators"),
    *("sections", "bands", "choices", "compositions", "weights", "metrics", "eligibility"),
    *("vetoes", "threshold", "discrepancies", "corrections", "remarks", "scale_terms"),
    *("office_terms", "fields", "report", "chosen", "page_note", "fingerprint"),
)
