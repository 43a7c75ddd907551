"""Contents that are read over and never followed, each known by a flag and told by a warning."""

import re
from collections.abc import Iterable, Iterator
from operator import attrgetter

from builder.frozen import frozen
from builder.model.returned import ReturnedSheet
from builder.ooxml.container import Container
from builder.ooxml.growing_tree import GrowingTree
from builder.ooxml.limits import Budget
from builder.ooxml.namespaces import SPREADSHEET, names
from builder.ooxml.package import ContentTypes, Relationship, read_relationships, relating

MACROS = "macros"
EXTERNAL_LINKS = "external-links"
DDE = "dde"
EMBEDDED_OBJECTS = "embedded-objects"
DATA_CONNECTIONS = "data-connections"

# What stands for every relationship that fetches something from outside by itself.
REMOTE = "remote"
# What leads out of the file only when a person follows it, or says what a link was that is told.
_NO_FETCHING = frozenset({"hyperlink", "externalLinkPath"})

_formula_of = attrgetter("formula")
# How the names of parts end that are markup.
_MARKUP = (".xml", ".rels", ".vml")


@frozen
class Suspect:
    """One kind of content: its flag and warning, and what shows that a part is of it.

    ``binary`` is whether the old binary files of this kind have macros, ``None`` for no such files.
    """

    flag: str
    code: str
    content_type: re.Pattern[str]
    part_name: re.Pattern[str]
    relationships: frozenset[str]
    binary: bool | None = None


# How old binary files begin (MS-CFB 2.2), and what those with macros have in their directory.
_OLD_BINARY = bytes.fromhex("D0CF11E0A1B11AE1")
_PROJECT = re.compile(re.escape("_VBA_PROJECT".encode("utf-16-le")), re.I)

SUSPECTS: tuple[Suspect, ...] = (
    Suspect(
        flag=MACROS,
        code="QA251",
        content_type=re.compile("vbaproject|macrosheet", re.I),
        part_name=re.compile(r"vbaproject\.bin$|/macrosheets/", re.I),
        relationships=frozenset({"vbaProject", "xlMacrosheet", "xlIntlMacrosheet"}),
        binary=True,
    ),
    Suspect(
        flag=EXTERNAL_LINKS,
        code="QA252",
        content_type=re.compile(r"\.externallink\+", re.I),
        part_name=re.compile("/externallinks/", re.I),
        relationships=frozenset({"externalLink", REMOTE}),
    ),
    Suspect(
        flag=EMBEDDED_OBJECTS,
        code="QA254",
        content_type=re.compile(r"oleobject|activex|officedocument\.package", re.I),
        part_name=re.compile("/embeddings/|/activex/|/webextensions/|/customui/", re.I),
        relationships=frozenset({"oleObject", "package", "control"}),
        binary=False,
    ),
    Suspect(
        flag=DATA_CONNECTIONS,
        code="QA255",
        content_type=re.compile(r"\.(connections|querytable)\+", re.I),
        part_name=re.compile(r"/connections\.xml$|/querytables/", re.I),
        relationships=frozenset({"connections", "queryTable"}),
    ),
)
DDE_CODE = "QA253"

_QUOTED = re.compile(r"\"(?:[^\"]|\"\")*\"")
# ``program|topic!item``: a formula that asks another program for data.
_DDE_FORMULA = re.compile(r"[\w.']\|.*!", re.DOTALL)


def find_suspects(
    container: Container,
    types: ContentTypes,
    relationships: Iterable[Relationship],
    budget: Budget,
) -> tuple[Suspect, ...]:
    """The kinds of content of which the package has a part, in fixed order.

    A part is known by its name, its type, what leads to it or what is in it. That the package
    states a type, of which it has no part, says nothing: some programs always do.
    """
    led = {each.kind for each in relationships if each.external or each.inside in container}
    if any(_fetching(container, budget)):
        led.add(REMOTE)
    binaries = frozenset(_binaries(container))
    return tuple(
        suspect
        for suspect in SUSPECTS
        if not led.isdisjoint(suspect.relationships)
        or any(suspect.part_name.search("/" + name) for name in container.names)
        or any(suspect.content_type.search(each) for each in _types_of_parts(container, types))
        or suspect.binary in binaries
    )


def _fetching(container: Container, budget: Budget) -> Iterator[bool]:
    """Of each part that says it leads out of the file, whether it fetches what is there."""
    for part, source in relating(container):
        content = container.part(part)
        # Most parts lead nowhere outside; what is no UTF-8 has to be read to be known.
        if b"External" in content or b"\0" in content:
            led = read_relationships(container, source, budget).values()
            yield any(one.external and one.kind not in _NO_FETCHING for one in led)


def _types_of_parts(container: Container, types: ContentTypes) -> Iterator[str]:
    """The types of the parts there are; of a binary one only a type of its own counts.

    All others may share an ending with it, such as the settings of printers.
    """
    for name in container.names:
        key = name.casefold()
        yield types.parts.get(key, "") if key.endswith(".bin") else types.of(name)


def _binaries(container: Container) -> Iterator[bool]:
    """Of each part that is an old binary file, whatever it is called, whether it has macros."""
    for name in container.names:
        if not name.casefold().endswith(_MARKUP):
            first = next(container.chunks(name), b"")
            if first.startswith(_OLD_BINARY):
                yield _PROJECT.search(container.part(name)) is not None


def has_dde_link(container: Container, part: str, budget: Budget) -> bool:
    """Whether an external link part links to another program (ECMA-376 Part 1, 18.14.4)."""
    tree = GrowingTree(container, part, names(SPREADSHEET, "externalLink"), budget)
    wanted = names(SPREADSHEET, "ddeLink")
    return sum(1 for _ in tree.found(wanted, SPREADSHEET)) > 0


def has_dde_formula(sheets: Iterable[ReturnedSheet]) -> bool:
    """Whether any formula asks another program for data."""
    return any(map(_has_dde_formula, sheets))


def _has_dde_formula(sheet: ReturnedSheet) -> bool:
    formulas = [*filter(None, map(_formula_of, sheet.cells.values()))]
    # Most sheets have no such mark in any of their thousand formulas.
    return "|" in "".join(formulas) and any(
        "|" in formula and _DDE_FORMULA.search(_QUOTED.sub("", formula)) is not None
        for formula in formulas
    )
