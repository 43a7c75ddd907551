"""``frozen`` makes of a class what the standard library makes of it, in all that code relies on."""

import copy
import pickle
from collections.abc import Mapping
from dataclasses import (
    FrozenInstanceError,
    asdict,
    astuple,
    dataclass,
    field,
    fields,
    is_dataclass,
    replace,
)
from functools import cached_property
from typing import Any

import pytest

from builder.frozen import frozen


@frozen
class Point:
    """Where something stands; the second number may be left out."""

    across: int
    down: int = 0
    words: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def both(self) -> int:
        """A value that is worked out once."""
        return self.across + self.down


@frozen(slots=True)
class Slotted:
    """The same without a dictionary of its own."""

    across: int
    down: int = 0


@frozen
class Named(Point):
    """A point with a name."""

    name: str


class Kept(Slotted):
    """A class that derives from one and adds nothing."""


@frozen
class Empty:
    """Nothing at all."""


@frozen
class Alone:
    """One value, which may itself be a tuple."""

    value: object


@frozen
class Checked:
    """A value that refuses to be below zero."""

    value: int

    def __post_init__(self) -> None:
        """Refuse."""
        if self.value < 0:
            raise ValueError(self.value)


@dataclass(frozen=True, kw_only=True)
class Standard:
    """What the standard library makes of the fields of ``Slotted``."""

    across: int
    down: int = 0


BOTH = pytest.mark.parametrize("kind", [Point, Slotted])


@BOTH
def test_values_are_given_by_name_and_defaults_fill_in(kind: Any) -> None:
    made = kind(across=1)
    assert (made.across, made.down) == (1, 0)
    assert kind(down=2, across=1).down == 2


@BOTH
@pytest.mark.parametrize("given", [{}, {"across": 1, "up": 2}])
def test_a_missing_or_unknown_name_is_a_mistake_of_the_caller(
    kind: Any, given: dict[str, int]
) -> None:
    with pytest.raises(TypeError, match=r"across|up"):
        kind(**given)
    with pytest.raises(TypeError, match="positional"):
        kind(1)


def test_each_object_has_a_default_made_for_it() -> None:
    assert Point(across=1).words == {}
    assert Point(across=1).words is not Point(across=1).words


@BOTH
def test_nothing_is_set_or_deleted_once_it_is_made(kind: Any) -> None:
    made = kind(across=1)
    for name in ("across", "another"):
        with pytest.raises(FrozenInstanceError):
            setattr(made, name, 2)
    with pytest.raises(FrozenInstanceError):
        del made.across
    assert made == kind(across=1)


@BOTH
def test_equal_values_of_one_class_are_equal_and_hash_alike(kind: Any) -> None:
    assert Slotted(across=1) == Slotted(across=1, down=0)
    assert hash(Slotted(across=1)) == hash(Slotted(across=1, down=0))
    assert kind(across=1) != kind(across=2)
    assert kind(across=1) != Standard(across=1)
    assert kind(across=1).__eq__(1) is NotImplemented


def test_a_class_without_a_value_or_with_one_compares_too() -> None:
    assert Empty() == Empty()
    assert hash(Empty()) == hash(Empty())
    assert Alone(value=1) == Alone(value=1) != Alone(value=2)
    assert Alone(value=Empty()) in {Alone(value=Empty())}


def test_what_holds_a_dictionary_has_no_hash() -> None:
    with pytest.raises(TypeError, match="unhashable"):
        hash(Point(across=1))


def test_it_is_written_as_it_is_made() -> None:
    assert repr(Slotted(across=1)) == repr(Standard(across=1)).replace("Standard", "Slotted")
    assert repr(Empty()) == "Empty()"


def test_a_class_that_derives_has_the_fields_of_both() -> None:
    made = Named(name="甲", across=1)
    assert [each.name for each in fields(made)] == ["across", "down", "words", "name"]
    assert made != Point(across=1)
    assert replace(made, name="乙").name == "乙"
    assert made.both == 1


def test_a_class_that_derives_and_adds_nothing_is_another_class() -> None:
    assert Kept(across=1) == Kept(across=1)
    assert Kept(across=1) != Slotted(across=1)


def test_what_a_class_checks_is_checked_in_every_object() -> None:
    for _ in range(2):
        with pytest.raises(ValueError, match="-1"):
            Checked(value=-1)
    assert Checked(value=1).value == 1


def test_the_library_sees_a_data_class() -> None:
    made: object = Slotted(across=1)
    assert is_dataclass(made)
    assert [(each.name, each.default) for each in fields(Slotted)] == [
        (each.name, each.default) for each in fields(Standard)
    ]
    assert asdict(Slotted(across=1)) == asdict(Standard(across=1))
    assert astuple(Slotted(across=1)) == (1, 0)
    assert replace(Slotted(across=1), down=2) == Slotted(across=1, down=2)


@pytest.mark.parametrize(
    "made",
    [Point(across=1, words={"a": "b"}), Slotted(across=1), Empty(), Named(across=1, name="")],
)
def test_it_survives_being_copied_and_sent_to_another_process(made: object) -> None:
    assert pickle.loads(pickle.dumps(made)) == made  # noqa: S301 - what was pickled just now
    assert copy.deepcopy(made) == copy.copy(made) == made


def test_objects_with_slots_have_no_dictionary() -> None:
    assert not hasattr(Slotted(across=1), "__dict__")


def test_a_class_keeps_the_methods_it_has() -> None:
    @frozen
    class Own:
        value: int

        def __eq__(self, other: object) -> bool:
            return isinstance(other, Own)

        def __hash__(self) -> int:
            return 7

        def __repr__(self) -> str:
            return "own"

    assert Own(value=1) == Own(value=2)
    assert (hash(Own(value=1)), repr(Own(value=1))) == (7, "own")


def test_a_field_that_asks_for_more_than_a_default_is_refused() -> None:
    with pytest.raises(TypeError, match="value"):

        @frozen
        class Hidden:
            value: int = field(repr=False)


def test_patterns_match_by_name() -> None:
    match Slotted(across=1):
        case Slotted(across=across, down=0):
            assert across == 1
        case _:
            pytest.fail("it is one")


def test_no_method_is_compiled_for_a_class_of_which_no_object_is_made() -> None:
    @frozen
    class Unused:
        value: int

    assert "first" in Unused.__init__.__qualname__
    Unused(value=1)
    assert Unused.__init__.__qualname__.endswith("Unused.__init__")
