"""Figures that the criteria ask for over three years."""

from collections.abc import Iterator

from builder.findings.finding import Finding
from builder.load.checks.places import unknown_place
from builder.load.problems import finding_at
from builder.model.compared_text import squeezed
from builder.model.nearest import did_you_mean
from builder.model.official import Indicator
from builder.model.scheme import Scheme


def check_metrics(scheme: Scheme) -> Iterator[Finding]:
    """Each metric names an indicator, in words of that indicator's own text, and only once."""
    nodes = {node.code: node for node in scheme.walk}
    seen: dict[tuple[str, str], int] = {}
    for metric in scheme.metrics:
        yield from unknown_place(metric.indicator, metric.position, set(nodes))
        if metric.indicator not in nodes:
            continue
        key = (metric.indicator, squeezed(metric.name))
        if key in seen:
            yield finding_at("QA162", metric.position, actual=metric.name, expected=str(seen[key]))
        seen.setdefault(key, metric.position.line)
        printed = _texts(nodes[metric.indicator])
        if not any(squeezed(metric.name) in squeezed(words) for words in printed):
            yield finding_at(
                "QA175",
                metric.position,
                indicator=metric.indicator,
                actual=metric.name,
                expected=nodes[metric.indicator].label,
                hint=did_you_mean(metric.name, _phrases(printed)),
            )


def _texts(node: Indicator) -> tuple[str, ...]:
    """Every printed text of an indicator and of what stands beneath it."""
    return tuple(
        words
        for each in node.walk
        for words in (
            each.name,
            *(item.printed for item in each.criteria),
            *(note.text for note in each.notes),
        )
    )


def _phrases(texts: tuple[str, ...]) -> tuple[str, ...]:
    """What stands between the signs of the texts, where a figure's name is a phrase of its own."""
    return tuple(phrase for words in texts for phrase in words.translate(_SIGNS).split() if phrase)


# A figure is one of a list in brackets or between enumeration commas.
_SIGNS = str.maketrans(dict.fromkeys("，。、；：（）(),;:/“”！？", " "))
