"""Whose turn it was is known to be over as soon as its session is gone."""

import sqlalchemy as sa
from alembic import op

revision = '0025'
down_revision = '0024'


def upgrade() -> None:
    """Bring the schema forward."""
    op.add_column("leases", sa.Column("session", sa.DateTime(timezone=True), nullable=True))
