"""One module of ``builder`` made to do what another text of it says, in this process."""

import sys
from importlib import import_module
from importlib.abc import MetaPathFinder, SourceLoader
from importlib.machinery import ModuleSpec
from importlib.util import spec_from_loader
from pathlib import Path
from types import CodeType, FunctionType, ModuleType

from tests.mutation.scope import ROOT, mutated_files

# Of the flags of a code object: that it is a function's, and not a module's or a class's.
_OPTIMIZED = 1

Pairs = list[tuple[CodeType, CodeType]]


class _Finder(MetaPathFinder):
    """Lets one module be read by a loader of its own."""

    def __init__(self, name: str, loader: "_Loader") -> None:
        self._name, self._loader = name, loader

    def find_spec(
        self, name: str, _path: object, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        return spec_from_loader(name, self._loader) if name == self._name else None


class _Loader(SourceLoader):
    """Reads a module from a text in place of its file."""

    def __init__(self, path: str, source: str) -> None:
        self._path, self._source = path, source.encode()

    def get_filename(self, fullname: str) -> str:  # noqa: ARG002 - it loads one module only
        return self._path

    def get_data(self, path: str | bytes) -> bytes:
        if path != self._path:
            raise OSError(path)
        return self._source


def read_everything() -> None:
    """Import what may be changed: whatever is forked afterwards need not do it again."""
    for path in mutated_files():
        import_module(_module(path))


def swap(path: Path, source: str) -> None:
    """Let the module at a path do what the source says; meant for a process that ends soon.

    Functions are changed where they are. A change of what runs at import asks for new imports.
    """
    name, file = _module(path), str(ROOT / path)
    changed = _compared(path, source)
    found = [(_function(import_module(name), old), new) for old, new in changed or ()]
    if changed is not None and all(function is not None for function, _ in found):
        for function, new in found:
            if function is not None:
                function.__code__ = new
        return
    for known in [*sys.modules]:
        if known.startswith(("builder", "tests.")) and not known.startswith("tests.mutation"):
            del sys.modules[known]
    sys.meta_path.insert(0, _Finder(name, _Loader(file, source)))


def changed_functions(path: Path, source: str) -> frozenset[str]:
    """The functions of a module that another text of it changes; none where it changes more."""
    return frozenset(old.co_qualname for old, _ in _compared(path, source) or ())


def _compared(path: Path, source: str) -> Pairs | None:
    file = str(ROOT / path)
    before = compile((ROOT / path).read_text("utf-8"), file, "exec")
    return _changed(before, compile(source, file, "exec"))


def _module(path: Path) -> str:
    return ".".join(path.with_suffix("").parts).removesuffix(".__init__")


def _function(module: ModuleType, code: CodeType) -> FunctionType | None:
    """The function made from a piece of code, out of what decorators made of it."""
    found: object = module
    for name in code.co_qualname.split("."):
        found = getattr(found, "__dict__", {}).get(name)
        for way in ("fget", "func", "__func__", "__wrapped__"):
            found = getattr(found, way, found)
    if not isinstance(found, FunctionType):
        return None
    own = found.__code__
    same = (own.co_qualname, own.co_firstlineno) == (code.co_qualname, code.co_firstlineno)
    return found if same else None


def _changed(before: CodeType, after: CodeType) -> Pairs | None:
    """The functions that differ; ``None`` where the module or a class of it does."""
    if _bare(before) != _bare(after):
        return None
    found: Pairs = []
    for old, new in zip(_inner(before), _inner(after), strict=True):
        if _whole(old) == _whole(new):
            continue
        if old.co_flags & _OPTIMIZED:
            found.append((old, new))
        else:
            pairs = _changed(old, new)
            if pairs is None:
                return None
            found += pairs
    return found


def _inner(code: CodeType) -> list[CodeType]:
    return [one for one in code.co_consts if isinstance(one, CodeType)]


def _bare(code: CodeType) -> tuple[object, ...]:
    constants = [
        (type(one), one.co_name) if isinstance(one, CodeType) else (type(one), repr(one))
        for one in code.co_consts
    ]
    return (code.co_code, constants, code.co_names, code.co_varnames, code.co_exceptiontable)


def _whole(code: CodeType) -> tuple[object, ...]:
    return (*_bare(code), *map(_whole, _inner(code)))
