"""Contents that are read over and never followed, each known by a flag and told by a warning."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from operator import attrgetter

from builder.model.returned import ReturnedSheet
from builder.ooxml.container import Container
from builder.ooxml.growing_tree import GrowingTree
from builder.ooxml.limits import Budget
from builder.ooxml.namespaces import SPREADSHEET, names
from builder.ooxml.package import ContentTypes, Relationship

MACROS = "macros"
EXTERNAL_LINKS = "external-links"
DDE = "dde"
EMBEDDED_OBJECTS = "embedded-objects"
DATA_CONNECTIONS = "data-connections"

_formula_of = attrgetter("formula")


@dataclass(frozen=True, kw_only=True)
class Suspect:
    """One kind of content: its flag and warning, and the three places where it may show."""

    flag: str
    code: str
    content_type: re.Pattern[str]
    part_name: re.Pattern[str]
    relationships: frozenset[str]


SUSPECTS: tuple[Suspect, ...] = (
    Suspect(
        flag=MACROS,
        code="QA251",
        content_type=re.compile("macroenabled|vbaproject|macrosheet", re.I),
        part_name=re.compile(r"vbaproject\.bin$|/macrosheets/", re.I),
        relationships=frozenset({"vbaProject", "xlMacrosheet", "xlIntlMacrosheet"}),
    ),
    Suspect(
        flag=EXTERNAL_LINKS,
        code="QA252",
        content_type=re.compile(r"\.externallink\+", re.I),
        part_name=re.compile("/externallinks/", re.I),
        relationships=frozenset({"externalLink"}),
    ),
    Suspect(
        flag=EMBEDDED_OBJECTS,
        code="QA254",
        content_type=re.compile(r"oleobject|activex|officedocument\.package", re.I),
        part_name=re.compile("/embeddings/|/activex/", re.I),
        relationships=frozenset({"oleObject", "package", "control"}),
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
    container: Container, types: ContentTypes, relationships: Iterable[Relationship]
) -> tuple[Suspect, ...]:
    """The kinds of content that the package shows in any of the three places, in fixed order."""
    kinds = {relationship.kind for relationship in relationships}
    return tuple(
        suspect
        for suspect in SUSPECTS
        if not kinds.isdisjoint(suspect.relationships)
        or any(suspect.content_type.search(each) for each in types.all)
        or any(suspect.part_name.search("/" + name) for name in container.names)
    )


def has_dde_link(container: Container, part: str, budget: Budget) -> bool:
    """Whether an external link part links to another program (ECMA-376 Part 1, 18.14.4)."""
    tree = GrowingTree(container, part, names(SPREADSHEET, "externalLink"), budget)
    wanted = names(SPREADSHEET, "ddeLink")
    return sum(1 for _ in tree.found(wanted, SPREADSHEET)) > 0


def has_dde_formula(sheets: Iterable[ReturnedSheet]) -> bool:
    """Whether any formula asks another program for data."""
    formulas = (
        formula
        for sheet in sheets
        for formula in filter(None, map(_formula_of, sheet.cells.values()))
    )
    return any(
        "|" in formula and _DDE_FORMULA.search(_QUOTED.sub("", formula)) is not None
        for formula in formulas
    )
