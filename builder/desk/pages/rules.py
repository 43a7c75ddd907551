"""评审规则: every rule of the panel as a field, and all of them as they will be printed."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from starlette.responses import Response

from builder.desk.asked import Asked, to
from builder.desk.keeping import last_aside, put, put_aside, put_back
from builder.desk.pages.frame import framed, refused
from builder.desk.places import list_file
from builder.desk.told import shown
from builder.desk.works.kinds import RULES
from builder.findings.finding import Finding
from builder.frozen import frozen
from builder.load.key_names import KEYS
from builder.load.rule_notes import RULE_NOTES
from builder.load.shapes import Shape, Sort
from builder.pipeline.panel.record_files import TASK_FILE
from builder.pipeline.year.folder import Room
from builder.pipeline.year.panel_rules import (
    Rules,
    cells_of,
    is_joined,
    printed_rules,
    rules_file,
    rules_shape,
    rules_since_joined,
    told_of_panel,
)

HOME = "/review/rules"
# What is asked together, and in which order.
SECTIONS = (
    ("怎样合成", ("join", "standard", "decimals", "spread", "least", "most", "weights")),
    ("达线、名额和同分", ("line", "places", "tie_break", "categories")),
    ("材料评审和现场评审", ("material", "site", "shortlist")),
    ("评审表和反馈", ("own_scores", "feedback", "feedback_pages")),
    ("陈述答辩", ("defence",)),
    ("评委会投票", ("vote",)),
    ("公示", ("publicity",)),
)
_BLANK_ROWS = 2
_NUMERIC = (Sort.NUMBER, Sort.AMOUNT)


@frozen
class Field:
    """One field: what it is called, how it is filled in, what stands in it and what is wrong."""

    name: str
    caption: str
    note: str
    value: str
    options: tuple[str, ...] = ()
    usual: str = ""
    numeric: bool = False
    required: bool = False
    told: tuple[dict[str, str], ...] = ()


@frozen
class Table:
    """A list of records: a field for each cell, some rows blank."""

    name: str
    caption: str
    note: str
    heads: tuple[tuple[str, str], ...]
    rows: tuple[tuple[Field, ...], ...]
    told: tuple[tuple[int, dict[str, str]], ...]


def rules(asked: Asked) -> Response:
    """The form as the file has it."""
    file = rules_file(_path(asked))
    return _page(asked, file.form, file.digest, file.findings)


def check(asked: Asked) -> Response:
    """The form as it is being filled in, which is not saved yet."""
    file = rules_file(_path(asked))
    return _page(asked, file.filled(_typed(asked)), asked.said("of"), file.findings)


def save(asked: Asked) -> Response:
    """Write the rules if they are sound; what is wrong is told beside its field."""
    path = _path(asked)
    file, typed = rules_file(path), _typed(asked)
    form = file.filled(typed)
    if asked.said("of") != file.digest:
        told = Finding.at("QA1329", "", actual="规则文件刚才被换过。下面是你填的，看过再保存")
        return _page(asked, form, file.digest, (told,))
    if form.said is None:
        return _page(asked, form, file.digest, file.findings)
    if form.text:
        failure = put(asked.desk.year, path, file.written(form))
    else:
        failure = put_aside(asked.desk.year, path) if path.is_file() else None
    return to(f"{HOME}?saved=1") if failure is None else _page(asked, form, file.digest, (failure,))


def undo(asked: Asked) -> Response:
    """Put back the file of the rules that was replaced last."""
    failure = put_back(asked.desk.year, _path(asked))
    return to(HOME) if failure is None else refused(asked, (failure,))


def since_joined(asked: Asked) -> tuple[Finding, ...]:
    """That the rules are not those of the consensus, which the ranking will refuse."""
    year, path = asked.desk.year, _path(asked)
    return rules_since_joined(year, path, asked.phrase)


def _path(asked: Asked) -> Path:
    return list_file(asked.desk.year, RULES)


def _typed(asked: Asked) -> Mapping[str, str]:
    return {name: asked.said(name) for name in asked.form}


def _page(asked: Asked, form: Rules, digest: str, findings: tuple[Finding, ...]) -> Response:
    year, path = asked.desk.year, _path(asked)
    changed, unseen = since_joined(asked), form.findings.get("", ())
    if form.said is not None:
        held = told_of_panel(year, form.said, asked.phrase)
        form = replace(form, findings={**held, **form.findings})
    return framed(
        asked,
        "rules.html",
        (*findings, *form.findings.get("", ()), *changed),
        sections=[
            (
                title,
                RULE_NOTES[keys[0]] if KEYS[keys[0]] == title else "",
                _parts(title, keys, form),
            )
            for title, keys in SECTIONS
        ],
        words=[] if form.said is None else [*printed_rules(form.said)],
        wrong=sum(len(some) for name, some in form.findings.items() if name),
        there=path.is_file(),
        digest=digest,
        saved=bool(asked.query.get("saved")),
        issued=(year.place(Room.REVIEWS) / TASK_FILE).is_file(),
        joined=is_joined(year),
        changed=bool(changed),
        unseen=bool(findings or unseen) and path.is_file(),
        former=last_aside(year, path),
        sealed=bool(asked.phrase),
    )


def _parts(title: str, keys: tuple[str, ...], form: Rules) -> Iterator[Field | Table]:
    """The fields and tables of a section."""
    cells = cells_of(form)
    for key in keys:
        shape = rules_shape().keys[key]
        if shape.sort is Sort.RECORD:
            own = KEYS[key] == title
            for name, inner in shape.keys.items():
                caption = KEYS[name] if own else f"{KEYS[key]}：{KEYS[name]}"
                needed = name in shape.required
                yield _field(f"{key}.{name}", caption, inner, cells, form, required=needed)
        elif shape.item is not None and shape.item.keys:
            yield _table(key, shape.item, cells, form)
        else:
            yield _field(key, KEYS[key], shape, cells, form)


def _field(
    name: str,
    caption: str,
    shape: Shape,
    cells: Mapping[str, str],
    form: Rules,
    *,
    required: bool = False,
) -> Field:
    return Field(
        name=name,
        caption=caption,
        note=RULE_NOTES[name],
        value=cells.get(name, ""),
        options=tuple(shape.words.values()),
        usual=shape.usual,
        numeric=shape.sort in _NUMERIC,
        required=required,
        told=tuple(shown(one) for one in form.findings.get(name, ())),
    )


def _table(key: str, item: Shape, cells: Mapping[str, str], form: Rules) -> Table:
    there = sum(name.startswith(f"{key}.") for name in cells) // len(item.keys)
    rows = tuple(
        tuple(
            Field(
                name=f"{key}.{row}.{name}",
                caption=KEYS[name],
                note="",
                value=cells.get(f"{key}.{row}.{name}", ""),
                numeric=shape.sort in _NUMERIC,
                told=tuple(shown(one) for one in form.findings.get(f"{key}.{row}.{name}", ())),
            )
            for name, shape in item.keys.items()
        )
        for row in range(there + _BLANK_ROWS)
    )
    told = [(0, shown(one)) for one in form.findings.get(key, ())]
    told += [(at, one) for at, row in enumerate(rows, 1) for field in row for one in field.told]
    return Table(
        name=key,
        caption=KEYS[key],
        note=RULE_NOTES[key],
        heads=tuple((KEYS[name], RULE_NOTES[f"{key}.{name}"]) for name in item.keys),
        rows=rows,
        told=tuple(told),
    )
