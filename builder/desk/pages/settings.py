"""设置: what the office says of itself and asks for, as a form; the rest of the file stays."""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from starlette.responses import Response

from builder.desk.asked import Asked, to
from builder.desk.keeping import put
from builder.desk.pages.frame import framed
from builder.desk.places import settings_file
from builder.findings.finding import Finding, Place, has_errors
from builder.load.office import load_office
from builder.model.office import Office
from builder.pipeline.files import write_whole

_TERMS = (
    ("since", "证据最早签发日", "如 2023-01-01"),
    ("until", "证据最晚签发日", "证书到这一天还要有效"),
    ("indicators", "一份证据至多证明几项", ""),
    ("report_pages", "申报材料至多几页", ""),
)
# What is saved is written anew; of what a hand wrote between the lines that is asked first.
_COMMENT = re.compile(rb"(?m)^[ \t]*#")
_NUMBERS = ("indicators", "report_pages")


def settings(asked: Asked) -> Response:
    """The form as the file has it."""
    path = settings_file(asked.desk.year)
    loaded = load_office(path) if path.is_file() else None
    office = None if loaded is None else loaded.office
    findings = () if loaded is None else loaded.findings
    return _form(asked, _plain(office), findings)


def save(asked: Asked) -> Response:
    """Write the settings if they are sound; what is wrong is told beside what was typed."""
    year = asked.desk.year
    path = settings_file(year)
    before = load_office(path).office if path.is_file() else None
    said = _said(asked, _plain(before))
    text = json.dumps(said, ensure_ascii=False, indent=1) + "\n"
    draft = asked.desk.places.own / "编辑" / "设置.yaml"
    failure = write_whole(draft, text.encode())
    findings = (failure,) if failure is not None else load_office(draft).findings if said else ()
    if has_errors(findings):
        # The form stands before whoever reads it; the file that was tried is nothing to look for.
        return _form(asked, said, tuple(replace(one, place=Place()) for one in findings))
    failure = put(year, path, text.encode()) if said else None
    return to("/settings?saved=1") if failure is None else _form(asked, said, (failure,))


def _form(asked: Asked, said: Mapping[str, Any], findings: tuple[Finding, ...]) -> Response:
    path = settings_file(asked.desk.year)
    more = [key for key in said if key in ("fields", "more_fields", "report")]
    words = {
        "fields": "基本信息的填写项",
        "more_fields": "另加的填写项",
        "report": "申报材料的要求",
    }
    return framed(
        asked,
        "settings.html",
        findings,
        said=said,
        lines="\n".join(map(str, said.get("return_to", ()))),
        terms=[
            (key, caption, hint, said.get("evidence", {}).get(key, ""))
            for key, caption, hint in _TERMS
        ],
        more=[words[key] for key in more],
        file=path,
        there=path.is_file(),
        commented=path.is_file() and _COMMENT.search(path.read_bytes()) is not None,
        saved=bool(asked.query.get("saved")) and not findings,
        folder=asked.desk.year.root.resolve(),
        users=asked.desk.shared,
    )


def _said(asked: Asked, before: Mapping[str, Any]) -> dict[str, Any]:
    """The settings with what was typed, each in its usual place."""
    lines = [line.strip() for line in asked.said_whole("return_to").split("\n") if line.strip()]
    evidence = {key: asked.said(key) for key, _, _ in _TERMS if asked.said(key)}
    typed: dict[str, Any] = {
        "name": asked.said("name"),
        "return_to": lines,
        "year": _number(asked.said("year")),
        "evidence": {k: _number(v) if k in _NUMBERS else v for k, v in evidence.items()},
        "accept_unusual": bool(asked.said("accept_unusual")),
    }
    kept = {key: value for key, value in before.items() if key not in typed}
    return {key: value for key, value in {**typed, **kept}.items() if value}


def _number(word: str) -> int | str:
    return int(word) if word.isascii() and word.isdigit() and len(word) < 10 else word


def _plain(office: Office | None) -> dict[str, Any]:
    said = {} if office is None or not office.canonical else json.loads(office.canonical)
    return dict(said)
