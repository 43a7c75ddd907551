"""What a scheme says of the Word report."""

from collections.abc import Iterator

from builder.findings.finding import Finding
from builder.load.checks.places import unknown_place
from builder.model.scheme import Scheme


def check_report_terms(scheme: Scheme) -> Iterator[Finding]:
    """The indicator whose criteria are the overview is one of the scheme's."""
    terms = scheme.report
    if terms is not None and terms.overview_of:
        codes = {node.code for node in scheme.walk}
        yield from unknown_place(terms.overview_of, scheme.position, codes)
