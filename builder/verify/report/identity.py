"""Which kit a returned report says it was made from."""

from builder.findings.finding import Finding, Place
from builder.model.identity import IDENTITY_PROPERTIES
from builder.model.returned_document import ReturnedDocument
from builder.plan.document_parts import DocumentIdentity


def read_document_identity(document: ReturnedDocument) -> DocumentIdentity | None:
    """What the properties of the file say; ``None`` where they do not say which award."""
    scheme, edition, fingerprint, _, choice, scale, *_ = IDENTITY_PROPERTIES
    said = document.properties
    if not (said.get(scheme) and said.get(fingerprint) and said.get(scale)):
        return None
    return DocumentIdentity(
        scheme_id=said[scheme],
        edition=said.get(edition, ""),
        fingerprint=said[fingerprint],
        choice=said.get(choice, ""),
        scale=said[scale],
    )


def check_document_edition(
    declared: DocumentIdentity, current: DocumentIdentity, path: str
) -> tuple[Finding, ...]:
    """A finding where the report was made from another edition than the one at hand."""
    if declared == current:
        return ()
    return (
        Finding(
            code="QA303",
            place=Place(path=path),
            expected=_joined(current),
            actual=_joined(declared),
        ),
    )


def _joined(identity: DocumentIdentity) -> str:
    parts = (identity.scheme_id, identity.edition, identity.fingerprint, identity.choice)
    return "|".join((*parts, identity.scale))
