"""What a file says it is, as every carrier of it spells it."""

from dataclasses import dataclass

# The parts of an identity in the order every carrier writes them, and their custom properties.
IDENTITY_KEYS = ("scheme", "edition", "fingerprint", "layout", "choice", "scale", "office", "task")
IDENTITY_PROPERTIES = (
    "qa.scheme_id",
    "qa.edition",
    "qa.fingerprint",
    "qa.layout",
    "qa.choice",
    "qa.scale",
    "qa.office",
    "qa.task",
)
# What a file may say nothing of: nothing was chosen, no office's settings, no panel's work.
OPTIONAL_KEYS = ("choice", "office", "task")
# How many parts every carrier has; office and task are left out from the end where they are empty.
LEAST_PARTS = 6


@dataclass(frozen=True, kw_only=True, slots=True)
class Identity:
    """What a file says it is: which award, edition, exact content and layout, for which kit.

    ``choice`` is what was chosen when building, ``行业=养老``, empty where there was no choice;
    ``scale`` is the scale the kit is scored on; ``office`` is the digest of the office's settings,
    empty where there are none. ``task`` says which file of a panel it is, empty for a kit.
    """

    scheme: str
    edition: str
    fingerprint: str
    layout: str
    choice: str
    scale: str
    office: str = ""
    task: str = ""

    @property
    def values(self) -> tuple[str, ...]:
        """The parts in the order of ``IDENTITY_KEYS``; an end that says nothing is not carried."""
        found = [str(getattr(self, key)) for key in IDENTITY_KEYS]
        while len(found) > LEAST_PARTS and not found[-1]:
            del found[-1]
        return tuple(found)

    @property
    def kit(self) -> str:
        """Which kit of the scheme: what was chosen, the scale, and by whose settings."""
        return f"{self.choice}|{self.scale}" + (f"|{self.office}" if self.office else "")

    @property
    def joined(self) -> str:
        """The identity in one line, as the defined name carries it."""
        return "|".join(self.values)
