"""What the ledger holds, as data: what goes in for a received file, and what a page asks for."""

from decimal import Decimal
from enum import StrEnum

from builder.findings.finding import Finding
from builder.frozen import frozen
from builder.model.verdict import ScorePart, Status, Verdict


class State(StrEnum):
    """How far a submission is; the value is what the ledger holds."""

    PENDING = "pending"
    CLEAN = "clean"
    FINDINGS = "findings"
    UNREADABLE = "unreadable"
    LEFT_OUT = "left_out"

    @property
    def label(self) -> str:
        """The word a reader sees."""
        own = {"pending": "待核验", "left_out": "没有核验"}
        return own.get(self.value) or Status(self.value).label


# What leaves an applicant something to repair.
UNFIT = (State.FINDINGS, State.UNREADABLE)


class Deed(StrEnum):
    """What was done to a received file; the value is what its record holds."""

    RECEIVED = "received"
    JUDGED = "judged"
    REMARKED = "remarked"
    DEADLINE = "deadline"
    LETTER = "letter"
    UNSENT = "unsent"
    RECYCLED = "recycled"
    RESTORED = "restored"

    @property
    def label(self) -> str:
        """The word a reader sees."""
        return _DEEDS[self]


_DEEDS = {
    Deed.RECEIVED: "收件",
    Deed.JUDGED: "核验",
    Deed.REMARKED: "备注",
    Deed.DEADLINE: "期限",
    Deed.LETTER: "通知书",
    Deed.UNSENT: "撤回通知书",
    Deed.RECYCLED: "移到回收站",
    Deed.RESTORED: "取回",
}


@frozen
class Done:
    """One deed on one file; all files of one click share its ``act``. ``undoes`` names another."""

    act: str
    deed: Deed
    at: str
    by: str
    words: str = ""
    undoes: str = ""


@frozen
class Letter:
    """A letter or a marked file that was made for an applicant; ``path`` lies in the year."""

    act: str
    at: str
    by: str
    path: str
    deadline: str = ""


@frozen
class Part:
    """One material in a received file: its verdict, or why it was left out; neither while it waits.

    ``path`` is where it lies in the year, ``beside`` the workbook it was held against, ``owner``
    whose it is.
    """

    path: str
    owner: str = ""
    verdict: Verdict | None = None
    left_out: Finding | None = None
    beside: str = ""


@frozen
class Entry:
    """Everything the ledger is told of a received file, which is all that its record says.

    ``path`` is where the file lies in the year, ``mark`` stands for the state of its record,
    ``judged`` for that of the verdicts.
    """

    path: str
    called: str
    digest: str
    size: int
    delivery: str
    at: str
    by: str
    mark: str
    judged: str
    recycled: bool = False
    remark: str = ""
    deadline: str = ""
    done: tuple[Done, ...] = ()
    letters: tuple[Letter, ...] = ()
    parts: tuple[Part, ...] = ()


@frozen
class Parts:
    """The first-level scores of a submission, as the ledger keeps them."""

    parts: tuple[ScorePart, ...]


@frozen
class Submission:
    """A row of the table of what came: one material, in the file in which it came.

    ``path`` is its key. ``number`` says that it is the applicant's first, second … of its kind;
    0 for what is no material. ``current`` is the last of them. Severities are counted with what
    only shows beside other files.
    """

    path: str
    file: str
    called: str
    digest: str
    delivery: str
    at: str
    by: str
    state: State
    applicant: str
    applicant_key: str
    award: str
    scheme: str
    kit: str
    material: str
    number: int
    current: bool
    recycled: bool
    score: Decimal | None
    maximum: Decimal | None
    parts: tuple[ScorePart, ...]
    errors: int
    warnings: int
    hints: int
    remark: str
    deadline: str
    letters: int


class Order(StrEnum):
    """By what a table is ordered."""

    TIME = "time"
    APPLICANT = "applicant"
    SCORE = "score"
    STATE = "state"


@frozen
class Wanted:
    """Which submissions are asked for; what is empty asks for all.

    ``words`` are looked for in the names of applicant, file and award; ``code`` is that of a
    finding; ``materials`` leaves out what is no material, such as evidence.
    """

    state: State | None = None
    words: str = ""
    code: str = ""
    applicant_key: str = ""
    delivery: str = ""
    award: str = ""
    current: bool = True
    materials: bool = False
    recycled: bool = False
    order: Order = Order.TIME
    descending: bool = True
    offset: int = 0
    limit: int = 50


@frozen
class Page:
    """Some of the submissions that were asked for, and how many there are."""

    rows: tuple[Submission, ...]
    total: int


@frozen
class Applicant:
    """An applicant with how its current materials stand, how often it handed in, and its letters.

    ``state`` is the worst of them, ``deadline`` the last that was set.
    """

    key: str
    name: str
    state: State
    submissions: int
    number: int
    errors: int
    warnings: int
    letters: int
    deadline: str


@frozen
class LogLine:
    """One act: what was done to how many files; ``undone`` once another act took it back."""

    act: str
    deed: Deed
    at: str
    by: str
    files: int
    words: str
    undone: bool


@frozen
class SentLetter:
    """A letter in the table of letters."""

    applicant: str
    applicant_key: str
    at: str
    by: str
    path: str
    deadline: str
    act: str


@frozen
class CodeCount:
    """How many current submissions a code was found in."""

    code: str
    submissions: int


@frozen
class Standing:
    """What a comparison of files needs to know of one: a verdict without its findings.

    ``left_out`` says why there is no verdict.
    """

    verdict: Verdict
    beside: str
    left_out: Finding | None = None


@frozen
class Beside:
    """What only shows beside other files: more findings, or one in the place of all others."""

    findings: tuple[Finding, ...]
    status: Status
    instead: bool = False
