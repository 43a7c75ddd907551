"""Mutants of a source file: one small change each, made by the operators of mutmut.

Left alone are what is no behaviour: annotations, decorators, imports, docstrings, and what only
asks whether there is a bug: ``raise`` (its words are for developers) and ``strict`` of ``zip``.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import unified_diff
from functools import cache
from itertools import count
from pathlib import Path
from random import Random

import libcst as cst
from libcst.metadata import MetadataWrapper, PositionProvider
from mutmut.mutation.mutators import mutation_operators

from tests.mutation.scope import ROOT

_LEFT_ALONE = (cst.Annotation, cst.Decorator, cst.Import, cst.ImportFrom, cst.Raise, cst.Assert)
_KINDS = {
    "operator_number": "数",
    "operator_string": "文字",
    "operator_name": "真假",
    "operator_assignment": "赋值",
    "operator_augmented_assignment": "赋值",
    "operator_remove_unary_ops": "取非",
    "operator_dict_arguments": "参数",
    "operator_arg_removal": "参数",
    "operator_symmetric_string_methods_swap": "文字方法",
    "operator_unsymmetrical_string_methods_swap": "文字方法",
    "operator_lambda": "分支",
    "operator_match": "分支",
    "operator_if_exp": "分支",
    "operator_keywords": "属于、跳出",
}
# The operators that mutmut swaps by one function are questions of their own.
_SWAPS: dict[type[cst.CSTNode], str] = {
    cst.ComparisonTarget: "比较",
    cst.BooleanOperation: "与、或",
    cst.BinaryOperation: "运算",
    cst.UnaryOperation: "运算",
    cst.AugAssign: "运算",
}


@dataclass(frozen=True, kw_only=True)
class Mutant:
    """One change: ``before`` became ``after``; ``lines`` are those of the node that was changed."""

    path: Path
    lines: range
    kind: str
    before: str
    after: str
    code: str


@dataclass(frozen=True, kw_only=True)
class _Spot:
    """A change not yet written out."""

    path: Path
    kind: str
    nth: int


class _Visitor(cst.CSTVisitor):
    METADATA_DEPENDENCIES = (PositionProvider,)

    def __init__(self) -> None:
        super().__init__()
        self.changes: list[tuple[cst.CSTNode, cst.CSTNode, str, range]] = []

    def on_visit(self, node: cst.CSTNode) -> bool:
        if isinstance(node, _LEFT_ALONE) or _is_docstring(node) or _is_strict(node):
            return False
        place = self.get_metadata(PositionProvider, node, None)
        if place is not None:
            lines = range(place.start.line, place.end.line + 1)
            for kind, operator in mutation_operators:
                if isinstance(node, kind):
                    self.changes.extend(
                        (node, new, _kind(operator.__name__, node), lines)
                        for new in operator(node)
                        if not _is_strictness(node, new)
                    )
        return True


def sample(paths: tuple[Path, ...], size: int, seed: int, root: Path = ROOT) -> list[Mutant]:
    """At random, as many mutants of each kind as there are, until there are ``size``.

    Kinds take turns: left to chance, half of all mutants would leave out an argument, which any
    call notices, and few would touch a comparison.
    """
    chance = Random(seed)  # noqa: S311 - a sample, no secret
    by_kind: dict[str, list[_Spot]] = {}
    for path in paths:
        for nth, change in enumerate(_changes(_parsed(root / path))):
            by_kind.setdefault(change[2], []).append(_Spot(path=path, kind=change[2], nth=nth))
    for spots in by_kind.values():
        chance.shuffle(spots)
    turns = (spots[turn] for turn in count() for spots in by_kind.values() if turn < len(spots))
    most = min(size, sum(map(len, by_kind.values())))
    chosen = [next(turns) for _ in range(most)]
    return [mutant for spot in chosen for mutant in _written(spot, root)]


def _written(spot: _Spot, root: Path) -> Iterator[Mutant]:
    module = _parsed(root / spot.path)
    old, new, kind, lines = _changes(module)[spot.nth]
    changed = module.module.deep_replace(old, new)
    assert isinstance(changed, cst.Module)
    source = module.module.code
    diff = [*unified_diff(source.splitlines(), changed.code.splitlines(), n=0, lineterm="")][2:]
    yield Mutant(
        path=spot.path,
        lines=lines,
        kind=kind,
        before="\n".join(line[1:].strip() for line in diff if line.startswith("-")),
        after="\n".join(line[1:].strip() for line in diff if line.startswith("+")),
        code=changed.code,
    )


@cache
def _parsed(path: Path) -> MetadataWrapper:
    return MetadataWrapper(cst.parse_module(path.read_text("utf-8")), unsafe_skip_copy=True)


@cache
def _changes(module: MetadataWrapper) -> list[tuple[cst.CSTNode, cst.CSTNode, str, range]]:
    visitor = _Visitor()
    module.visit(visitor)
    return visitor.changes


def _kind(operator: str, node: cst.CSTNode) -> str:
    if operator == "operator_swap_op":
        return _SWAPS[type(node)]
    return _KINDS[operator]


def _is_docstring(node: cst.CSTNode) -> bool:
    return isinstance(node, cst.Expr) and isinstance(node.value, cst.SimpleString)


def _is_strict(node: cst.CSTNode) -> bool:
    return isinstance(node, cst.Arg) and node.keyword is not None and node.keyword.value == "strict"


def _is_strictness(node: cst.CSTNode, new: cst.CSTNode) -> bool:
    """Whether a call differs from another in how it takes ``strict`` only."""
    if not (isinstance(node, cst.Call) and isinstance(new, cst.Call)):
        return False
    before, after = (
        [(arg.keyword and arg.keyword.value, arg.value) for arg in call.args if not _is_strict(arg)]
        for call in (node, new)
    )
    return node.func is new.func and len(before) == len(after) and all(map(_same, before, after))


def _same(one: tuple[object, object], other: tuple[object, object]) -> bool:
    return one[0] == other[0] and one[1] is other[1]
