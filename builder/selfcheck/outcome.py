"""What a run of the page puts out: the results page, the results, the marked files, all as one."""

import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from builder.findings.finding import Finding
from builder.frozen import frozen
from builder.pipeline.child import Stopped
from builder.pipeline.file_names import FileNames
from builder.pipeline.marking import OUTPUT, annotated, is_to_be_marked, marked_name
from builder.pipeline.run import Verified
from builder.pipeline.units import Units
from builder.show.left_out import evidence_json, left_out_json
from builder.show.page import verdicts_page
from builder.show.plain import Json, json_text
from builder.show.verdicts import verdict_json

PAGE, RESULTS, ALL = "核验结果.html", "核验结果.json", "自查结果.zip"
# A scheme, or an edition of it, that this page does not hold.
_ANOTHER = frozenset({"QA302", "QA303"})


@frozen
class Outcome:
    """The verdicts of a run and all that is told beside them.

    ``words`` close the account; ``stopped`` says at which files a work was stopped before,
    ``units`` whose the files are.
    """

    verified: tuple[Verified, ...]
    left_out: tuple[Finding, ...]
    evidence: tuple[Finding, ...]
    others: str
    words: str
    notes: tuple[Finding, ...]
    stopped: Callable[[str], Mapping[str, Stopped]]
    units: Units


def written_outputs(
    outcome: Outcome, outbox: Path, tell: Callable[[str, str], object]
) -> dict[str, Json]:
    """Write every output into the outbox and say what there is.

    The JSON is what ``builder verify --json`` prints for the same files.
    """
    verdicts = [each.verdict for each in outcome.verified]
    told: list[Json] = [
        *map(verdict_json, verdicts),
        *map(left_out_json, outcome.left_out),
        *map(evidence_json, outcome.evidence),
    ]
    left_out = (*outcome.left_out, *outcome.evidence)
    page = verdicts_page(verdicts, left_out, outcome.others, outcome.units.owners)
    marked = [*_marked(outcome, tell)]
    contents = [
        ("page", PAGE, page.encode("utf-8", "xmlcharrefreplace")),
        ("json", RESULTS, f"{json_text(told)}\n".encode()),
        *(("marked", name, made) for name, made in marked if not isinstance(made, Finding)),
    ]
    contents.append(("all", ALL, _together(contents)))
    failed = [made for _, made in marked if isinstance(made, Finding)]
    shutil.rmtree(outbox, ignore_errors=True)
    outbox.mkdir(parents=True)
    outputs: list[Json] = []
    for number, (kind, name, content) in enumerate(contents):
        path = outbox / str(number)
        path.write_bytes(content)
        outputs.append({"kind": kind, "name": name, "path": str(path)})
    return {
        "words": outcome.words,
        "notes": [f"{one.message}办法：{one.fix}" for one in (*outcome.notes, *failed)],
        "another": [
            {"path": verdict.path, "scheme": verdict.scheme}
            for verdict in verdicts
            if any(finding.code in _ANOTHER for finding in verdict.findings)
        ],
        "outputs": outputs,
    }


def _marked(
    outcome: Outcome, tell: Callable[[str, str], object]
) -> Iterator[tuple[str, bytes | Finding]]:
    """The annotated files by name; why one could not be made in its place."""
    stopped, names = outcome.stopped(OUTPUT), FileNames()
    for one in filter(is_to_be_marked, outcome.verified):
        path = one.verdict.path
        tell(path, OUTPUT)
        why = stopped.get(path)
        made = annotated(one) if why is None else why.finding(path, OUTPUT)
        owner = outcome.units.name_of(path)
        called = "" if isinstance(made, Finding) else marked_name(one, names, owner)
        yield called, made


def _together(contents: Sequence[tuple[str, str, bytes]]) -> bytes:
    held = BytesIO()
    with ZipFile(held, "w") as archive:
        for _, name, content in contents:
            archive.writestr(name, content)
    return held.getvalue()
