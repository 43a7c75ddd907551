"""The sections of 自评报告: one an indicator, with its guidance and its place to write."""

from collections.abc import Mapping
from dataclasses import replace

from builder.formula.render import plain_number
from builder.frozen import frozen
from builder.kit.option_lists import NO_OPTIONS
from builder.kit.printed_text import heading_text, printed_marks
from builder.kit.reminders import Reminder, reminders_by_place
from builder.kit.ways.table import asking_of, explained
from builder.model.join_words import joined_formula, weight_told
from builder.model.joins import JoinKind
from builder.model.office import Office
from builder.model.official import Criterion, Indicator
from builder.model.points import effective_points, is_leaf, join_of
from builder.model.report_terms import ReportPart
from builder.model.scheme import Metric, Scheme
from builder.word import words
from builder.word.bookmarks import bookmark_names
from builder.word.budget import character_shares
from builder.word.figures import metrics_by_section, plan_figures
from builder.word.parts import AnswerPlace, CriterionLine, DocumentSection, Table
from builder.word.proved import Proved, as_in_workbook, each_itself
from builder.word.reference import printed_table
from builder.word.terms import ChosenTerms


@frozen
class _Placed:
    """An indicator in the outline; ``beneath`` says that a node above it has points."""

    indicator: Indicator
    level: int
    beneath: bool

    @property
    def shown_only(self) -> bool:
        """Whether the part explains an item that is answered elsewhere."""
        return self.indicator.unscored and self.beneath

    def is_answered(self, overview: str) -> bool:
        """Whether there is something to write; ``overview`` is the code answered in 概述."""
        return (
            not self.indicator.children
            and not self.shown_only
            and not (overview and self.indicator.code == overview)
        )


@frozen
class _Context:
    """What every section is planned from, by the indicator's code.

    ``proved`` says what the table of evidence of a section is about, for those that have one.
    """

    scheme: Scheme
    office: Office
    reminders: Mapping[str, tuple[Reminder, ...]]
    rules: Mapping[str, str]
    metrics: Mapping[str, tuple[Metric, ...]]
    shares: Mapping[str, int]
    elsewhere: Mapping[str, str]
    voice: words.Voice
    proved: Mapping[str, Proved]


def plan_sections(
    scheme: Scheme,
    office: Office,
    chosen: ChosenTerms,
    voice: words.Voice = words.ORGANISATION,
    *,
    each_proved: bool = False,
) -> tuple[DocumentSection, ...]:
    """A section for every indicator, in official order.

    Evidence is asked for where the workbook asks for it, or with ``each_proved`` under every
    heading that is answered, as it was in kits of layout 2.
    """
    placed = [one for root in scheme.indicators for one in _outline(scheme, root, 1, beneath=False)]
    names = bookmark_names(tuple(one.indicator.code for one in placed))
    terms = chosen.terms
    overview = terms.overview_of if chosen.has(ReportPart.OVERVIEW) else ""
    answered = [one.indicator for one in placed if one.is_answered(overview)]
    context = _Context(
        scheme=scheme,
        office=office,
        reminders=reminders_by_place(scheme),
        rules=_rules(scheme),
        metrics=metrics_by_section(scheme),
        shares=character_shares(scheme, terms.characters or 0),
        elsewhere={overview: terms.overview_title},
        voice=voice,
        proved=each_itself(answered) if each_proved else as_in_workbook(scheme, answered),
    )
    return tuple(
        _section(context, one, bookmark) for one, bookmark in zip(placed, names, strict=True)
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


def _section(context: _Context, placed: _Placed, bookmark: str) -> DocumentSection:
    indicator = placed.indicator
    points = effective_points(context.scheme, indicator)
    elsewhere = context.elsewhere.get(indicator.code, "")
    answered = placed.is_answered(indicator.code if elsewhere else "")
    share = context.shares.get(indicator.code) if answered else None
    return DocumentSection(
        code=indicator.code,
        bookmark=bookmark,
        level=placed.level,
        heading=heading_text(indicator.number, indicator.name, points),
        facts=(
            *_facts(
                placed,
                has_points=points is not None,
                rule=context.rules.get(indicator.code),
                elsewhere=elsewhere,
            ),
            *_rule_in_words(context.scheme, indicator),
            *((words.FACT_SHARE.format(share),) if share else ()),
        ),
        reminders=context.reminders.get(indicator.code, ()),
        # What is written in 概述 stands there with its criteria.
        criteria=() if elsewhere else tuple(map(_criterion, indicator.criteria)),
        notes=tuple(CriterionLine(text=note.text, marks=note.marks) for note in indicator.notes),
        tables=tuple(printed_table(table) for table in indicator.tables),
        answer=_answer(context, indicator, share) if answered else None,
    )


def _facts(
    placed: _Placed, *, has_points: bool, rule: str | None, elsewhere: str
) -> tuple[str, ...]:
    facts: list[str] = []
    if placed.indicator.veto:
        facts.append(words.FACT_VETO)
    elif elsewhere:
        facts.append(words.FACT_IN_OVERVIEW.format(elsewhere))
    elif placed.shown_only:
        facts.append(words.FACT_SHOWN)
    elif placed.indicator.unscored:
        facts.append(words.FACT_UNSCORED)
    elif not has_points:
        facts.append(words.FACT_NO_POINTS)
    if placed.indicator.required:
        facts.append(words.FACT_REQUIRED)
    facts.extend(f"{share}。" for share in weight_told(placed.indicator))
    if rule is not None:
        facts.append(rule)
    return tuple(facts)


def _rules(scheme: Scheme) -> dict[str, str]:
    """How the parts of indicators are joined, by code, where they are not added up."""
    rules = {}
    for node in scheme.walk:
        join = join_of(scheme, node)
        if join.wording:
            rules[node.code] = f"计分规则（原文）：{join.wording}"
        elif node.children and join.kind is not JoinKind.SUM:
            labels = {child.code: child.label for child in node.children}
            rules[node.code] = f"计分规则：{joined_formula(join, labels)}。"
    return rules


def _rule_in_words(scheme: Scheme, indicator: Indicator) -> tuple[str, ...]:
    """How a leaf is scored where that is not simply by points or a percent."""
    if not is_leaf(scheme, indicator):
        return ()
    said = explained(asking_of(scheme, indicator, NO_OPTIONS))
    return tuple(f"{words.RULE}{line}" for line in said)


def _criterion(item: Criterion) -> CriterionLine:
    points = "" if item.points is None else f"{plain_number(item.points)}分"
    # Points that punctuation follows stay in the wording; they are not printed a second time.
    printed_already = points != "" and points in item.text[-len(points) - 3 :]
    return CriterionLine(
        text=item.printed,
        points="" if printed_already else points,
        marks=printed_marks(item),
    )


def _answer(context: _Context, indicator: Indicator, share: int | None) -> AnswerPlace:
    proved = context.proved.get(indicator.code)
    return AnswerPlace(
        prompts=_prompts(indicator, context.voice),
        placeholder=words.PLACEHOLDER,
        characters=share,
        figures=plan_figures(indicator, context.metrics.get(indicator.code, ()), context.office),
        evidence=None
        if proved is None
        else blank_table(
            f"{words.EVIDENCE_CAPTION}（{proved.label}）", proved.header, words.EVIDENCE_BLANK_ROWS
        ),
    )


def _prompts(indicator: Indicator, voice: words.Voice) -> tuple[str, ...]:
    prompts: tuple[str, ...]
    if indicator.veto:
        prompts = voice.veto
    elif indicator.dimension is None:
        prompts = voice.general
    else:
        prompts = voice.of[indicator.dimension]
    return (*prompts, words.REPLACEABLE_PROMPT) if indicator.replaceable else prompts


def blank_table(caption: str, header: tuple[str, ...], rows: int) -> Table:
    """A table whose rows are still to be filled in."""
    return Table(caption=caption, header=header, rows=(("",) * len(header),) * rows)
