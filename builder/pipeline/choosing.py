"""Which kit of a scheme is meant: the options chosen, checked against the scheme's choices."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from itertools import product

from builder.findings.finding import Finding
from builder.frozen import frozen
from builder.load.library import called
from builder.model.nearest import did_you_mean
from builder.model.resolution import resolve
from builder.model.scales import on_maturity_scale
from builder.model.scheme import Choice, Scale, Scheme


@frozen
class Wanted:
    """What a person asks for: options by choice, every combination of them, another scale."""

    options: Mapping[str, str] = field(default_factory=dict)
    every: bool = False
    scale: Scale | None = None


def kits_of(scheme: Scheme, wanted: Wanted) -> tuple[tuple[Scheme, ...], tuple[Finding, ...]]:
    """The resolved schemes asked for, or the findings that say why none can be."""
    findings = tuple(_unknown(scheme, wanted.options))
    if findings:
        return (), findings
    chosen = [_options(choice, wanted) for choice in scheme.choices]
    missing = tuple(
        _missing(scheme, choice)
        for choice, options in zip(scheme.choices, chosen, strict=True)
        if not options
    )
    if missing:
        return (), missing
    names = [choice.name for choice in scheme.choices]
    scaled = on_maturity_scale(scheme) if wanted.scale is Scale.MATURITY else scheme
    kits = (dict(zip(names, options, strict=True)) for options in product(*chosen))
    return tuple(resolve(scaled, kit) for kit in kits), ()


def every_kit(scheme: Scheme) -> tuple[Scheme, ...]:
    """The scheme resolved for every combination of its options."""
    kits, _ = kits_of(scheme, Wanted(every=True))
    return kits


def _options(choice: Choice, wanted: Wanted) -> tuple[str, ...]:
    if choice.name in wanted.options:
        return (wanted.options[choice.name],)
    if wanted.every:
        return choice.options
    return () if choice.default is None else (choice.default,)


def _unknown(scheme: Scheme, options: Mapping[str, str]) -> Iterator[Finding]:
    choices = {choice.name: choice for choice in scheme.choices}
    for name, option in options.items():
        choice = choices.get(name)
        if choice is None:
            yield _finding(scheme, "QA172", actual=name, known=choices, name=name)
        elif option not in choice.options:
            yield _finding(scheme, "QA173", actual=option, known=choice.options, name=name)


def _missing(scheme: Scheme, choice: Choice) -> Finding:
    known, reason = choice.options, choice.no_default
    return _finding(scheme, "QA171", actual="", known=known, name=choice.name, reason=reason)


def _finding(
    scheme: Scheme, code: str, *, actual: str, known: Iterable[str], name: str, reason: str = ""
) -> Finding:
    listed = list(known)
    return Finding.at(
        code,
        called(scheme.position.path),
        actual=actual,
        name=name,
        options="、".join(listed) or "没有要选的",
        reason=reason,
        hint=did_you_mean(actual, listed),
    )
