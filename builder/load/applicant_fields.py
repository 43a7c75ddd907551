"""The fields of 基本信息 that a scheme or an office asks for."""

import re
from dataclasses import replace

from yaml.nodes import SequenceNode

from builder.load.fields import Fields, Grammar, Spot
from builder.load.shapes import Shape, Shaped, Sort, listed
from builder.load.values import flag, held, list_of, record, text, text_within, whole, word_of
from builder.model.office import ApplicantField, FieldKind

MOST_FIELDS = 60
# What fits the cell, and the bounds Excel sets to a dropdown and to the words of a prompt.
_LONGEST_WORD, _LONGEST_PROMPT, _LONGEST_LIST = 30, 120, 250
_LONGEST_ANSWER, _USUAL_ANSWER = 2000, 200
_NAME = re.compile(r"[a-z]+(?:_[a-z]+)*")
# The name of the input for the year of application, which every form has.
_RESERVED = "year"


def read_applicant_fields(spot: Spot) -> tuple[ApplicantField, ...]:
    """The list; every entry that cannot be used is reported and left out."""
    if isinstance(spot.node, SequenceNode) and len(spot.node.value) > MOST_FIELDS:
        spot.refuse("QA194", expected=f"{MOST_FIELDS} 项")
        return ()
    found = list_of(record(FIELD), filled=True)(spot)
    names = [field.name for field in found]
    for name in sorted({name for name in names if names.count(name) > 1}):
        spot.refuse("QA192", actual=name)
    return tuple(
        replace(field, longest=field.longest or _USUAL_ANSWER)
        if field.kind is FieldKind.TEXT
        else field
        for field in found
    )


def _options(spot: Spot) -> tuple[str, ...] | None:
    """The words to choose from, which one dropdown must hold; ``None`` where they cannot be."""
    kind = spot.above.get("kind")
    if kind is not None and kind is not FieldKind.OPTION:
        spot.refuse("QA193", actual=kind.value)
        return None
    options = list_of(text)(spot)
    if len(",".join(options)) > _LONGEST_LIST:
        spot.refuse("QA194", expected=f"{_LONGEST_LIST} 个字")
        return None
    # A comma would part one option into two, a quotation mark would end the list.
    bad = [one for one in options if "," in one or '"' in one or options.count(one) > 1]
    if bad or not options:
        spot.refuse("QA195", actual="、".join(bad))
        return None
    return options


def _longest(spot: Spot) -> int | None:
    """The most characters of a text; the other kinds have their own measure."""
    kind = spot.above.get("kind")
    if kind is not None and kind is not FieldKind.TEXT:
        spot.refuse("QA193", actual=kind.value)
        return None
    return whole(_LONGEST_ANSWER, "{most}")(spot)


def _options_where_asked(fields: Fields) -> bool:
    kind = fields.values["kind"]
    if kind is FieldKind.OPTION and "options" not in fields.nodes:
        fields.refuse("QA193", "options", actual=kind.value)
    return True


def _is_name(name: str) -> bool:
    return bool(_NAME.fullmatch(name)) and name != _RESERVED


_name = held(text_within(_LONGEST_WORD), _is_name, "QA192")
FIELD = Grammar(
    kind=ApplicantField,
    keys={
        "name": _name,
        "caption": text_within(_LONGEST_WORD),
        "kind": word_of(FieldKind),
        "prompt": text_within(_LONGEST_PROMPT),
        "group": text_within(_LONGEST_WORD),
        "options": Shaped(read=_options, shape=listed(text.shape)),
        "longest": Shaped(read=_longest, shape=Shape(sort=Sort.NUMBER)),
        "required": flag,
    },
    check=_options_where_asked,
)
