"""An old report carried over into the report of a new kit."""

from collections.abc import Mapping

from builder.findings.finding import Finding
from builder.formula.coercion import as_text
from builder.formula.value import Value
from builder.frozen import frozen
from builder.model.compared_text import reduced
from builder.model.official import Indicator
from builder.pipeline.carry.crossing import Crossing
from builder.pipeline.carry.new_kits import NewKit
from builder.pipeline.carry.old_files import OldReport
from builder.pipeline.kit import report_file
from builder.pipeline.templates import Templates
from builder.word import words
from builder.word.parts import DocumentPlan, DocumentSection
from builder.word.planning import plan_document
from builder.write.carry.report import BlankPart, CarriedReport, blank_parts, carried_report
from builder.write.carry.routes import ReportCrossing, SectionRoute
from builder.write.docx.personal import PersonalDocument

_COVER = "封面"
_REFILLED = "随评分表的“基本信息”填写，其余各格请补填"
_NO_PLACE = "新的材料没有这一部分，或者这里不是填写的地方"


class ReportWays:
    """The ways from the reports of old kits into those of new ones, each worked out once."""

    def __init__(self, templates: Templates) -> None:
        """``templates`` are those of the new reports, and as good as any for the old."""
        self._templates = templates
        self._ways: dict[tuple[int, int], _Way | tuple[Finding, ...]] = {}

    def carry(
        self,
        old: OldReport,
        content: bytes,
        new: tuple[NewKit, bytes],
        crossing: Crossing,
        told: tuple[Mapping[str, Value], int],
    ) -> CarriedReport | tuple[Finding, ...]:
        """The new report with the old one's sections, or why there is none.

        ``told`` are the answers of the new workbook and how many years later it is.
        """
        answers, shift = told
        key = (id(old.plan), id(new[0]))
        if key not in self._ways:
            self._ways[key] = _way(old, new, crossing, self._templates)
        way = self._ways[key]
        if not isinstance(way, _Way):
            return way
        texts = {name: as_text(value) for name, value in answers.items() if value is not None}
        first = len(words.FIGURES_BEFORE)
        ways = ReportCrossing(
            old=way.old,
            new=way.new,
            routes=way.refilled if texts else way.routes,
            placeholders=way.placeholders,
            shift=shift,
            year_columns=(first, first + 3),
            figures_head=tuple(words.FIGURES_BEFORE),
        )
        return carried_report(content, way.unfilled, way.personal.filled(texts), ways)


@frozen
class _Way:
    """What carrying over needs of an old kit and a new one, whatever was filled in.

    ``old_plan`` is kept so that no other plan takes its place in memory.
    """

    old_plan: DocumentPlan
    old: tuple[tuple[str, str], ...]
    new: tuple[tuple[str, str], ...]
    routes: Mapping[str, SectionRoute]
    refilled: Mapping[str, SectionRoute]
    placeholders: frozenset[str]
    unfilled: Mapping[str, BlankPart]
    personal: PersonalDocument


def _way(
    old: OldReport, new: tuple[NewKit, bytes], crossing: Crossing, templates: Templates
) -> _Way | tuple[Finding, ...]:
    kit, blank = new
    plan = plan_document(kit.kit, kit.office)
    unfilled, findings = report_file(
        old.kit, templates, old.office, layout=old.plan.identity.layout
    )
    if unfilled is None:
        return findings
    headings = _headings(old.plan)
    return _Way(
        old_plan=old.plan,
        old=headings,
        new=_headings(plan),
        routes=_routes(old.plan, plan, crossing, refilled=False),
        refilled=_routes(old.plan, plan, crossing, refilled=True),
        placeholders=frozenset(_placeholders(old.plan) | _placeholders(plan)),
        unfilled=blank_parts(unfilled, headings),
        personal=PersonalDocument(blank, plan.gaps),
    )


def _headings(plan: DocumentPlan) -> tuple[tuple[str, str], ...]:
    return tuple((bookmark, text) for text, bookmark, _ in plan.headings)


def _placeholders(plan: DocumentPlan) -> set[str]:
    return {reduced(one.answer.placeholder) for one in plan.places if one.answer is not None}


def _routes(
    old: DocumentPlan, new: DocumentPlan, crossing: Crossing, *, refilled: bool
) -> dict[str, SectionRoute]:
    """Where each planned part of the old report goes, by its bookmark."""
    by_code = {one.code: one for one in new.sections}
    by_heading = {reduced(one.heading): one for one in new.places if not one.code}
    routes = {
        bookmark: SectionRoute(title=text, reason=_NO_PLACE) for text, bookmark, _ in old.headings
    }
    routes[""] = SectionRoute(title=_COVER, reason=_NO_PLACE)
    if refilled:
        forms = {"": _COVER}
        if old.form is not None and new.form is not None:
            forms[old.form.bookmark] = old.form.heading
        routes |= {
            bookmark: SectionRoute(title=title, to_title=title, check=_REFILLED, refilled=True)
            for bookmark, title in forms.items()
        }
    if old.checklist.bookmark in routes:
        routes[old.checklist.bookmark] = SectionRoute(
            title=old.checklist.heading,
            to=new.checklist.bookmark,
            to_title=new.checklist.heading,
            check="页码随新的材料改写",
        )
    for section in old.places:
        target = by_heading.get(reduced(section.heading)) if not section.code else None
        check, reason = "", _NO_PLACE
        if section.code:
            route = crossing.route(section.code)
            target = None if route.to is None else _place(by_code, route.to, crossing)
            check, reason = route.check, route.reason or _NO_PLACE
        routes[section.bookmark] = _route(section, target, check, reason)
    return routes


def _place(
    by_code: Mapping[str, DocumentSection], node: Indicator, crossing: Crossing
) -> DocumentSection | None:
    """The section of an indicator; a scored criterion is written about in the one above it."""
    found = by_code.get(node.code)
    above = crossing.new_parents.get(node.code)
    return by_code.get(above.code) if found is None and above is not None else found


def _route(
    section: DocumentSection, target: DocumentSection | None, check: str, reason: str
) -> SectionRoute:
    if target is None or target.answer is None:
        return SectionRoute(title=section.heading, reason=reason)
    return SectionRoute(
        title=section.heading,
        to=target.bookmark,
        to_title=target.heading,
        check=check,
        reason=reason,
    )
