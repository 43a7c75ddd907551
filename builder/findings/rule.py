"""What a finding can be: its code, severity, kind, wording and remedy."""

from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum

from builder.frozen import frozen


class Severity(StrEnum):
    """How much a finding weighs; the value is what JSON carries."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"

    @property
    def label(self) -> str:
        """The word a reader sees."""
        return {"error": "错误", "warning": "警告", "hint": "提示"}[self.value]


class Kind(StrEnum):
    """What a finding is about; the value is the word a reader sees.

    What a finding stops, and how a command ends by it, is read from here and from its severity:

    ==========  ========================================================  =====================
    kind        what it says                                              what follows
    ==========  ========================================================  =====================
    USAGE       the command asks for what there is not, or must choose    exit code 2
    UNREACHED   a file of the office's, or a place to write, is not to    exit code 3
                be had
    WORDING     what the office wrote is wrong: scheme, settings,         nothing is made of it
                template, list, rules or task of a panel
    UNREADABLE  a returned file could not be read or verified at all      no verdict on its
                                                                          contents
    IDENTITY    which award, edition or round a returned file belongs to  a panel's file does
                                                                          not stand
    ALTERED     a returned file is not what was handed out, or holds      a panel's file does
                what its cells would not have taken                       not stand
    ANSWER      a score is missing, off its scale or over its points      a review is not
                                                                          finished
    CONTENT     what else was to be filled in is missing, odd, or said
                in two ways
    EVIDENCE    points that nobody can check, and proofs that prove
                nothing
    NOTICE      what a person should look at; nothing needs to be wrong
    ==========  ========================================================  =====================
    """

    USAGE = "用法"
    UNREACHED = "读写不到"
    WORDING = "写法"
    UNREADABLE = "无法核验"
    IDENTITY = "来历"
    ALTERED = "改动"
    ANSWER = "评分"
    CONTENT = "填写"
    EVIDENCE = "证据"
    NOTICE = "提请注意"


class Audience(StrEnum):
    """Who is told of a finding."""

    OFFICE = "office"
    APPLICANT = "applicant"


@frozen
class Words:
    """What a reader is told: what is wrong and what to do, templates over a finding's details."""

    message: str
    fix: str


@frozen
class Rule:
    """One catalogue entry: everything a reader can ever be told under one code.

    ``message`` and ``fix`` are ``str.format`` templates over the details of a finding, in the words
    for an office. ``applicant`` are those for the applicant in whose file it was found, the same
    where nothing else is said; ``None`` where it is not the applicant's to know: what other
    applicants handed in, or how the office works.
    """

    code: str
    name: str
    severity: Severity
    kind: Kind
    message: str
    why: str
    fix: str
    applicant: Words | None

    def words(self, audience: Audience) -> Words | None:
        """What a reader is told, ``None`` for one who is not to be told."""
        office = Words(message=self.message, fix=self.fix)
        return office if audience is Audience.OFFICE else self.applicant


# How an entry goes on where its applicant is told something else than the office, or nothing.
_SAID, _ASKED, _UNSAID = "对申报者说：", "请申报者做：", "不告诉申报者"
_SEVERITIES = {severity.label: severity for severity in Severity}


def rules(kind: Kind, entries: str) -> tuple[Rule, ...]:
    """The rules that a family writes as text; an entry written otherwise is a bug and raises.

    An entry is a line of code, severity and name, then message, reason and remedy, a line each;
    what is indented further goes on with the line before. Entries stand apart by an empty line.
    ``kind`` is that of every entry that names no other, as ``警告·改动`` does. A line more may say
    ``对申报者说：`` or ``请申报者做：`` in other words, or that it is ``不告诉申报者``.
    """
    return tuple(_rule(kind, *_lines(entry)) for entry in entries.strip("\n ").split("\n\n"))


def _lines(entry: str) -> Iterator[str]:
    return iter(entry.replace("\n" + " " * 8, "").strip().split("\n    "))


def _rule(kind: Kind, head: str, message: str, why: str, fix: str, *others: str) -> Rule:
    code, weight, name = head.split(" ", 2)
    severity, _, other = weight.partition("·")
    applicant: Words | None = Words(message=message, fix=fix)
    for line in others:
        if line == _UNSAID:
            applicant = None
        elif applicant is not None and line.startswith(_SAID):
            applicant = replace(applicant, message=line.removeprefix(_SAID))
        elif applicant is not None and line.startswith(_ASKED):
            applicant = replace(applicant, fix=line.removeprefix(_ASKED))
        else:
            raise ValueError(line)
    return Rule(
        code=code,
        name=name,
        severity=_SEVERITIES[severity],
        kind=Kind(other) if other else kind,
        message=message,
        why=why,
        fix=fix,
        applicant=applicant,
    )
