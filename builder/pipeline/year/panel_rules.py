"""The rules of a year's panel as a page fills them in; their file stays the one truth."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from builder.findings.finding import Finding, Place
from builder.form.page_form import PageForm, cells, filled, opened
from builder.frozen import frozen
from builder.letters.award_papers import day_words
from builder.load.key_names import KEYS
from builder.load.panel_rules import RULES, given_rules
from builder.load.problems import in_chinese
from builder.load.shapes import Shape, recorded
from builder.load.source import Source, content_of, decoded, source_of
from builder.model.panel.rules import PanelRules
from builder.model.panel.task import PanelTask
from builder.panel.consensus.guide import rule_words
from builder.pipeline.files import file_mark
from builder.pipeline.form import as_before
from builder.pipeline.own_schemes import own_schemes
from builder.pipeline.panel.merging import read_merged
from builder.pipeline.panel.record_files import MERGED_FILE, TASK_FILE, read_record
from builder.pipeline.panel.rules_held import SHORTLIST, amiss
from builder.pipeline.verify import Verifier
from builder.pipeline.year.folder import Room, Year

Rules = PageForm[PanelRules]
# What a line is for is told; that of all is for the total.
_CALLED = {**KEYS, "line": KEYS["total"]}


@frozen
class RulesFile:
    """The file of the rules as it is now: its bytes, its text, and why it has none to read."""

    content: bytes | None
    source: Source
    findings: tuple[Finding, ...] = ()

    @property
    def digest(self) -> str:
        """What tells this state of the file from every other."""
        return "" if self.content is None else hashlib.sha256(self.content).hexdigest()

    @property
    def form(self) -> Rules:
        """What it says, in the fields of the page."""
        return opened(self.source, RULES)

    def filled(self, typed: Mapping[str, str]) -> Rules:
        """What it is to say by what was typed."""
        return filled(self.source, RULES, typed)

    def written(self, form: Rules) -> bytes:
        """The file as the form says it, to the byte where it says the same."""
        same = self.content is not None and form.text == self.source.text
        return self.content if same and self.content else as_before(form.text, self.content or b"")


def rules_file(path: Path) -> RulesFile:
    """The file at a place, one without a word where there is none."""
    nothing = source_of(str(path), "")
    if not path.is_file():
        return RulesFile(content=None, source=nothing)
    content = content_of(path, "QA931")
    if isinstance(content, Finding):
        return RulesFile(content=b"", source=nothing, findings=(content,))
    read = decoded(path, content)
    if isinstance(read, Finding):
        return RulesFile(content=b"", source=nothing, findings=(read,))
    return RulesFile(content=content, source=read)


def printed_rules(rules: PanelRules) -> Iterator[tuple[str, str]]:
    """Label and words of every rule, as workbooks and papers print them."""
    yield from rule_words(rules)
    if rules.publicity is not None:
        since, until = day_words(rules.publicity.since), day_words(rules.publicity.until)
        yield "公示", f"{since}至{until}，{rules.publicity.contact}。"


def is_joined(year: Year) -> bool:
    """Whether the panel's reviews were joined already, by whatever rules."""
    return (year.place(Room.CONSENSUS) / MERGED_FILE).is_file()


def rules_since_joined(year: Year, path: Path, phrase: str) -> tuple[Finding, ...]:
    """That the rules at a place are not those by which the reviews were joined."""
    folder = year.place(Room.CONSENSUS)
    return _since(folder, path, phrase, (file_mark(folder / MERGED_FILE), file_mark(path)))


@lru_cache(maxsize=1)
def _since(folder: Path, path: Path, phrase: str, _marks: object) -> tuple[Finding, ...]:
    merged = read_merged(folder, phrase)
    now = given_rules(path if path.is_file() else None)
    same = isinstance(merged, Finding) or now == merged.rules
    return () if same else (Finding.at("QA982", path),)


def told_of_panel(year: Year, rules: PanelRules, phrase: str) -> Mapping[str, tuple[Finding, ...]]:
    """What the rules name that is not in the panel of the year, by field, once there is one.

    It keeps nobody from saving: who is named may still come, and joining tells it again.
    """
    path = year.place(Room.REVIEWS) / TASK_FILE
    schemes = tuple(sorted(year.place(Room.SCHEMES).glob("*.md")))
    known = _panel(path, phrase, tuple((one, file_mark(one)) for one in (path, *schemes)))
    found: dict[str, tuple[Finding, ...]] = {}
    for one in () if known is None else amiss(rules, known[0], Place(), known[1]):
        if one.place.path:
            # It is about an applicant's kit, and about no field.
            found[""] = (*found.get("", ()), one)
            continue
        key = one.details.get("key", "weights")
        limit = "places" if one.code == "QA966" else "line"
        name = f"{key}.{limit}" if key == SHORTLIST else key
        said = replace(one, place=Place(), details={**one.details, "named": _CALLED[key]})
        found[name] = (*found.get(name, ()), *in_chinese((said,)))
    return found


@lru_cache(maxsize=1)
def _panel(path: Path, phrase: str, _marks: object) -> tuple[PanelTask, Verifier] | None:
    task = read_record(path, PanelTask, "QA939", phrase)
    schemes = own_schemes((), (path.parents[1] / Room.SCHEMES.value,))[0]
    return None if isinstance(task, Finding) else (task, Verifier(schemes))


def rules_shape() -> Shape:
    """What each of the rules looks like."""
    return recorded(RULES)


def cells_of(form: Rules) -> dict[str, str]:
    """What stands in every field of the page."""
    return dict(cells(form.keys))
