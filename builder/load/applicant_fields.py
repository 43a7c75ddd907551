"""The fields of 基本信息 that a scheme or an office asks for."""

import re

from builder.load.entries import read_entries
from builder.load.fields import Fields, Keys
from builder.model.office import ApplicantField, FieldKind

FIELD_KEYS = Keys(
    required=("name", "caption", "kind"),
    optional=("prompt", "group", "options", "longest", "required"),
)
MOST_FIELDS = 60
# What fits the cell, and the bounds Excel sets to a dropdown and to the words of a prompt.
_LONGEST = {"name": 30, "caption": 30, "prompt": 120, "group": 30}
_LONGEST_ANSWER = 2000
_USUAL_ANSWER = 200
_LONGEST_LIST = 250
_NAME = re.compile(r"[a-z]+(?:_[a-z]+)*")
# The name of the input for the year of application, which every form has.
_RESERVED = "year"


def read_applicant_fields(head: Fields, key: str) -> tuple[ApplicantField, ...]:
    """The list under ``key``; every entry that cannot be used is reported and left out."""
    head.check_not_empty(key)
    if len(head.items(key)) > MOST_FIELDS:
        most = str(MOST_FIELDS)
        head.problems.add("QA194", head.place(key), key=key, expected=f"{most} 项")
        return ()
    found = read_entries(head, key, FIELD_KEYS, _read_field)
    names = [field.name for field in found]
    for name in sorted({name for name in names if names.count(name) > 1}):
        head.problems.add("QA192", head.place(key), actual=name)
    return found


def within(fields: Fields, key: str, longest: int) -> bool:
    """Whether a text is not longer than ``longest`` characters; one that is, is reported."""
    text = fields.text(key)
    if text is None or len(text) <= longest:
        return True
    fields.problems.add("QA194", fields.place(key), key=key, expected=f"{longest} 个字")
    return False


def _read_field(fields: Fields) -> ApplicantField | None:
    name, caption = fields.text("name"), fields.text("caption")
    word = fields.one_of("kind", tuple(kind.value for kind in FieldKind))
    required = fields.flag("required")
    too_long = [key for key, longest in _LONGEST.items() if not within(fields, key, longest)]
    if too_long:
        return None
    if name is not None and (not _NAME.fullmatch(name) or name == _RESERVED):
        fields.problems.add("QA192", fields.place("name"), actual=name)
        return None
    if name is None or caption is None or word is None:
        return None
    kind = FieldKind(word)
    options, longest = _options(fields, kind), _longest(fields, kind)
    if options is None or longest is None:
        return None
    return ApplicantField(
        name=name,
        caption=caption,
        kind=kind,
        prompt=fields.text("prompt") or "",
        group=fields.text("group") or "",
        options=options,
        longest=longest,
        required=required,
    )


def _options(fields: Fields, kind: FieldKind) -> tuple[str, ...] | None:
    """The words to choose from, which one dropdown must hold; ``None`` where they cannot be."""
    options = fields.texts("options")
    where = fields.place("options")
    if (kind is FieldKind.OPTION) != ("options" in fields.nodes):
        fields.problems.add("QA193", where, key="options", actual=kind.value)
        return None
    if len(",".join(options)) > _LONGEST_LIST:
        limit = f"{_LONGEST_LIST} 个字"
        fields.problems.add("QA194", where, key="options", expected=limit)
        return None
    # A comma would part one option into two, a quotation mark would end the list.
    bad = [one for one in options if "," in one or '"' in one or options.count(one) > 1]
    if bad or (kind is FieldKind.OPTION and not options):
        fields.problems.add("QA195", where, actual="、".join(bad))
        return None
    return options


def _longest(fields: Fields, kind: FieldKind) -> int | None:
    """The most characters of a text; 0 for the other kinds, which have their own measure."""
    if "longest" not in fields.nodes:
        return _USUAL_ANSWER if kind is FieldKind.TEXT else 0
    where = fields.place("longest")
    if kind is not FieldKind.TEXT:
        fields.problems.add("QA193", where, key="longest", actual=kind.value)
        return None
    number = fields.number("longest")
    if number is None:
        return None
    if number != int(number) or number > _LONGEST_ANSWER:
        limit = f"{_LONGEST_ANSWER}"
        fields.problems.add("QA194", where, key="longest", expected=limit)
        return None
    return int(number)
