"""Immutable data classes that cost little to import.

``@dataclass(frozen=True, kw_only=True)`` compiles six methods for each class, and a call of the
program imports hundreds of classes and makes objects of a few: that took a sixth of a short call.
Here one ``__init__`` is compiled for a class when its first object is made, and the other methods
are shared.
"""

from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from reprlib import recursive_repr
from typing import Any, TypeVar, dataclass_transform, overload

_Class = TypeVar("_Class")


@overload
def frozen(cls: type[_Class]) -> type[_Class]: ...


@overload
def frozen(*, slots: bool) -> Callable[[type[_Class]], type[_Class]]: ...


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
def frozen(cls: type[Any] | None = None, *, slots: bool = False) -> Any:
    """A class as ``@dataclass(frozen=True, kw_only=True)`` makes it.

    Its fields may have defaults and nothing else of their own. Objects of a class with ``slots``
    take less memory.
    """
    if cls is None:
        return lambda each: _made(each, slots=slots)
    return _made(cls, slots=slots)


def _made(cls: type[Any], *, slots: bool) -> Any:
    made: Any = dataclass(init=False, repr=False, eq=False, kw_only=True, slots=slots)(cls)
    names = tuple(_plain(each).name for each in fields(made))
    # Of a single field it gets the value itself, which is as good to compare.
    made.__frozen_values__ = attrgetter(*names) if names else type
    methods = _SHARED | _SLOTTED if slots else _SHARED
    for name, method in methods.items():
        if name not in cls.__dict__:
            setattr(made, name, method)
    made.__init__ = _first_init(made)
    return made


def _plain(each: Field[Any]) -> Field[Any]:
    if each.init and each.repr and each.compare and each.hash is None:
        return each
    raise TypeError(f"{each.name}: a field may have a default and nothing else of its own")


def _first_init(cls: type[Any]) -> Callable[..., None]:
    """The ``__init__`` of the first object; it puts the compiled one into its own place."""

    def __init__(self: Any, **values: object) -> None:  # noqa: N807 - what it stands for is called so
        cls.__init__ = init = _compiled_init(cls)
        init(self, **values)

    return __init__


def _compiled_init(cls: type[Any]) -> Callable[..., None]:
    known: dict[str, Any] = {"_put": object.__setattr__, "_absent": MISSING}
    takes: list[str] = []
    lines: list[str] = []
    for each in fields(cls):
        name = value = each.name
        if each.default_factory is not MISSING:
            known[f"_{name}"] = each.default_factory
            takes.append(f"{name}=_absent")
            value = f"_{name}() if {name} is _absent else {name}"
        elif each.default is not MISSING:
            known[f"_{name}"] = each.default
            takes.append(f"{name}=_{name}")
        else:
            takes.append(name)
        lines.append(f"_put(self, {name!r}, {value})")
    if hasattr(cls, "__post_init__"):
        lines.append("self.__post_init__()")
    head = f"def __init__(self, *, {', '.join(takes)}):" if takes else "def __init__(self):"
    exec("\n ".join((head, *lines, "pass")), known)  # noqa: S102 - what a class's own code names
    init: Callable[..., None] = known["__init__"]
    init.__qualname__ = f"{cls.__qualname__}.__init__"
    return init


def _equal(self: Any, other: Any) -> object:
    if other.__class__ is not self.__class__:
        return NotImplemented
    values: Callable[[Any], object] = self.__frozen_values__
    return values(self) == values(other)


def _hash(self: Any) -> int:
    return hash(self.__frozen_values__(self))


@recursive_repr()
def _repr(self: Any) -> str:
    said = ", ".join(f"{each.name}={getattr(self, each.name)!r}" for each in fields(self))
    return f"{self.__class__.__qualname__}({said})"


def _set(self: object, name: str, value: object) -> None:  # noqa: ARG001 - Python calls it so
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _delete(self: object, name: str) -> None:  # noqa: ARG001 - Python calls it so
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: Any) -> list[Any]:
    return [getattr(self, each.name) for each in fields(self)]


def _set_state(self: Any, state: list[Any]) -> None:
    for each, value in zip(fields(self), state, strict=True):
        object.__setattr__(self, each.name, value)


_SHARED = {
    "__eq__": _equal,
    "__hash__": _hash,
    "__repr__": _repr,
    "__setattr__": _set,
    "__delattr__": _delete,
}
# What pickles objects without a dictionary that let nothing be set.
_SLOTTED = {"__getstate__": _state, "__setstate__": _set_state}
