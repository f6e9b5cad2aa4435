"""Whom or what outside the group an action waits for."""

import sqlalchemy as sa
from alembic import op

revision = '0016'
down_revision = '0015'


def upgrade() -> None:
    """Bring the schema forward."""
    op.add_column("actions", sa.Column("outside", sa.Text(), nullable=True))
