"""A workbook that came back to a panel."""

from builder.frozen import frozen
from builder.model.returned import ReturnedWorkbook


@frozen
class PanelWorkbook:
    """What the file is called, its SHA-256, its content, and what it says of its place.

    ``task`` is the place in the panel, ``joined`` the digest of what its plan was made from; both
    are empty in a workbook that is none of a panel's.
    """

    name: str
    digest: str
    workbook: ReturnedWorkbook
    task: str = ""
    joined: str = ""
