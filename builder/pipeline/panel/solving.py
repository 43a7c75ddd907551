"""Who reviews whom as a problem of whole numbers, solved by the HiGHS of SciPy, an extra.

Without expertise every load is as even as can be; among the tables as even as that, the one in
which most reviewers know the applicant's industry is taken.
"""

import importlib
from collections.abc import Sequence
from typing import Any

from builder.frozen import frozen


class NoSolverError(Exception):
    """The extra with the solver is not installed; its words say how to install it."""


@frozen
class Demand:
    """Who may review whom, by the places of reviewers and applicants in their lists.

    ``eligible`` are the pairs that may be, ``expert`` those of them in which the reviewer knows the
    industry. Each applicant gets ``least`` reviewers, each reviewer at most ``most`` applicants.
    """

    reviewers: int
    applicants: int
    eligible: frozenset[tuple[int, int]]
    expert: frozenset[tuple[int, int]]
    least: int
    most: int


@frozen
class Solved:
    """The pairs and the substitutes by place; ``short`` are the applicants that lack reviewers.

    Where nobody is short the pairs are complete.
    """

    pairs: frozenset[tuple[int, int]]
    substitutes: tuple[tuple[int, int], ...]
    short: tuple[tuple[int, int], ...] = ()


def solve(demand: Demand) -> Solved:
    """The best table, or with the fewest gaps where none is whole; raises ``NoSolverError``."""
    optimize, sparse = _libraries()
    pairs = sorted(demand.eligible)
    gaps, chosen = _least_short(demand, pairs, optimize, sparse)
    if any(gaps):
        short = tuple((place, gap) for place, gap in enumerate(gaps) if gap)
        return Solved(pairs=frozenset(chosen), substitutes=(), short=short)
    whole = [demand.least] * demand.applicants
    best = frozenset(_even(demand, pairs, whole, demand.most, optimize, sparse))
    left = [pair for pair in pairs if pair not in best]
    each = [int(any(firm == place for _, firm in left)) for place in range(demand.applicants)]
    # Substitutes are called in one by one: they may exceed what a reviewer has at most.
    spare = _even(demand, left, each, demand.applicants, optimize, sparse) if left else []
    substitutes = tuple((firm, person) for person, firm in sorted(spare, key=lambda one: one[1]))
    return Solved(pairs=best, substitutes=substitutes)


def _libraries() -> tuple[Any, Any]:
    try:
        return importlib.import_module("scipy.optimize"), importlib.import_module("scipy.sparse")
    except ImportError:
        raise NoSolverError(
            '没有安装分派评审员用的组件，请先在程序的文件夹里运行 pip install ".[assign]"。'
        ) from None


def _sums(count: int, pairs: Sequence[tuple[int, int]], which: int, sparse: Any, extra: int) -> Any:
    """A row for each reviewer (``which`` 0) or applicant (1) that sums up its pairs."""
    rows = [pair[which] for pair in pairs]
    ones, columns = [1.0] * len(pairs), range(len(pairs))
    shape = (count, len(pairs) + extra)
    return sparse.csr_array((ones, (rows, list(columns))), shape=shape)


def _least_short(
    demand: Demand, pairs: Sequence[tuple[int, int]], optimize: Any, sparse: Any
) -> tuple[list[int], list[tuple[int, int]]]:
    """How many reviewers each applicant lacks in the table that lacks fewest, and its pairs."""
    firms, size = demand.applicants, len(pairs)
    load = _sums(demand.reviewers, pairs, 0, sparse, firms)
    gap = sparse.hstack([sparse.csr_array((firms, size)), sparse.eye_array(firms)])
    given = _sums(firms, pairs, 1, sparse, firms) + gap
    costs = [0.0] * size + [1.0] * firms
    limits = [1.0] * size + [float(demand.least)] * firms
    values = _milp(
        costs,
        limits,
        [(load, 0, demand.most), (given, demand.least, demand.least)],
        optimize,
    )
    gaps = [round(value) for value in values[size:]]
    return gaps, [pair for pair, value in zip(pairs, values, strict=False) if value > _HALF]


def _even(
    demand: Demand,
    pairs: Sequence[tuple[int, int]],
    wanted: Sequence[int],
    most: int,
    optimize: Any,
    sparse: Any,
) -> list[tuple[int, int]]:
    """The pairs that give each applicant what it is to have.

    Loads are as even as can be, and as many pairs with experts as that leaves.
    """
    people = demand.reviewers
    steps = min(most, demand.applicants)
    more = people * steps
    # A reviewer's first applicant costs little, each further one more: even loads cost least.
    places = [place for place in range(people) for _ in range(steps)]
    counted = sparse.csr_array(([-1.0] * more, (places, list(range(more)))), shape=(people, more))
    load = sparse.hstack([_sums(people, pairs, 0, sparse, 0), counted])
    given = _sums(demand.applicants, pairs, 1, sparse, more)
    # No number of experts outweighs one step.
    weight = float(sum(wanted) + 1)
    costs = [-float(pair in demand.expert) for pair in pairs]
    costs += [weight * step for _ in range(people) for step in range(1, steps + 1)]
    rules = [(given, wanted, wanted), (load, 0, 0)]
    values = _milp(costs, [1.0] * len(costs), rules, optimize)
    return [pair for pair, value in zip(pairs, values, strict=False) if value > _HALF]


_HALF = 0.5


def _milp(
    costs: Sequence[float],
    limits: Sequence[float],
    rules: Sequence[tuple[Any, Any, Any]],
    optimize: Any,
) -> list[float]:
    """The whole numbers from 0 to their limits that keep the rules at the least cost."""
    found = optimize.milp(
        c=costs,
        integrality=[1] * len(costs),
        bounds=optimize.Bounds(0, limits),
        constraints=[optimize.LinearConstraint(*rule) for rule in rules],
        options={"mip_rel_gap": 0.0},
    )
    if not found.success:
        raise RuntimeError(found.message)
    return [float(value) for value in found.x]
