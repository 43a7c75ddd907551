"""_标识: the hidden sheet that says what this file is and holds the lists of its dropdowns."""

from dataclasses import replace

from builder.book.book_plan import NamePlan
from builder.book.canvas import Canvas
from builder.book.sheet import SheetPlan, Visibility
from builder.book.style import Style
from builder.formula.expression import Area
from builder.frozen import frozen
from builder.kit.bands import BandLists, put_bands
from builder.kit.industries import SECTIONS
from builder.kit.option_lists import WIDTHS, OptionLists, put_options
from builder.kit.sheet_names import IDENTITY, INDICATOR_LIST, INDUSTRY_LIST
from builder.model.identity import IDENTITY_KEYS, Identity
from builder.model.leaf_rules import PickMany, PickOne
from builder.model.office import Office
from builder.model.points import is_leaf
from builder.model.scheme import Scheme
from builder.model.scoring_ways import rules_of

# Key and value of each line, from row 1.
KEY_COLUMN, VALUE_COLUMN, LIST_COLUMN = 1, 2, 3
# Below the identity, whatever may be added to it: the office's settings in their own words.
SETTINGS_ROW = 12
_SETTINGS_KEY = "settings"
# Beside the bands.
_INDUSTRY_COLUMN = 8


@frozen
class IdentityPlan:
    """The hidden sheet, the names of its lists, and the cells other sheets look things up in.

    ``labels`` are those of the scored indicators, as the cells ``indicators`` hold them.
    """

    sheet: SheetPlan
    names: tuple[NamePlan, ...]
    labels: tuple[str, ...]
    indicators: Area
    industries: Area
    bands: BandLists | None
    options: OptionLists


def plan_identity(scheme: Scheme, identity: Identity, office: Office) -> IdentityPlan:
    """The hidden sheet: identity, settings, labels of the scored indicators, bands, industries."""
    labels = tuple(node.label for node in scheme.walk if is_leaf(scheme, node))
    picked = any(isinstance(rule, PickOne | PickMany) for rule in rules_of(scheme))
    beside = WIDTHS if picked else ()
    canvas = Canvas(IDENTITY, (14.0, 40.0, 40.0, 26.0, 26.0, 10.0, 10.0, 40.0, *beside))
    for row, (key, value) in enumerate(zip(IDENTITY_KEYS, identity.values, strict=False), start=1):
        canvas.put(row, KEY_COLUMN, Style.IDENTITY, key)
        canvas.put(row, VALUE_COLUMN, Style.IDENTITY, value)
    for row, label in enumerate(labels, start=1):
        canvas.put(row, LIST_COLUMN, Style.IDENTITY, label)
    bands = put_bands(canvas, scheme)
    options = put_options(canvas, scheme)
    if office.canonical:
        canvas.put(SETTINGS_ROW, KEY_COLUMN, Style.IDENTITY, _SETTINGS_KEY)
        canvas.put(SETTINGS_ROW, VALUE_COLUMN, Style.IDENTITY, office.canonical)
    for row, section in enumerate(SECTIONS, start=1):
        canvas.put(row, _INDUSTRY_COLUMN, Style.IDENTITY, section)
    indicators = Area(IDENTITY, LIST_COLUMN, 1, len(labels), INDICATOR_LIST)
    industries = Area(IDENTITY, _INDUSTRY_COLUMN, 1, len(SECTIONS))
    return IdentityPlan(
        sheet=replace(canvas.sheet, visibility=Visibility.HIDDEN),
        names=(
            NamePlan.of_list(INDICATOR_LIST, indicators),
            NamePlan.of_list(INDUSTRY_LIST, industries),
            *(() if bands is None else bands.defined),
            *options.defined,
        ),
        labels=labels,
        indicators=indicators,
        industries=industries,
        bands=bands,
        options=options,
    )
