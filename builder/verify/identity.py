"""Which award a returned file belongs to, by what its three carriers of identity say."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from builder.findings.finding import Finding, Place
from builder.frozen import frozen
from builder.kit.identity_sheet import KEY_COLUMN, SETTINGS_ROW, VALUE_COLUMN
from builder.kit.sheet_names import IDENTITY, IDENTITY_NAME
from builder.model.identity import (
    IDENTITY_KEYS,
    IDENTITY_PROPERTIES,
    LEAST_PARTS,
    OPTIONAL_KEYS,
    Identity,
)
from builder.model.returned import ReturnedWorkbook
from builder.model.returned_document import ReturnedDocument
from builder.verify.identity_words import Called, identity_words
from builder.verify.quoting import brief

# Characters of the title of a file that are quoted.
_LONGEST_TITLE = 60


@frozen(slots=True)
class Declared:
    """What a workbook says it is, carrier by carrier, as far as these say anything."""

    spoken: Mapping[str, Identity]

    @property
    def rivals(self) -> tuple[Identity, ...]:
        """The different identities that are said whole, those that most carriers say first."""
        whole = Counter(found for found in self.spoken.values() if _is_whole(found))
        return tuple(identity for identity, _ in whole.most_common())

    def contradiction(
        self, chosen: Identity, path: str, called: Called = str
    ) -> tuple[Finding, ...]:
        """One finding where not all carriers say what was decided for; ``called`` names awards."""
        differing = {name: one for name, one in self.spoken.items() if one != chosen}
        if not differing:
            return ()
        sayings = (
            f"{name}写的是{identity_words(one, chosen, called)}" for name, one in differing.items()
        )
        ours = dict.fromkeys(identity_words(chosen, one, called) for one in differing.values())
        return (
            Finding(
                code="QA304",
                place=Place(path=path, sheet=IDENTITY),
                expected="、".join(ours),
                actual="；".join(sayings),
            ),
        )


def declared(workbook: ReturnedWorkbook) -> Declared:
    """What the three carriers of a workbook say it is."""
    carried = {
        "隐藏的标识表": _from_sheet(workbook),
        "文件属性": _from_properties(workbook.properties),
        "文件的名称": _from_name(workbook),
    }
    return Declared(
        spoken={carrier: found for carrier, found in carried.items() if found is not None}
    )


def read_identity(workbook: ReturnedWorkbook) -> Identity | None:
    """The identity most carriers agree on, ``None`` where none speaks."""
    return next(iter(declared(workbook).rivals), None)


def read_document_identity(document: ReturnedDocument) -> Identity | None:
    """What the properties of a report say; ``None`` where they do not say which award."""
    identity = _from_properties(document.properties)
    return identity if identity is not None and _is_whole(identity) else None


def identity_place(path: str) -> Place:
    """Where a workbook says which award it belongs to."""
    return Place(path=path, sheet=IDENTITY)


def check_edition(
    said: Identity, current: Identity, place: Place, older: tuple[str, ...] = ()
) -> tuple[Finding, ...]:
    """A finding where the file was made from another edition than the one at hand.

    ``older`` are layouts that are read as the current one.
    """
    alike = replace(said, layout=current.layout) == current
    if said == current or (alike and said.layout in older):
        return ()
    if alike:
        layout = (current.layout, said.layout)
        return (Finding(code="QA308", place=place, expected=layout[0], actual=layout[1]),)
    return (
        Finding(
            code="QA303",
            place=place,
            expected=identity_words(current, said),
            actual=identity_words(said, current),
        ),
    )


def read_settings(workbook: ReturnedWorkbook) -> str:
    """The office's settings as the hidden sheet carries them, empty where it does not."""
    sheet = workbook.sheet(IDENTITY)
    value = None if sheet is None else sheet.value(SETTINGS_ROW, VALUE_COLUMN)
    return value if isinstance(value, str) else ""


def unread_settings(said: Identity, place: Place) -> Finding:
    """The finding where the settings a file says it has cannot be had."""
    return Finding(code="QA306", place=place, expected=said.office)


def unknown_award(said: Identity, titled: str, place: Place) -> Finding:
    """The finding where there is no scheme of the award; ``titled`` is what the file is headed."""
    title = brief(titled.strip(), _LONGEST_TITLE)
    return Finding(
        code="QA302",
        place=Place(path=place.path),
        actual=said.scheme,
        details={
            "award": f"文件开头写的是“{title}”" if title else "文件开头没有写名称",
            "edition": said.edition,
        },
    )


def check_office(said: Identity, wanted: str, place: Place) -> tuple[Finding, ...]:
    """A finding where the file was made with other settings than those of the digest ``wanted``.

    That a file was issued without any is the office's own doing.
    """
    if said.office == wanted:
        return ()
    if not said.office:
        return (Finding(code="QA311", place=place),)
    words = "文件带的是另一份设置" if wanted else "文件带有主办单位的设置，指定的设置是空的"
    return (
        Finding(
            code="QA307",
            place=place,
            expected=wanted,
            actual=said.office,
            details={"said": words},
        ),
    )


def _is_whole(identity: Identity) -> bool:
    """Whether every part is said; no choice is a choice too."""
    parts = zip(IDENTITY_KEYS, identity.values, strict=False)
    return all(value for key, value in parts if key not in OPTIONAL_KEYS)


def _identity(values: list[str]) -> Identity | None:
    """The identity these values are; a place that says nothing at all was merely dropped."""
    # A file made without an office's settings, and outside a panel, says nothing of them.
    if not LEAST_PARTS <= len(values) <= len(IDENTITY_KEYS) or not any(values):
        return None
    values = values + [""] * (len(IDENTITY_KEYS) - len(values))
    return Identity(**dict(zip(IDENTITY_KEYS, values, strict=True)))


def _from_sheet(workbook: ReturnedWorkbook) -> Identity | None:
    sheet = workbook.sheet(IDENTITY)
    if sheet is None:
        return None
    pairs = {
        sheet.value(row, KEY_COLUMN): sheet.value(row, VALUE_COLUMN)
        for row in range(1, len(IDENTITY_KEYS) + 1)
    }
    return _identity([str(pairs.get(key) or "") for key in IDENTITY_KEYS])


def _from_properties(properties: Mapping[str, str]) -> Identity | None:
    return _identity([properties.get(name, "") for name in IDENTITY_PROPERTIES])


def _from_name(workbook: ReturnedWorkbook) -> Identity | None:
    text = workbook.names.get(IDENTITY_NAME, "")
    if not (text.startswith('"') and text.endswith('"')):
        return None
    return _identity(text[1:-1].replace('""', '"').split("|"))
