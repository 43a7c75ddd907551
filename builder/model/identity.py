"""What a file says it is, as every carrier of it spells it."""

from collections.abc import Mapping

from builder.frozen import frozen

# The parts of an identity in the order every carrier writes them, and their custom properties.
IDENTITY_KEYS = ("scheme", "edition", "fingerprint", "layout", "choice", "scale", "office", "task")
# What all our properties begin with.
PROPERTY_PREFIX = "qa."
IDENTITY_PROPERTIES = ("qa.scheme_id", *(f"{PROPERTY_PREFIX}{key}" for key in IDENTITY_KEYS[1:]))
# Office programs cut a property to 255 characters; the settings take as many as they need.
_SETTINGS_PROPERTY = "qa.settings.{}"
_SETTINGS_PIECE = 200
# Which version of the program made the file; nothing is held against it.
VERSION_PROPERTY = "qa.version"
# What a file may say nothing of: nothing was chosen, no office's settings, no panel's work.
OPTIONAL_KEYS = ("choice", "office", "task")
# How many parts every carrier has; office and task are left out from the end where they are empty.
LEAST_PARTS = 6


@frozen(slots=True)
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


def settings_properties(settings: str) -> dict[str, str]:
    """An office's settings in pieces that every program keeps, by the name of the property."""
    starts = range(0, len(settings), _SETTINGS_PIECE)
    return {
        _SETTINGS_PROPERTY.format(number): settings[start : start + _SETTINGS_PIECE]
        for number, start in enumerate(starts, start=1)
    }


def settings_of(properties: Mapping[str, str]) -> str:
    """The settings that a file's properties carry, empty where they carry none."""
    pieces: list[str] = []
    while (piece := properties.get(_SETTINGS_PROPERTY.format(len(pieces) + 1))) is not None:
        pieces.append(piece)
    return "".join(pieces)
