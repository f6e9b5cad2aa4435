"""The language that a person is written to in."""

import sqlalchemy as sa
from alembic import op

revision = '0023'
down_revision = '0020'


def upgrade() -> None:
    """Bring the schema forward."""
    op.add_column('needs', sa.Column('language', sa.String(), nullable=True))
