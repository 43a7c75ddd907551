"""How the opening of a ledger stops."""


class NoLedgerError(Exception):
    """The database cannot be used; the words say why, as part of a sentence."""
