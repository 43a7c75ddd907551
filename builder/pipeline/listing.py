"""The schemes that come with the program, each opened."""

from builder.findings.finding import Finding
from builder.load.library import shipped_schemes
from builder.load.scheme_file import load_scheme
from builder.model.scheme import Scheme


def list_schemes() -> tuple[tuple[Scheme, ...], tuple[Finding, ...]]:
    """The shipped schemes that load, and what kept others from loading."""
    loaded = [load_scheme(path) for path in shipped_schemes()]
    schemes = tuple(item.scheme for item in loaded if item.scheme is not None)
    return schemes, tuple(finding for item in loaded for finding in item.findings)
