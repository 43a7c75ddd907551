"""The front matter: identity, scale and rules of an award, read strictly and all at once."""

import re
from decimal import Decimal

from builder.load import conclusions, entries
from builder.load.applicant_fields import FIELD, read_applicant_fields
from builder.load.bands import BAND, read_bands
from builder.load.fields import Fields, Grammar, Spot, open_fields
from builder.load.head_lines import mended
from builder.load.problems import Problems
from builder.load.report_terms import SCHEME_TERMS
from builder.load.shapes import Shape, Shaped, Sort, listed, recorded
from builder.load.source import Source
from builder.load.values import flag, held, list_of, number, percent, record, records, text, word_of
from builder.load.yaml_nodes import compose_mapping
from builder.model.scheme import Scale, Scheme, Threshold


def read_front_matter(head: str, source: Source, problems: Problems) -> Fields | None:
    """What the front matter says, or ``None`` where its YAML cannot be read at all.

    It begins on the second line of the file.
    """
    text = mended(f"\n{head}", problems)
    lines = (*text.split("\n"), *source.lines[head.count("\n") + 2 :])
    meant = Source(path=source.path, text=source.text, lines=lines)
    node = compose_mapping(text, meant, problems, first_line=2)
    fields = None if node is None else open_fields(node, "---", HEAD, problems)
    if fields is None:
        return None
    if fields.values.get("scale") is Scale.MATURITY:
        fields.ask_for("bands")
    return fields


def _step(spot: Spot) -> Decimal | None:
    """The step: points on a direct scale, a fraction of the points (``5%``) on a maturity scale."""
    scale = spot.above.get("scale")
    if scale is None:
        return None
    if scale is Scale.DIRECT:
        return number(spot)
    step = percent(spot)
    if step is not None and not step:
        spot.refuse("QA118", actual="0%")
        return None
    if step is not None and 1 % step:
        spot.refuse("QA179", actual=f"{step * 100:f}%", expected="5%", at="100%")
        return None
    return step


def _threshold(spot: Spot) -> Threshold | None:
    """The suggested line, which must be within reach."""
    threshold, total = record(entries.THRESHOLD)(spot), spot.above.get("total")
    if threshold is not None and total is not None and threshold.points > total:
        spot.refuse("QA159", actual=f"{threshold.points:f}", expected=f"{total:f}")
    return threshold


def _is_id(word: str) -> bool:
    return re.fullmatch(r"[a-z0-9-]+", word) is not None


_id = held(text, _is_id, "QA119")
HEAD = Grammar(
    kind=Scheme,
    keys={
        "id": _id,
        "title": text,
        "award": text,
        "edition": text,
        "source": text,
        "total": number,
        "scale": word_of(Scale),
        "step": Shaped(read=_step, shape=Shape(sort=Sort.AMOUNT)),
        "markup": flag,
        "bands": Shaped(read=read_bands, shape=listed(recorded(BAND))),
        "choices": records(entries.CHOICE),
        "compositions": Shaped(
            read=entries.read_compositions, shape=listed(recorded(entries.RULES))
        ),
        "eligibility": records(entries.CONDITION),
        "vetoes": records(entries.CONDITION),
        "threshold": Shaped(read=_threshold, shape=recorded(entries.THRESHOLD)),
        "discrepancies": records(entries.DISCREPANCY),
        "weights": records(entries.WEIGHT),
        "metrics": records(entries.METRIC),
        "corrections": records(entries.CORRECTION),
        "remarks": records(entries.REMARK),
        "scale_terms": list_of(text),
        "office_terms": list_of(text),
        "fields": Shaped(read=read_applicant_fields, shape=listed(recorded(FIELD))),
        "report": record(SCHEME_TERMS),
        "total_join": Shaped(read=conclusions.read_join, shape=Shape(sort=Sort.TEXT)),
        "decimals": Shaped(read=conclusions.read_decimals, shape=Shape(sort=Sort.NUMBER)),
        "gates": records(conclusions.GATE),
        "levels": records(conclusions.LEVEL),
        "grades": list_of(text, filled=True),
        "by_choice": records(conclusions.TERMS),
    },
)
