"""How far the history of its group had come when a promise came to its step: what is heard late is told next time."""

import sqlalchemy as sa
from alembic import op

revision = '0028'
down_revision = '0027'


def upgrade() -> None:
    """Bring the schema forward."""
    op.add_column('promises', sa.Column('seen', sa.Integer(), nullable=True))
