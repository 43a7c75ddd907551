"""Choices and the variants that depend on them."""

import re
from collections.abc import Iterator

from builder.findings.finding import Finding
from builder.load.problems import finding_at
from builder.model.nearest import did_you_mean
from builder.model.official import Position
from builder.model.scheme import Scheme

# An option is part of the names of files: what Windows takes in none, and room for the rest.
_UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f]')
_LONGEST = 40


def check_choices(scheme: Scheme) -> Iterator[Finding]:
    """A choice has a name of its own, two or more different options, and a default among them.

    Where it has no default, the scheme says why. Every option can stand in the name of a file.
    """
    names: set[str] = set()
    for choice in scheme.choices:
        different = len(set(choice.options))
        default_known = choice.default is None or choice.default in choice.options
        if (
            different < _FEWEST
            or different < len(choice.options)
            or not default_known
            or (choice.default is not None and choice.no_default)
            or choice.name in names
        ):
            yield finding_at("QA157", choice.position, actual=choice.name)
        elif choice.default is None and not choice.no_default:
            yield finding_at("QA129", choice.position, actual=choice.name)
        for option in choice.options:
            if _UNFIT.search(option) or len(option) > _LONGEST or option.endswith((".", " ")):
                yield finding_at("QA185", choice.position, actual=option)
        names.add(choice.name)


def check_variants(scheme: Scheme) -> Iterator[Finding]:
    """Every variant is an option of a choice; said once, at the highest place that names it."""
    known = {f"{choice.name}={option}" for choice in scheme.choices for option in choice.options}
    told: set[str] = set()
    places: list[tuple[Position, tuple[tuple[str, str], ...], str]] = [
        (node.position, node.variant, node.code) for node in scheme.walk
    ]
    places += [
        (condition.position, condition.variant, condition.code)
        for condition in (*scheme.eligibility, *scheme.vetoes)
    ]
    places += [(gate.position, gate.variant, gate.code) for gate in scheme.gates]
    places += [(level.position, level.variant, "") for level in scheme.levels]
    places += [(terms.position, terms.variant, "") for terms in scheme.by_choice]
    for position, variant, code in places:
        for name, option in variant:
            pair = f"{name}={option}"
            if pair not in known and pair not in told:
                told.add(pair)
                hint = did_you_mean(pair, sorted(known))
                yield finding_at("QA156", position, indicator=code, actual=pair, hint=hint)


_FEWEST = 2
