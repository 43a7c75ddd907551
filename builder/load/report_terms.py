"""What a scheme or an office settles about the Word report, in its file."""

from builder.load.applicant_fields import within
from builder.load.entries import read_entry
from builder.load.fields import Fields, Keys
from builder.model.report_terms import CHINESE_SIZES, LINE_SPACINGS, ReportPart, ReportTerms

OFFICE_KEYS = Keys(
    required=(),
    optional=(
        "parts",
        "cover",
        "pledge",
        "signatures",
        "characters",
        "overview_title",
        "overview",
        "overview_characters",
        "recommenders",
        "body_font",
        "body_size",
        "line_spacing",
    ),
)
# Only a scheme knows its own indicators.
SCHEME_KEYS = Keys(required=(), optional=(*OFFICE_KEYS.optional, "overview_of"))
# The most entries of a list, and the most characters of each.
_LISTS = {
    "cover": (8, 30),
    "pledge": (12, 500),
    "signatures": (6, 30),
    "overview": (20, 60),
    "recommenders": (6, 40),
}
_LONGEST_TITLE = 20
_MOST_CHARACTERS = 999_999


def read_report_terms(head: Fields, keys: Keys) -> ReportTerms | None:
    """The terms under ``report``; ``None`` where there are none."""
    node = head.nodes.get("report")
    if node is None:
        return None
    return read_entry(node, "report", keys, _read_terms, head.problems)


def _read_terms(fields: Fields) -> ReportTerms | None:
    if not fields.nodes:
        fields.problems.add("QA121", fields.position, key="report")
        return None
    within(fields, "overview_title", _LONGEST_TITLE)
    within(fields, "body_font", _LONGEST_TITLE)
    if "overview" in fields.nodes and "overview_of" in fields.nodes:
        fields.problems.add("QA176", fields.place("overview_of"))
    return ReportTerms(
        parts=_parts(fields),
        cover=_texts(fields, "cover"),
        pledge=_texts(fields, "pledge"),
        signatures=_texts(fields, "signatures"),
        characters=_count(fields, "characters"),
        overview_title=fields.text("overview_title") or "",
        overview=_texts(fields, "overview"),
        overview_of=fields.code("overview_of") or "",
        overview_characters=_count(fields, "overview_characters"),
        recommenders=_texts(fields, "recommenders"),
        body_font=fields.text("body_font") or "",
        body_size=fields.one_of("body_size", tuple(CHINESE_SIZES)) or "",
        line_spacing=_spacing(fields),
    )


def _parts(fields: Fields) -> tuple[ReportPart, ...]:
    """The parts in the order of the report, whatever order they are named in."""
    words = fields.texts("parts")
    fields.check_not_empty("parts")
    known = tuple(part.value for part in ReportPart)
    for word in words:
        if word not in known:
            expected = "、".join(known)
            fields.problems.add(
                "QA120", fields.place("parts"), key="parts", actual=word, expected=expected, hint=""
            )
    return tuple(part for part in ReportPart if part.value in words)


def _texts(fields: Fields, key: str) -> tuple[str, ...]:
    most, longest = _LISTS[key]
    found = fields.texts(key)
    fields.check_not_empty(key)
    if len(found) > most:
        fields.problems.add("QA194", fields.place(key), key=key, expected=f"{most} 项")
    if any(len(text) > longest for text in found):
        fields.problems.add("QA194", fields.place(key), key=key, expected=f"每项 {longest} 个字")
    if len(set(found)) < len(found):
        fields.problems.add("QA198", fields.place(key), key=key)
    return found


def _count(fields: Fields, key: str) -> int | None:
    number = fields.number(key)
    if number is None:
        return None
    if number != int(number) or number > _MOST_CHARACTERS:
        expected = f"整数，{_MOST_CHARACTERS}"
        fields.problems.add("QA194", fields.place(key), key=key, expected=expected)
        return None
    return int(number)


def _spacing(fields: Fields) -> str:
    number = fields.number("line_spacing")
    if number is None:
        return ""
    word = f"{number.normalize():f}"
    if word in LINE_SPACINGS:
        return word
    expected = "、".join(LINE_SPACINGS)
    fields.problems.add(
        "QA120",
        fields.place("line_spacing"),
        key="line_spacing",
        actual=word,
        expected=expected,
        hint="",
    )
    return ""
