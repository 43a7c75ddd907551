"""奖项: a scheme is chosen, or drafted from a notice; looked at, checked and changed."""

from functools import lru_cache
from pathlib import Path

from starlette.responses import HTMLResponse, Response

from builder.desk.asked import Asked, to
from builder.desk.keeping import put, put_aside
from builder.desk.opened import opened_kits, opened_scheme
from builder.desk.pages.frame import framed, refused
from builder.desk.pages.pictured import index_of, pictured
from builder.desk.pages.preview import sheets_of
from builder.desk.pages.report_preview import report_blocks
from builder.desk.pages.tables import shown_of
from builder.desk.places import own_schemes_of, scheme_named
from builder.desk.rendering import page
from builder.desk.told import Shown, shown
from builder.desk.uploads import forget_batch, uploads_in
from builder.desk.works.kinds import IMPORT
from builder.findings.finding import Finding
from builder.load.library import find_scheme
from builder.model.scheme import Scheme
from builder.pipeline.file_names import safe_file_name
from builder.pipeline.files import write_whole
from builder.pipeline.kits_of_scheme import OpenedKits, open_scheme
from builder.pipeline.listing import list_schemes
from builder.pipeline.year.folder import Room
from builder.show.schemes import scheme_lines

_LARGEST_SCHEME = 4_000_000
# A page from elsewhere in a frame: its own script and style run, and reach nothing of the desk.
_ALONE = (
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; "
    "sandbox allow-scripts; frame-ancestors 'self'"
)


def award(asked: Asked) -> Response:
    """The schemes of the year, and those to choose from."""
    year = asked.desk.year
    shipped, findings = _shipped()
    own = own_schemes_of(year)
    drafting = asked.desk.jobs.last(IMPORT)
    return framed(
        asked,
        "award.html",
        findings,
        shipped=[one for one in shipped if f"{one.id}.md" not in {each.name for each in own}],
        own=own,
        questions=[] if drafting is None else drafting.outcome.get("questions", []),
        account=[] if drafting is None else drafting.outcome.get("account", []),
        job=drafting,
    )


def choose(asked: Asked) -> Response:
    """Put a shipped scheme into the year's folder."""
    path, findings = find_scheme(asked.said("scheme"))
    shipped = {one.id for one in _shipped()[0]}
    if path is None or asked.said("scheme") not in shipped:
        return framed(asked, "award.html", findings, **_nothing(asked))
    target = asked.desk.year.place(Room.SCHEMES) / path.name
    failure = put(asked.desk.year, target, path.read_bytes())
    return to("/award") if failure is None else refused(asked, (failure,))


def leave_out(asked: Asked) -> Response:
    """Take a scheme out of the year; it goes to 回收站."""
    scheme = scheme_named(asked.desk.year, asked.said("file"))
    if scheme is not None:
        failure = put_aside(asked.desk.year, scheme.path)
        if failure is not None:
            return refused(asked, (failure,))
    return to("/award")


def import_notice(asked: Asked) -> Response:
    """Draft a scheme from a notice that was dropped."""
    desk = asked.desk
    for upload in uploads_in(desk.places.uploads, asked.said("batch")):
        name = safe_file_name(Path(upload.name.replace("\\", "/")).name) or "通知"
        target = desk.year.place(Room.SCHEMES) / "通知" / name
        failure = put(desk.year, target, upload.path.read_bytes())
        forget_batch(desk.places.uploads, asked.said("batch"))
        if failure is not None:
            return refused(asked, (failure,))
        given = {"notice": name, "answers": {}}
        desk.jobs.begin(IMPORT, "由通知起草方案", asked.who, given)
    return to("/award")


def answer(asked: Asked) -> Response:
    """Draft again with what was answered."""
    said = {name[2:]: values[0] for name, values in asked.form.items() if name.startswith("q-")}
    given = {"notice": asked.said("notice"), "answers": said}
    asked.desk.jobs.begin(IMPORT, "由通知起草方案（照回答）", asked.who, given)
    return to("/award")


def scheme_page(asked: Asked) -> Response:
    """One scheme: as a tree, as a text to be changed, or as the workbook that comes of it."""
    scheme = scheme_named(asked.desk.year, asked.query.get("file", ""))
    if scheme is None:
        return to("/award")
    view = asked.query.get("view", "tree")
    values: dict[str, object] = {"lines": [], "sheets": [], "text": "", "sheet": 0, "kits": []}
    values["blocks"] = ()
    if view in ("workbook", "report"):
        kits = opened_kits(asked.desk.year, scheme)
        findings, values = kits.findings, values | _kit(asked, kits, view)
        if values["blocks"]:
            values["pictured"] = pictured(asked, scheme, int(str(values["kit"])))
    elif view == "tables":
        findings, values = (), values | shown_of(asked, scheme)
    else:
        opened = opened_scheme(scheme)
        findings = opened.findings
        if view == "text":
            values["text"] = _text_of(scheme.path)
        elif opened.scheme is not None:
            values["lines"] = [_line(one) for one in scheme_lines(opened.scheme)]
    return framed(
        asked,
        "scheme.html",
        view=view,
        scheme=scheme,
        told=_told(findings),
        paired=scheme.is_paired,
        **values,
    )


def check(asked: Asked) -> Response:
    """What is wrong with a text that is being written, which is not saved yet."""
    text = asked.said_whole("text")
    draft = asked.desk.places.own / "编辑" / (safe_file_name(asked.said("file")) or "方案.md")
    failure = write_whole(draft, text.encode("utf-8", "replace"))
    findings = (failure,) if failure is not None else open_scheme(str(draft)).findings
    return page("checked.html", told=_told(findings))


def save(asked: Asked) -> Response:
    """Put the text in the place of the scheme; the former goes to 回收站."""
    scheme = scheme_named(asked.desk.year, asked.said("file"))
    text = asked.said_whole("text")
    if scheme is None or not text.strip():
        return to("/award")
    failure = put(asked.desk.year, scheme.path, text.encode("utf-8", "replace"))
    if failure is not None:
        return refused(asked, (failure,))
    return to(scheme.page("text"))


def paired_page(asked: Asked) -> Response:
    """The page 通知—方案, which may reach nothing of the desk."""
    scheme = scheme_named(asked.desk.year, asked.query.get("file", ""))
    if scheme is None or not scheme.is_paired:
        return to("/award")
    return alone(scheme.paired.read_bytes())


def alone(content: bytes) -> Response:
    """A whole page of its own in a frame, without the desk's rights."""
    headers = {"content-security-policy": _ALONE}
    return HTMLResponse(content, headers=headers)


@lru_cache(maxsize=1)
def _shipped() -> tuple[tuple[Scheme, ...], tuple[Finding, ...]]:
    """The schemes that come with the program, opened once."""
    return list_schemes()


def _nothing(asked: Asked) -> dict[str, object]:
    own = own_schemes_of(asked.desk.year)
    return {
        "shipped": _shipped()[0],
        "own": own,
        "questions": [],
        "drafted": "",
        "account": [],
        "job": None,
    }


def _kit(asked: Asked, opened: OpenedKits, view: str) -> dict[str, object]:
    """One kit, as the workbook or as the document that comes of it."""
    kits = [" ".join(option for _, option in kit.chosen) or kit.title for kit in opened.kits]
    if not opened.plans:
        return {}
    number = index_of(asked.query.get("kit", ""), len(kits))
    if view == "report":
        return {"blocks": report_blocks(opened.report(number)), "kits": kits, "kit": number}
    sheets = sheets_of(opened.plans[number])
    return {
        "sheets": sheets,
        "sheet": index_of(asked.query.get("sheet", ""), len(sheets)),
        "kits": kits,
        "kit": number,
    }


def _told(findings: tuple[Finding, ...]) -> list[Shown]:
    return [{**shown(one), "line": str(one.place.line or "")} for one in findings]


def _text_of(path: Path) -> str:
    with path.open("rb") as file:
        return file.read(_LARGEST_SCHEME).decode("utf-8", "replace").replace("\r\n", "\n")


def _line(line: str) -> tuple[int, str]:
    """How deep a line of the tree stands, and its words."""
    words = line.lstrip(" ")
    return (len(line) - len(words)) // 2, words
