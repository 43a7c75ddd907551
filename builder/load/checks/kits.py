"""Every kit that the choices of a scheme can make, one at a time."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import product
from math import prod

from builder.findings.finding import Finding
from builder.model.fingerprint import fingerprint
from builder.model.resolution import resolve
from builder.model.scheme import Scheme

MOST_KITS = 100


def count_kits(scheme: Scheme) -> int:
    """How many ways there are to pick one option of each choice."""
    return prod(len(choice.options) for choice in scheme.choices)


def told_by_kit(scheme: Scheme, check: Callable[[Scheme], Iterable[Finding]]) -> list[Finding]:
    """What a check finds in any kit, each once; what only some options bring says which."""
    kits = tuple(every_kit(scheme))
    found: dict[tuple[str, int, str], list[tuple[Finding, Scheme]]] = {}
    for kit in kits:
        for one in {(one.code, one.place.line, one.message): one for one in check(kit)}.values():
            found.setdefault((one.code, one.place.line, one.message), []).append((one, kit))
    told = ((those[0][0], only_with([kit for _, kit in those], kits)) for those in found.values())
    return [replace(one, actual=f"{one.actual}{options}") for one, options in told]


def only_with(some: Sequence[Scheme], kits: Sequence[Scheme]) -> str:
    """The options that these kits share, in brackets, where they are not all kits there are."""
    if len(some) == len(kits):
        return ""
    shared = [pair for pair in some[0].chosen if all(pair in kit.chosen for kit in some)]
    return f"（{'、'.join(f'{name}={option}' for name, option in shared)}）" if shared else ""


def every_kit(scheme: Scheme) -> Iterator[Scheme]:
    """The scheme as it stands for each way to pick options; none where there are too many."""
    if count_kits(scheme) > MOST_KITS:
        return
    # The fingerprint is the same for every kit; taken here, it is taken once.
    scheme = replace(scheme, fingerprint=fingerprint(scheme))
    names = [choice.name for choice in scheme.choices]
    for options in product(*(choice.options for choice in scheme.choices)):
        yield resolve(scheme, dict(zip(names, options, strict=True)))
