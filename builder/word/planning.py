"""The Word kit of an award: from a scheme to everything a document prints."""

from dataclasses import replace

from builder.kit.applicant_fields import asks_of_person, fields_of, input_names
from builder.kit.planning import NO_OFFICE, scheme_identity
from builder.kit.reminders import all_reminders, points_line
from builder.model.identity import Identity
from builder.model.office import Office
from builder.model.report_terms import ReportPart
from builder.model.scheme import Scheme
from builder.word import bookmarks, words
from builder.word.form import plan_form
from builder.word.overview import plan_overview
from builder.word.parts import (
    Bounded,
    Checklist,
    Cover,
    DocumentPlan,
    Pledge,
    Recommendation,
    WordPart,
)
from builder.word.reference import plan_reference
from builder.word.remarks import plan_remarks
from builder.word.sections import blank_table, plan_sections
from builder.word.terms import ChosenTerms, chosen_terms, typeface

# Raised whenever headings, tables or bookmarks change, so that older reports are told apart.
LAYOUT = "3"
# Without 附：原文说明, evidence under every heading, the same prompts and bounds for everybody.
LAYOUT_2 = "2"
# The layouts of which a returned report can still be held against its plan.
LAYOUTS = (LAYOUT, LAYOUT_2)


def layout_of(identity: Identity) -> str:
    """The layout to plan a returned report by: its own, the present one where that is unknown."""
    return identity.layout if identity.layout in LAYOUTS else LAYOUT


def plan_document(scheme: Scheme, office: Office = NO_OFFICE, layout: str = LAYOUT) -> DocumentPlan:
    """The kit for every indicator of the scheme, in official order.

    ``layout`` is one of ``LAYOUTS``: an older one gives the kit as it was handed out then.
    """
    older = layout == LAYOUT_2
    fields = fields_of(scheme, office)
    chosen = chosen_terms(scheme, office, person=not older and asks_of_person(fields))
    terms = chosen.terms
    voice = words.PERSON if chosen.person else words.ORGANISATION
    sections = plan_sections(scheme, office, chosen, voice, each_proved=older)
    told = plan_remarks(scheme, [one.code for one in sections])
    report_bound = _bound(chosen, "characters", words.REPORT_HEADING)
    overview_bound = _bound(chosen, "overview_characters", terms.overview_title)
    return DocumentPlan(
        identity=replace(scheme_identity(scheme, office), layout=layout),
        settings=office.canonical,
        applicant=input_names(fields[0])[0],
        cover=Cover(
            award=scheme.award,
            year=words.YEAR.format(office.year or words.NO_YEAR),
            title=scheme.title,
            edition=scheme.edition,
            source=scheme.source,
            points=points_line(scheme),
            chosen=tuple(f"{name}：{option}" for name, option in scheme.chosen),
            blanks=terms.cover,
        ),
        pledge=_pledge(scheme, chosen) if chosen.has(ReportPart.PLEDGE) else None,
        guide=WordPart(
            bookmark=bookmarks.GUIDE, heading=words.GUIDE_HEADING, lines=_guide(office, older=older)
        ),
        reminders=all_reminders(scheme),
        form=plan_form(scheme, office) if chosen.has(ReportPart.FORM) else None,
        overview=plan_overview(scheme, terms, overview_bound, voice)
        if chosen.has(ReportPart.OVERVIEW)
        else None,
        report=Bounded(
            bookmark=bookmarks.REPORT,
            heading=words.REPORT_HEADING,
            lines=(report_bound,),
            characters=terms.characters or 0,
            sign=told.signs.get("", ""),
        ),
        sections=tuple(replace(one, sign=told.signs.get(one.code, "")) for one in sections),
        checklist=Checklist(
            bookmark=bookmarks.CHECKLIST,
            heading=words.CHECKLIST_HEADING,
            table=blank_table("", words.CHECKLIST_HEADER, words.CHECKLIST_BLANK_ROWS),
        ),
        recommendation=Recommendation(
            bookmark=bookmarks.RECOMMENDATION,
            heading=words.RECOMMENDATION_HEADING,
            boxes=terms.recommenders,
            closing=words.RECOMMENDATION_CLOSING,
        )
        if chosen.has(ReportPart.RECOMMENDATION)
        else None,
        remarks=None if older else told.part,
        reference=plan_reference(scheme) if chosen.has(ReportPart.REFERENCE) else None,
        page_note=scheme.page_note,
        typeface=typeface(terms),
        accept_unusual=office.accept_unusual,
    )


def _bound(chosen: ChosenTerms, key: str, heading: str) -> str:
    """The sentence about an upper bound, and whose it is."""
    whose = words.USUAL
    if getattr(chosen.offices, key):
        whose = words.OFFICE
    elif chosen.person:
        whose = words.PERSON_SOURCES[key]
    return words.BOUND.format(heading, getattr(chosen.terms, key), whose)


def _pledge(scheme: Scheme, chosen: ChosenTerms) -> Pledge:
    return Pledge(
        bookmark=bookmarks.PLEDGE,
        heading=words.PLEDGE_HEADING,
        lines=tuple(line.replace("{award}", scheme.award) for line in chosen.terms.pledge),
        signatures=chosen.terms.signatures,
    )


def _guide(office: Office, *, older: bool) -> tuple[str, ...]:
    named = (f"主办单位：{office.name}。",) if office.name else ()
    returned = (f"交回：{line}" for line in office.return_to)
    return (*(words.GUIDE_2 if older else words.GUIDE), *named, *returned)
