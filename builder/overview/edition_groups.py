"""Which editions of an award are ranked together, and what a ranking says of it."""

from collections.abc import Mapping
from dataclasses import field

from builder.frozen import frozen


@frozen
class EditionGroup:
    """Editions whose scores measure the same: a mark, what is said of them, and why together.

    ``called`` is empty where there is one edition only; ``award`` is the name of the latest.
    """

    mark: str
    award: str
    called: str
    told: str = ""


@frozen
class EditionGroups:
    """The group of every edition, by the fingerprint of its scheme."""

    by_edition: Mapping[str, EditionGroup] = field(default_factory=dict)

    def of(self, fingerprint: str, award: str) -> EditionGroup:
        """The group of an edition; one that nothing is known of stands alone."""
        alone = EditionGroup(mark="", award=award, called="")
        return self.by_edition.get(fingerprint, alone)


NO_GROUPS = EditionGroups()
