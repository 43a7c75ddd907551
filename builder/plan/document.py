"""The Word kit of an award: from a scheme to everything a document prints."""

from dataclasses import dataclass, replace

from builder.formula.render import plain_number
from builder.model.points import effective_points
from builder.model.scheme import Criterion, DescriptorTable, Indicator, Scheme
from builder.plan import document_words as words
from builder.plan.build import choice_text
from builder.plan.document_bookmarks import CHECKLIST_BOOKMARK, GUIDE_BOOKMARK, bookmark_names
from builder.plan.document_parts import (
    Answer,
    Checklist,
    Cover,
    CriterionLine,
    DocumentIdentity,
    DocumentPlan,
    DocumentSection,
    Table,
)
from builder.plan.document_texts import heading_text
from builder.plan.reminders import Reminder, all_reminders, points_line, reminders_by_place


def plan_document(scheme: Scheme, *, fingerprint: str) -> DocumentPlan:
    """The kit for every indicator of the scheme, in official order.

    ``fingerprint`` identifies the scheme's content and is carried through unread.
    """
    return DocumentPlan(
        identity=DocumentIdentity(
            scheme_id=scheme.id,
            edition=scheme.edition,
            fingerprint=fingerprint,
            choice=choice_text(scheme.chosen),
            scale=scheme.scale.value,
        ),
        cover=Cover(
            award=scheme.award,
            title=scheme.title,
            edition=scheme.edition,
            source=scheme.source,
            points=points_line(scheme),
            chosen=tuple(f"{name}：{option}" for name, option in scheme.chosen),
            blanks=words.COVER_BLANKS,
        ),
        guide_bookmark=GUIDE_BOOKMARK,
        guide_heading=words.GUIDE_HEADING,
        guide=words.GUIDE,
        reminders=all_reminders(scheme),
        sections=_sections(scheme),
        checklist=Checklist(
            bookmark=CHECKLIST_BOOKMARK,
            heading=words.CHECKLIST_HEADING,
            table=_blank_table("", words.CHECKLIST_HEADER, words.CHECKLIST_BLANK_ROWS),
        ),
        page_note=scheme.page_note,
    )


@dataclass(frozen=True, kw_only=True)
class _Placed:
    """An indicator in the outline; ``beneath`` says that a node above it has points."""

    indicator: Indicator
    level: int
    beneath: bool

    @property
    def shown_only(self) -> bool:
        """Whether the part explains an item that is answered elsewhere."""
        return self.indicator.unscored and self.beneath


def _sections(scheme: Scheme) -> tuple[DocumentSection, ...]:
    placed = [one for root in scheme.indicators for one in _outline(scheme, root, 1, beneath=False)]
    names = bookmark_names(tuple(one.indicator.code for one in placed))
    reminders = reminders_by_place(scheme)
    rules = {rule.code: rule.wording for rule in scheme.compositions}
    return tuple(
        _section(scheme, one, bookmark, reminders, rules)
        for one, bookmark in zip(placed, names, strict=True)
    )


def _outline(scheme: Scheme, node: Indicator, level: int, *, beneath: bool) -> list[_Placed]:
    folded = _folded(scheme, node)
    within = beneath or effective_points(scheme, node) is not None
    below = [
        one
        for child in folded.children
        for one in _outline(scheme, child, level + 1, beneath=within)
    ]
    return [_Placed(indicator=folded, level=level, beneath=beneath), *below]


def _folded(scheme: Scheme, node: Indicator) -> Indicator:
    """The node as the notice prints it: a criterion that is scored is a line, not a section."""
    rows = [child for child in node.children if child.criterion]
    if not rows:
        return node
    scored = [
        replace(item, points=effective_points(scheme, row)) for row in rows for item in row.criteria
    ]
    lines = sorted((*node.criteria, *scored), key=lambda item: item.position.line)
    others = tuple(child for child in node.children if not child.criterion)
    return replace(node, criteria=tuple(lines), children=others)


def _section(
    scheme: Scheme,
    placed: _Placed,
    bookmark: str,
    reminders: dict[str, tuple[Reminder, ...]],
    rules: dict[str, str],
) -> DocumentSection:
    indicator = placed.indicator
    points = effective_points(scheme, indicator)
    answered = not indicator.children and not placed.shown_only
    return DocumentSection(
        code=indicator.code,
        bookmark=bookmark,
        level=placed.level,
        heading=heading_text(indicator.number, indicator.name, points),
        facts=_facts(placed, has_points=points is not None, rule=rules.get(indicator.code)),
        reminders=reminders.get(indicator.code, ()),
        criteria=tuple(_criterion(item) for item in indicator.criteria),
        notes=tuple(note.text for note in indicator.notes),
        tables=tuple(_descriptors(table) for table in indicator.tables),
        answer=_answer(indicator) if answered else None,
    )


def _facts(placed: _Placed, *, has_points: bool, rule: str | None) -> tuple[str, ...]:
    facts: list[str] = []
    if placed.indicator.veto:
        facts.append(words.FACT_VETO)
    elif placed.shown_only:
        facts.append(words.FACT_SHOWN)
    elif placed.indicator.unscored:
        facts.append(words.FACT_UNSCORED)
    elif not has_points:
        facts.append(words.FACT_NO_POINTS)
    if rule is not None:
        facts.append(f"计分规则（原文）：{rule}")
    return tuple(facts)


def _criterion(item: Criterion) -> CriterionLine:
    points = "" if item.points is None else f"{plain_number(item.points)}分"
    # Points that punctuation follows stay in the wording; they are not printed a second time.
    printed_already = points != "" and points in item.text[-len(points) - 3 :]
    return CriterionLine(text=item.printed, points="" if printed_already else points)


def _descriptors(table: DescriptorTable) -> Table:
    return Table(caption="", header=table.header, rows=tuple(row.cells for row in table.rows))


def _answer(indicator: Indicator) -> Answer:
    return Answer(
        prompts=_prompts(indicator),
        placeholder=words.PLACEHOLDER,
        evidence=_blank_table(
            f"{words.EVIDENCE_CAPTION}（{indicator.label}）",
            words.EVIDENCE_HEADER,
            words.EVIDENCE_BLANK_ROWS,
        ),
    )


def _prompts(indicator: Indicator) -> tuple[str, ...]:
    prompts: tuple[str, ...]
    if indicator.veto:
        prompts = words.VETO_PROMPTS
    elif indicator.dimension is None:
        prompts = words.GENERAL_PROMPTS
    else:
        prompts = words.PROMPTS[indicator.dimension]
    return (*prompts, words.REPLACEABLE_PROMPT) if indicator.replaceable else prompts


def _blank_table(caption: str, header: tuple[str, ...], rows: int) -> Table:
    return Table(caption=caption, header=header, rows=(("",) * len(header),) * rows)
