"""An office's own settings: what it is called, whom to return to, and what it asks an applicant.

They change what is printed and what is asked about the applicant, never a score.
"""

import hashlib
import json
from dataclasses import fields
from enum import StrEnum

from builder.frozen import frozen
from builder.model.report_terms import ReportTerms

# As long as the fingerprint of a scheme, for the same reasons.
_DIGEST_LENGTH = 16
YEARS = 3


class FieldKind(StrEnum):
    """What a field of 基本信息 takes; the value is the word in scheme and settings files.

    ``YEARS`` is one number for each of the three years before the year of application.
    """

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    OPTION = "option"
    INDUSTRY = "industry"
    CREDIT_CODE = "credit_code"
    EMAIL = "email"
    YEARS = "years"


class OwnPart(StrEnum):
    """What a workbook has for the applicant's own use; the value is the word in settings files.

    Columns of 改进计划, that sheet as a whole, and the sheets 差距 and 填写示例.
    """

    DEPARTMENT = "department"
    PERSON = "person"
    DUE = "due"
    STRENGTHS = "strengths"
    CHANCES = "chances"
    MEASURES = "measures"
    LAST_SCORE = "last_score"
    TARGET = "target"
    PLAN = "plan"
    GAP = "gap"
    EXAMPLE = "example"


@frozen
class ApplicantField:
    """One line of 基本信息.

    ``name`` is what its defined name is built from; ``group`` is the heading it stands under;
    ``options`` belong to the kind option, ``longest`` (characters) to the kind text.
    """

    name: str
    caption: str
    kind: FieldKind
    prompt: str = ""
    group: str = ""
    options: tuple[str, ...] = ()
    longest: int = 0
    required: bool = False


@frozen
class EvidenceTerms:
    """What an office expects of evidence beside the notice; what is left out sets no limit.

    ``since`` and ``until`` are the first and last day (yyyy-mm-dd) evidence may be issued on, the
    last also the day on which certificates must still be valid. ``indicators`` is how many
    indicators one piece may serve at most, ``report_pages`` how many pages the report may have.
    """

    since: str = ""
    until: str = ""
    indicators: int | None = None
    report_pages: int | None = None


@frozen
class Office:
    """The settings of one office; without any, every text is neutral and nothing is prefilled.

    ``return_to`` are lines of free text; ``fields`` stand in place of the scheme's or the usual
    list, ``more_fields`` are added to it. ``accept_unusual`` leaves out the hints about answers
    that are possible and unlikely; ``without`` are the parts for the applicant's own use that are
    left out of the workbook.
    """

    name: str = ""
    return_to: tuple[str, ...] = ()
    year: int | None = None
    fields: tuple[ApplicantField, ...] = ()
    more_fields: tuple[ApplicantField, ...] = ()
    evidence: EvidenceTerms | None = None
    report: ReportTerms | None = None
    accept_unusual: bool = False
    without: tuple[OwnPart, ...] = ()

    @property
    def canonical(self) -> str:
        """The settings in one line of the settings file's own grammar; empty where there are none.

        It is JSON, which every YAML reader reads, with the keys in their order and nothing that is
        only a default.
        """
        plain = _plain(self)
        return json.dumps(plain, ensure_ascii=False) if plain else ""

    @property
    def digest(self) -> str:
        """16 hexadecimal digits of SHA-256 over ``canonical``; empty where there are none."""
        canonical = self.canonical
        return hashlib.sha256(canonical.encode()).hexdigest()[:_DIGEST_LENGTH] if canonical else ""


def _plain(value: object) -> object:
    """A value with the keys that say something."""
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if not isinstance(value, Office | ApplicantField | EvidenceTerms | ReportTerms):
        return value
    said = ((each.name, getattr(value, each.name)) for each in fields(value))
    return {key: _plain(item) for key, item in said if item}
