"""The finding for each word that a scored row can show."""

from decimal import Decimal

from builder.formula.value import Value
from builder.kit.status import (
    BELOW,
    BLANK,
    NO_REASON,
    NOT_A_NUMBER,
    OFF_BAND,
    OFF_STEP,
    OVER,
    SCORED_THOUGH_REMOVED,
    UNPROVED,
)
from builder.verify.quoting import number_words, shown

SCORE_CODES = {
    BLANK: "QA501",
    BELOW: "QA502",
    OFF_STEP: "QA502",
    OVER: "QA503",
    NOT_A_NUMBER: "QA504",
    OFF_BAND: "QA507",
    NO_REASON: "QA508",
    SCORED_THOUGH_REMOVED: "QA914",
    UNPROVED: "QA701",
}
IN_BAND = "本档内的百分比"


def percent_text(value: Value) -> str:
    """A percent, a decimal fraction, as a message quotes it; anything else as it stands."""
    return f"{number_words(value * 100)}%" if isinstance(value, Decimal) else shown(value)
