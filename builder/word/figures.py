"""The three-year table of a result: the figures its criteria name, and blank rows for others."""

from collections.abc import Mapping

from builder.model.office import Office
from builder.model.official import Dimension, Indicator
from builder.model.scheme import Metric, Scheme
from builder.word import words
from builder.word.form import year_headings
from builder.word.parts import Table


def metrics_by_section(scheme: Scheme) -> Mapping[str, tuple[Metric, ...]]:
    """The metrics by the code of the section they are told in.

    A criterion that is scored on its own has no section; its metrics belong to the one above.
    """
    above = {
        child.code: node.code for node in scheme.walk for child in node.children if child.criterion
    }
    found: dict[str, tuple[Metric, ...]] = {}
    for metric in scheme.metrics:
        code = above.get(metric.indicator, metric.indicator)
        found[code] = (*found.get(code, ()), metric)
    return found


def plan_figures(indicator: Indicator, metrics: tuple[Metric, ...], office: Office) -> Table | None:
    """The table of an indicator that is a result or whose criteria name figures."""
    if not metrics and indicator.dimension is not Dimension.RESULT:
        return None
    header = (*words.FIGURES_BEFORE, *year_headings(office), *words.FIGURES_AFTER)
    blanks = ("",) * (len(header) - len(words.FIGURES_BEFORE))
    named = tuple((metric.name, metric.unit, *blanks) for metric in metrics)
    spare = (("",) * len(header),) * words.FIGURES_SPARE_ROWS
    return Table(
        caption=f"{words.FIGURES_CAPTION}（{indicator.label}）",
        header=header,
        rows=(*named, *spare),
    )
