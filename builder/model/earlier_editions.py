"""What a scheme was before: with fewer remarks, and an edition that was called otherwise."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from builder.model.fingerprint import fingerprint
from builder.model.scheme import Scheme

# An edition that the notice gives no name was called so until version 0.2, after its annex.
_UNNAMED = "录入第1版"
_AFTER, _WHOLE = "依据", "原文件"


def edition_marked(scheme: Scheme, mark: str) -> Scheme | None:
    """The edition of that fingerprint: the scheme itself, or what it was before its last remarks.

    Remarks are the office's own words, added whenever somebody asks; what was handed out before is
    the same award still. ``None`` where the scheme never was that edition.
    """
    known = fingerprint(scheme)
    if known == mark:
        return replace(scheme, fingerprint=known)
    # The first of them is the scheme as it is.
    for before in islice(_before(scheme), 1, None):
        if fingerprint(before) == mark:
            return replace(before, fingerprint=mark)
    return None


def _before(scheme: Scheme) -> Iterator[Scheme]:
    for edition in _called(scheme.edition):
        for count in reversed(range(len(scheme.remarks) + 1)):
            yield replace(scheme, edition=edition, remarks=scheme.remarks[:count], fingerprint="")


def _called(edition: str) -> Iterator[str]:
    """What an edition is called, and was."""
    yield edition
    if edition.startswith(_AFTER):
        yield edition.removeprefix(_AFTER).removesuffix(_WHOLE) + _UNNAMED
