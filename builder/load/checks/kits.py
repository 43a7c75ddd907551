"""Every kit that the choices of a scheme can make, one at a time."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from math import prod

from builder.model.fingerprint import fingerprint
from builder.model.resolution import resolve
from builder.model.scheme import Scheme

MOST_KITS = 100


def count_kits(scheme: Scheme) -> int:
    """How many ways there are to pick one option of each choice."""
    return prod(len(choice.options) for choice in scheme.choices)


def every_kit(scheme: Scheme) -> Iterator[Scheme]:
    """The scheme as it stands for each way to pick options; none where there are too many."""
    if count_kits(scheme) > MOST_KITS:
        return
    # The fingerprint is the same for every kit; taken here, it is taken once.
    scheme = replace(scheme, fingerprint=fingerprint(scheme))
    names = [choice.name for choice in scheme.choices]
    for options in product(*(choice.options for choice in scheme.choices)):
        yield resolve(scheme, dict(zip(names, options, strict=True)))
