"""The schemes that come with the program, each opened."""

from pathlib import Path

from builder.findings.finding import Finding
from builder.load.library import shipped_examples, shipped_schemes
from builder.load.scheme_file import load_scheme
from builder.model.scheme import Scheme


def list_schemes() -> tuple[tuple[Scheme, ...], tuple[Finding, ...]]:
    """The shipped schemes that load, and what kept others from loading."""
    return _opened(shipped_schemes())


def list_examples() -> tuple[Scheme, ...]:
    """The invented notices that come with the program and load."""
    return _opened(shipped_examples())[0]


def _opened(paths: tuple[Path, ...]) -> tuple[tuple[Scheme, ...], tuple[Finding, ...]]:
    loaded = [load_scheme(path) for path in paths]
    schemes = tuple(item.scheme for item in loaded if item.scheme is not None)
    return schemes, tuple(finding for item in loaded for finding in item.findings)
