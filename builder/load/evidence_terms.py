"""What an office expects of evidence, in its settings file."""

from builder.load.entries import read_entry
from builder.load.fields import Fields, Keys
from builder.model.office import EvidenceTerms

TERM_KEYS = Keys(required=(), optional=("since", "until", "indicators", "report_pages"))
# A report of more pages than this is no limit any more.
_MOST = 9999


def read_evidence_terms(head: Fields) -> EvidenceTerms | None:
    """The terms under ``evidence``; ``None`` where there are none or one of them is wrong."""
    node = head.nodes.get("evidence")
    if node is None:
        return None
    return read_entry(node, "evidence", TERM_KEYS, _read_terms, head.problems)


def _read_terms(fields: Fields) -> EvidenceTerms | None:
    if not fields.nodes:
        fields.problems.add("QA121", fields.position, key="evidence")
        return None
    since, until = fields.date("since") or "", fields.date("until") or ""
    if since and until and since > until:
        fields.problems.add("QA197", fields.place("until"), expected=since, actual=until)
        return None
    return EvidenceTerms(
        since=since,
        until=until,
        indicators=_count(fields, "indicators"),
        report_pages=_count(fields, "report_pages"),
    )


def _count(fields: Fields, key: str) -> int | None:
    number = fields.number(key)
    if number is None:
        return None
    if number != int(number) or number > _MOST:
        fields.problems.add("QA194", fields.place(key), key=key, expected=f"整数，{_MOST}")
        return None
    return int(number)
