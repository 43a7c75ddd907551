"""A table of who reviews whom: even, without conflicts, with experts; and who is short and why."""

import importlib
from collections import Counter
from itertools import product

import pytest

from builder.pipeline.panel.solving import Demand, NoSolverError, solve


def demand(
    people: int,
    firms: int,
    least: int,
    most: int,
    *,
    apart: frozenset[tuple[int, int]] = frozenset(),
    expert: frozenset[tuple[int, int]] = frozenset(),
) -> Demand:
    every = frozenset(product(range(people), range(firms)))
    return Demand(
        reviewers=people,
        applicants=firms,
        eligible=every - apart,
        expert=expert - apart,
        least=least,
        most=most,
    )


def loads(pairs: frozenset[tuple[int, int]]) -> list[int]:
    return sorted(Counter(person for person, _ in pairs).values())


@pytest.mark.parametrize(("people", "firms", "least"), [(5, 5, 3), (9, 100, 3), (7, 12, 5)])
def test_loads_are_as_even_as_can_be(people: int, firms: int, least: int) -> None:
    apart = frozenset({(0, 1), (1, 0), (2, 3)})
    solved = solve(demand(people, firms, least, firms, apart=apart))
    assert solved.short == ()
    given = Counter(firm for _, firm in solved.pairs)
    assert {*given.values()} == {least}
    assert len(given) == firms
    assert solved.pairs.isdisjoint(apart)
    assert loads(solved.pairs)[-1] - loads(solved.pairs)[0] <= 1
    spare = dict(solved.substitutes)
    assert all((person, firm) not in solved.pairs | apart for firm, person in spare.items())
    possible = [
        firm
        for firm in range(firms)
        if sum((person, firm) not in apart for person in range(people)) > least
    ]
    assert sorted(spare) == possible


def test_one_who_may_review_few_makes_nobody_elses_load_uneven() -> None:
    apart = frozenset((0, firm) for firm in range(2, 30))
    solved = solve(demand(6, 30, 3, 30, apart=apart))
    assert loads(solved.pairs) == [2, 17, 17, 18, 18, 18]


def test_among_tables_as_even_the_one_with_most_experts_is_taken() -> None:
    expert = frozenset((person, firm) for person in range(4) for firm in (person, person + 4))
    solved = solve(demand(4, 8, 1, 8, expert=expert))
    assert solved.pairs == expert
    crowded = frozenset((0, firm) for firm in range(8))
    assert loads(solve(demand(4, 8, 1, 8, expert=crowded)).pairs) == [2, 2, 2, 2]


def test_the_same_question_has_the_same_answer() -> None:
    asked = demand(8, 40, 3, 20, apart=frozenset({(1, 2), (3, 4)}), expert=frozenset({(5, 6)}))
    assert solve(asked) == solve(asked)


def test_nobody_gets_more_than_the_most() -> None:
    assert loads(solve(demand(4, 8, 2, 4)).pairs) == [4, 4, 4, 4]
    short = solve(demand(4, 8, 2, 3)).short
    assert sum(gap for _, gap in short) == 4


def test_who_has_too_few_that_may_is_short() -> None:
    apart = frozenset({(0, 1), (1, 1)})
    assert solve(demand(3, 3, 2, 3, apart=apart)).short == ((1, 1),)


def test_without_the_extra_it_is_said_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_: str) -> None:
        raise ImportError

    monkeypatch.setattr(importlib, "import_module", missing)
    with pytest.raises(NoSolverError, match=r'pip install "\.\[assign\]"'):
        solve(demand(2, 2, 1, 2))
