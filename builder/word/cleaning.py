"""What became of the guidance of a kit in a copy without it."""

from builder.frozen import frozen


@frozen
class CleanedReport:
    """The copy, what was left out of it and how often, and what stands in guidance and was kept."""

    content: bytes
    removed: tuple[tuple[str, int], ...]
    kept: tuple[str, ...]
