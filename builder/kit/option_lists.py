"""The options of leaves as hidden lists: their words, and beside each its points."""

from collections.abc import Mapping

from builder.book.book_plan import NamePlan
from builder.book.canvas import Canvas
from builder.book.naming import indicator_name
from builder.book.style import Style
from builder.formula.expression import Area, Cell, Expression
from builder.formula.words import IF, INDEX, ISNUMBER, MATCH
from builder.frozen import frozen
from builder.model.leaf_rules import PickMany, PickOne
from builder.model.option_words import option_words
from builder.model.points import is_leaf
from builder.model.scheme import Scheme
from builder.model.scoring_ways import rule_of

MET, UNMET = "符合", "不符合"
MET_LIST = "met_list"
# Beside the industries.
_WORDS, _POINTS, _LEAST = 9, 10, 11
WIDTHS = (60.0, 10.0, 10.0)


@frozen
class OptionList:
    """The options of one leaf: their words by the name of their list, their points beside them."""

    name: str
    words: tuple[str, ...]
    area: Area
    points: Area
    least: Area

    def chosen(self, cell: Cell) -> Expression:
        """Whether an option of the list was chosen; an error value is none."""
        return ISNUMBER(self._place(cell))

    def worth(self, cell: Cell) -> Expression:
        """The points of what was chosen, nothing where it is none of the list."""
        return IF(self.chosen(cell), INDEX(self.points, self._place(cell)), 0)

    def least_of(self, cell: Cell) -> Expression:
        """The least points of what was chosen."""
        return IF(self.chosen(cell), INDEX(self.least, self._place(cell)), 0)

    def _place(self, cell: Cell) -> Expression:
        return MATCH(cell, self.area, 0)


@frozen
class OptionLists:
    """The list of every leaf that picks, by its code, and the names the workbook gives them."""

    by_code: Mapping[str, OptionList]
    defined: tuple[NamePlan, ...]


NO_OPTIONS = OptionLists(by_code={}, defined=())


def put_options(canvas: Canvas, scheme: Scheme) -> OptionLists:
    """Write the lists one under another beside the industries; none where nothing is picked."""
    found: dict[str, OptionList] = {}
    names: list[NamePlan] = []
    row = 1
    leaves = [(node, rule_of(scheme, node)) for node in scheme.walk if is_leaf(scheme, node)]
    if any(isinstance(rule, PickMany) for _, rule in leaves):
        for word in (MET, UNMET):
            canvas.put(row, _WORDS, Style.IDENTITY, word)
            row += 1
        names.append(NamePlan.of_list(MET_LIST, Area(canvas.name, _WORDS, 1, 2)))
    for node, rule in leaves:
        if not isinstance(rule, PickOne):
            continue
        first, words = row, option_words(rule.options)
        for word, option in zip(words, rule.options, strict=True):
            least = option.points if option.least is None else option.least
            canvas.put(row, _WORDS, Style.IDENTITY, word)
            canvas.put(row, _POINTS, Style.IDENTITY, option.points)
            canvas.put(row, _LEAST, Style.IDENTITY, least)
            row += 1
        name = indicator_name("options", node.code)
        area = Area(canvas.name, _WORDS, first, row - 1, name)
        found[node.code] = OptionList(
            name=name,
            words=words,
            area=area,
            points=Area(canvas.name, _POINTS, first, row - 1),
            least=Area(canvas.name, _LEAST, first, row - 1),
        )
        names.append(NamePlan.of_list(name, area))
    return OptionLists(by_code=found, defined=tuple(names))
