"""Brings the tables of a ledger to the newest form, over the connection that it is given."""

from alembic import context

from builder.ledger.tables import METADATA

context.configure(connection=context.config.attributes["connection"], target_metadata=METADATA)
context.run_migrations()
