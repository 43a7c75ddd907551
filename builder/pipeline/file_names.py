"""Names of files that every system an applicant may use accepts."""

import re
import unicodedata
from dataclasses import dataclass, field

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


@dataclass(kw_only=True)
class FileNames:
    """Names in one folder, none given twice whatever system the folder is on."""

    taken: set[str] = field(default_factory=set)

    def free(self, stem: str, ending: str) -> str:
        """``stem`` and ``ending``, with the smallest number between them that makes it new."""
        name, number = f"{stem}{ending}", 1
        while same_name(name) in self.taken:
            number += 1
            name = f"{stem}（{number}）{ending}"
        self.taken.add(same_name(name))
        return name
