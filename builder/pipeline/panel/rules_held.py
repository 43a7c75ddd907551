"""An office's rules held against its panel: what they name must be there."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from builder.findings.finding import Finding, Place
from builder.formula.render import plain_number
from builder.load.key_names import KEYS
from builder.model.nearest import did_you_mean
from builder.model.panel.rules import PanelRules
from builder.model.panel.task import PanelTask
from builder.model.points import effective_points, maximum
from builder.pipeline.panel.planning import UnknownKitError, kit_of
from builder.pipeline.verify import Verifier

CATEGORIES, SHORTLIST = "categories", "shortlist"
_NO_ROLES = "（名单里没有写角色）"


def amiss(
    rules: PanelRules, task: PanelTask, place: Place, verifier: Verifier
) -> tuple[Finding, ...]:
    """A finding for each role, indicator and line that names nothing in this panel.

    ``place`` is where the rules stand.
    """
    kits = []
    for code, called in task.names:
        material = task.applicant(code)
        try:
            kits.append((called, kit_of(material, verifier)[0]))
        except UnknownKitError as error:
            return (error.finding(material.file, called),)
    roles = dict.fromkeys(one.role for one in task.reviewers if one.role)
    scored = dict.fromkeys(
        node.code
        for _, scheme in kits
        for node in scheme.walk
        if effective_points(scheme, node) is not None and not node.unscored
    )
    # What is out of reach for a hundred applicants of one kit is told once.
    most = {maximum(scheme): called for called, scheme in reversed(kits)}
    highest = max(most, default=Decimal(0))
    weighed = tuple(role for role, _ in rules.weights)
    return (
        *_unweighed(weighed, tuple(roles), place),
        *not_there("weights", weighed, tuple(roles), place),
        *not_there("tie_break", rules.tie_break, tuple(scored), place),
        *_too_many(rules, len(task.names), place),
        *(
            Finding.at(
                "QA968",
                place,
                expected=plain_number(points),
                actual=plain_number(line),
                applicant=called,
                key=key,
                named=KEYS.get(key, key),
            )
            for key, line, _ in _gates(rules)
            for points, called in most.items()
            # Which kits a category holds is not known before the ranking.
            if line is not None and line > points and (key != CATEGORIES or points == highest)
        ),
    )


def _gates(rules: PanelRules) -> Iterator[tuple[str, Decimal | None, int | None]]:
    """Every line for the total of the reviews and the places, by the key they stand under."""
    yield "line", rules.line, None
    yield "places", None, rules.places
    if rules.shortlist is not None:
        yield SHORTLIST, rules.shortlist.line, rules.shortlist.places
    yield from ((CATEGORIES, one.line, one.places) for one in rules.categories)


def _too_many(rules: PanelRules, there: int, place: Place) -> Iterator[Finding]:
    """A hint where a limit of places keeps nobody out, because fewer apply."""
    for key, _, places in _gates(rules):
        if places is not None and places > there:
            said = {"key": key, "named": KEYS.get(key, key)}
            yield Finding.at("QA966", place, expected=str(there), actual=str(places), **said)


def _unweighed(weighed: tuple[str, ...], roles: tuple[str, ...], place: Place) -> Iterator[Finding]:
    """A hint for each role of the list that no weight is given for, though for one much like it."""
    for role in roles:
        hint = "" if role in weighed else did_you_mean(role, weighed)
        if hint and set(weighed) <= set(roles):
            yield Finding.at("QA979", place, actual=role, hint=hint)


def not_there(
    key: str, said: Iterable[str], known: Sequence[str], place: Place, nothing: str = _NO_ROLES
) -> Iterator[Finding]:
    """A finding for each word that is not ``known``; ``nothing`` stands where nothing is."""
    for word in said:
        if word not in known:
            yield Finding.at(
                "QA967",
                place,
                actual=word,
                key=key,
                named=KEYS.get(key, key),
                hint=did_you_mean(word, known),
                options="、".join(known) or nothing,
            )
