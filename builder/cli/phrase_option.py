"""The passphrase with which an office seals what it keeps of a panel."""

from collections.abc import Callable
from pathlib import Path

from builder.cli.path_option import Decorated, path_option
from builder.findings.failure import failure_words, refuse_special
from builder.findings.finding import Finding

_LARGEST = 10_000


def phrase_option() -> Callable[[Decorated], Decorated]:
    """Add ``--phrase``: a file, for what is typed on a command line is seen by others."""
    return path_option(
        "--phrase",
        metavar="口令.txt",
        words="本单位的口令文件：评审任务和记录用它封存，没有它改不了也重做不了；每一步都要给。",
    )


def given_phrase(path: Path | None) -> str | Finding:
    """What the file says without the blanks around it, nothing where none was given."""
    if path is None:
        return ""
    try:
        refuse_special(path)
        with path.open("rb") as file:
            said = file.read(_LARGEST).decode("utf-8-sig").strip()
    except FileNotFoundError:
        return Finding.at("QA986", path, actual="没有这个文件")
    except (OSError, UnicodeDecodeError) as error:
        told = failure_words(error) if isinstance(error, OSError) else "不是文字"
        return Finding.at("QA986", path, actual=told)
    return said or Finding.at("QA986", path, actual="是空的")
