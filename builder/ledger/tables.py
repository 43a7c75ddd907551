"""The tables of the ledger; an index of what the records beside the received files say."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
)

# The last of the migrations, after which the tables are as they stand here.
NEWEST = "0001"
METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _text(name: str, *, unique: bool = False, index: bool = False) -> Column[str]:
    return Column(name, Text, nullable=False, unique=unique or None, index=index or None)


def _owner(name: str, table: str) -> Column[int]:
    key = ForeignKey(f"{table}.id", ondelete="CASCADE")
    return Column(name, Integer, key, nullable=False, index=True)


def _id() -> Column[int]:
    return Column("id", Integer, primary_key=True)


ABOUT = Table("about", METADATA, Column("name", String(40), primary_key=True), _text("value"))

APPLICANTS = Table("applicants", METADATA, _id(), _text("key", unique=True), _text("name"))

FILES = Table(
    "files",
    METADATA,
    _id(),
    _text("path", unique=True),
    _text("called"),
    _text("digest", index=True),
    Column("size", BigInteger, nullable=False),
    _text("delivery", index=True),
    _text("at"),
    _text("by"),
    _text("mark"),
    _text("judged"),
    Column("recycled", Boolean, nullable=False),
    _text("remark"),
    _text("deadline"),
    Column("letters", Integer, nullable=False),
)

SUBMISSIONS = Table(
    "submissions",
    METADATA,
    _id(),
    _owner("file_id", "files"),
    _text("path", unique=True),
    Column("applicant_id", Integer, ForeignKey("applicants.id"), index=True),
    # What the file itself says, what is seen beside the others, and what comes of both.
    _text("own_state"),
    _text("more"),
    _text("state"),
    # Whom the file names; the applicant is whose it is.
    _text("named"),
    _text("award"),
    _text("scheme"),
    _text("kit"),
    _text("material"),
    Column("report", Boolean, nullable=False),
    Column("number", Integer, nullable=False),
    Column("current", Boolean, nullable=False),
    # The exact score is a text; the other is to sort by.
    Column("score", Text),
    Column("maximum", Text),
    Column("sorted_score", Float),
    _text("parts"),
    Column("errors", Integer, nullable=False),
    Column("warnings", Integer, nullable=False),
    Column("hints", Integer, nullable=False),
    _text("credit_code"),
    _text("contents"),
    _text("blank"),
    _text("beside"),
    Index(None, "current", "state"),
)

FINDINGS = Table(
    "findings",
    METADATA,
    _id(),
    _owner("submission_id", "submissions"),
    _text("code", index=True),
    _text("severity"),
    _text("sheet"),
    _text("cell"),
    _text("indicator"),
    _text("bookmark"),
    # Whether it only shows beside the other files.
    Column("alike", Boolean, nullable=False),
)

LETTERS = Table(
    "letters",
    METADATA,
    _id(),
    _owner("file_id", "files"),
    _text("act", index=True),
    _text("at"),
    _text("by"),
    _text("path"),
    _text("deadline"),
)

DEEDS = Table(
    "deeds",
    METADATA,
    _id(),
    _owner("file_id", "files"),
    _text("act", index=True),
    _text("deed"),
    _text("at"),
    _text("by"),
    _text("words"),
    _text("undoes"),
)
