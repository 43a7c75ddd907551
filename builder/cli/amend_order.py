"""What a person asks for who amends a notice while its call runs."""

from collections.abc import Mapping
from pathlib import Path

from builder.frozen import frozen
from builder.model.office import Office
from builder.model.scheme import Scale
from builder.pipeline.templates import Templates


@frozen
class AmendOrder:
    """The amended edition and the one before, where all goes, and what was handed in so far.

    ``before`` is empty where nothing was amended.
    """

    before: str
    scheme: str
    folder: Path
    returned: tuple[Path, ...]
    options: Mapping[str, str]
    scale: Scale | None
    templates: Templates
    office: Office | None
