"""申报表: the fields of 基本信息 as a form on paper."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from builder.kit.applicant_fields import fields_of, input_names
from builder.kit.metric_words import YEARS as YEAR_NAMES
from builder.model.office import YEARS, ApplicantField, FieldKind, Office
from builder.model.scheme import Scheme
from builder.word import bookmarks, words
from builder.word.parts import Form, FormCell, FormGroup, YearRow

# An answer longer than this takes the width of the page.
_LONG = 150
_YEAR_CORNER = "指标"


def plan_form(scheme: Scheme, office: Office) -> Form:
    """The form with every field, two short ones side by side."""
    fields = fields_of(scheme, office)
    groups = groupby(fields, key=lambda field: field.group)
    return Form(
        bookmark=bookmarks.FORM,
        heading=words.FORM_HEADING,
        lines=(words.FORM_LINE,),
        groups=tuple(_group(title, tuple(members), office) for title, members in groups),
    )


def year_headings(office: Office) -> tuple[str, ...]:
    """The three years before that of application, the earliest first; by name where not known."""
    if office.year is None:
        return tuple(name for name, _ in YEAR_NAMES)
    return tuple(f"{office.year - back}年" for back in range(YEARS, 0, -1))


def _group(title: str, members: tuple[ApplicantField, ...], office: Office) -> FormGroup:
    single = [field for field in members if field.kind is not FieldKind.YEARS]
    timed = [field for field in members if field.kind is FieldKind.YEARS]
    return FormGroup(
        title=title,
        rows=tuple(_rows(single)),
        year_header=(_YEAR_CORNER, *year_headings(office)),
        years=tuple(YearRow(names=input_names(field), label=field.caption) for field in timed),
        hints=tuple(_hints(members)),
    )


def _rows(fields: Iterable[ApplicantField]) -> Iterator[tuple[FormCell, ...]]:
    waiting: FormCell | None = None
    for field in fields:
        cell = FormCell(name=input_names(field)[0], label=field.caption)
        if field.longest > _LONG:
            if waiting is not None:
                yield (waiting,)
            yield (cell,)
            waiting = None
        elif waiting is None:
            waiting = cell
        else:
            yield waiting, cell
            waiting = None
    if waiting is not None:
        yield (waiting,)


def _hints(fields: Iterable[ApplicantField]) -> Iterator[str]:
    for field in fields:
        options = f"{'、'.join(field.options)}之一。" if field.options else ""
        hint = options or field.prompt
        if hint:
            yield f"{field.caption}：{hint}"
