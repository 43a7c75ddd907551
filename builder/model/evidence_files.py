"""The files handed in as evidence, as whoever looks for them sees them."""

from collections.abc import Sequence
from typing import Protocol

from builder.frozen import frozen


@frozen(slots=True)
class EvidenceFile:
    """One file: its path inside the folder or archive, parted by ``/``, and its size in bytes."""

    path: str
    size: int

    @property
    def name(self) -> str:
        """The last part of the path."""
        return self.path.rpartition("/")[2]


class EvidenceFiles(Protocol):
    """Everything that was handed in; nothing is read before somebody asks."""

    @property
    def files(self) -> Sequence[EvidenceFile]:
        """Every file, in the order of their paths."""
        ...

    def digest(self, file: EvidenceFile) -> str | None:
        """SHA-256 of the content; ``None`` where the content cannot be read."""
        ...


@frozen
class HandedInEvidence:
    """What was handed in, and whether it all belongs to the one workbook that is verified.

    ``root`` is the path under which it lies, as it was typed; empty where nobody knows.
    """

    handed_in: EvidenceFiles
    alone: bool
    root: str = ""
