"""Names of files that every system an applicant may use accepts."""

import re
import unicodedata

from builder.formula.blank import without_hidden

# What Windows refuses in a name.
_REFUSED = re.compile(r'[\\/:*?"<>|\x00-\x1f]')
# File systems allow 255 bytes; a Chinese character takes three, and more words follow.
_LONGEST = 60


def safe_file_name(words: str) -> str:
    """``words`` without what a file name may not hold, at most 60 characters; may be empty.

    Signs with which a formula or an option begins do not begin a name.
    """
    kept = without_hidden(_REFUSED.sub("", unicodedata.normalize("NFC", words)))
    return " ".join(kept.split()).lstrip(" .=+-@")[:_LONGEST].rstrip(" .")


def same_name(name: str) -> str:
    """A text that is equal for names that some system takes for the same file."""
    return unicodedata.normalize("NFKC", name).casefold()
