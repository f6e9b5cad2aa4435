"""An idea may be the same as another."""

import sqlalchemy as sa
from alembic import op

revision = '0003'
down_revision = '0002'


def upgrade() -> None:
    """Bring the schema forward."""
    with op.batch_alter_table('ideas') as batch:
        batch.add_column(sa.Column('same_as', sa.Integer(), nullable=True))
