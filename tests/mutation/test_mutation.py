"""The command that changes the code at random: what it draws, tries and tells."""

import os
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from builder.model.credit_code import check_character, strange_places
from tests.mutation import reached
from tests.mutation.mutants import Mutant, sample
from tests.mutation.scope import PACKAGES, ROOT, mutated_files, witnesses
from tests.mutation.swapped import read_everything, swap
from tests.mutation.table import BEGIN, END, table, with_table
from tests.mutation.trial import Fate, Outcome

SOURCE = '''"""A sum."""

LIMIT = 3


def capped(points: int | None) -> int:
    """The points, at most the limit."""
    if points is None:
        raise ValueError("no points")
    return points if points <= LIMIT else LIMIT
'''
CODE = Path("builder/model/credit_code.py")
ITS_TESTS = "tests/model/test_credit_code.py"


@pytest.fixture
def drawn(tmp_path: Path) -> list[Mutant]:
    """Every mutant of the sum."""
    (tmp_path / "capped.py").write_text(SOURCE, "utf-8")
    return sample((Path("capped.py"),), 100, 1, tmp_path)


def test_what_is_mutated_and_what_may_notice_is_there() -> None:
    assert all((ROOT / "builder" / name).is_dir() for name in PACKAGES)
    assert len(mutated_files()) > 100
    assert all((ROOT / test).is_file() for path in mutated_files() for test in witnesses(path))


def test_all_that_is_mutated_can_be_read_before_it_is() -> None:
    read_everything()
    assert "builder.model.credit_code" in sys.modules


def test_each_mutant_is_one_change_of_behaviour(drawn: list[Mutant]) -> None:
    assert {(one.kind, one.before, one.after) for one in drawn} == {
        ("赋值", "LIMIT = 3", "LIMIT = None"),
        ("数", "LIMIT = 3", "LIMIT = 4"),
        ("属于、跳出", "if points is None:", "if points is not None:"),
        *(
            (kind, "return points if points <= LIMIT else LIMIT", after)
            for kind, after in (
                ("比较", "return points if points < LIMIT else LIMIT"),
                ("分支", "return points if (points <= LIMIT) and False else LIMIT"),
                ("分支", "return points if (points <= LIMIT) or True else LIMIT"),
            )
        ),
    }
    assert len({one.code for one in drawn}) == len(drawn)


def test_the_same_seed_draws_the_same_and_kinds_take_turns(tmp_path: Path) -> None:
    (tmp_path / "capped.py").write_text(SOURCE, "utf-8")
    path = (Path("capped.py"),)
    four = sample(path, 4, 7, tmp_path)
    assert four == sample(path, 4, 7, tmp_path)
    assert len({one.kind for one in four}) == 4


def test_those_that_bear_its_name_are_asked_first_then_room_by_room() -> None:
    asked = witnesses(CODE)
    assert asked[0] == ITS_TESTS
    assert len(set(asked)) == len(asked)


def test_a_test_is_noted_with_what_it_enters_in_copies_of_its_process_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reached, "NOTED", tmp_path)
    reached.forget()
    followed = reached.Followed()
    monkeypatch.setattr(os, "_exit", followed.leave)
    followed.begin("tests/cli/test_codes.py::test_all[1]")
    check_character("91350100M000100Y4")
    if not (copy := os.fork()):
        strange_places("9135")
        os._exit(0)
    os.waitpid(copy, 0)
    followed.end()
    followed.begin(f"{ITS_TESTS}::test_one")
    check_character("91350100M000100Y4")
    followed.end()
    own, other = f"{ITS_TESTS}::test_one", "tests/cli/test_codes.py::test_all[1]"
    try:
        assert reached.reaching(CODE, frozenset({"check_character"}), ("tests/cli",)) == (
            own,
            other,
        )
        assert reached.reaching(CODE, frozenset({"strange_places"}), ()) == (other,)
    finally:
        reached.forget()


def test_a_module_does_what_a_changed_text_of_it_says() -> None:
    source, code = (ROOT / CODE).read_text("utf-8"), check_character.__code__
    right = check_character("91350100M000100Y4")
    try:
        swap(CODE, source.replace("-total %", "(1 - total) %"))
        assert check_character("91350100M000100Y4") != right
    finally:
        check_character.__code__ = code


def test_the_table_counts_by_package_and_kind_and_names_what_was_not_noticed(
    drawn: list[Mutant],
) -> None:
    fates = (Fate.KILLED, Fate.STUCK, Fate.SURVIVED, Fate.SURVIVED)
    outcomes = [
        Outcome(mutant=replace(mutant, path=Path("builder/model/capped.py"), kind="数"), fate=fate)
        for mutant, fate in zip(drawn, fates, strict=False)
    ]
    lines = table(outcomes, 5)
    assert "| `model` | 4 | 0 | 1 | 1 | 2 | 50% |" in lines
    assert "| 数 | 4 | 0 | 1 | 1 | 2 | 50% |" in lines
    assert sum(line.startswith("- capped.py：") for line in lines) == 2


def test_the_table_is_written_between_its_marks_and_nowhere_else() -> None:
    page = with_table("# 把关\n\n", ["旧"])
    assert page == f"# 把关\n\n{BEGIN}\n旧\n{END}\n"
    assert with_table(f"{page}尾\n", ["新"]) == f"# 把关\n\n{BEGIN}\n新\n{END}\n尾\n"
