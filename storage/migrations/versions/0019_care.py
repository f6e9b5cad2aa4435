"""Who cares for a group's list: its keeper, a person to call, and what it was told of privacy."""

import sqlalchemy as sa
from alembic import op

revision = '0019'
down_revision = '0017'


def upgrade() -> None:
    """Bring the schema forward."""
    op.create_table(
        'care',
        sa.Column('group_id', sa.BigInteger(), nullable=False),
        sa.Column('keeper', sa.Text(), nullable=True),
        sa.Column('contact', sa.Text(), nullable=True),
        sa.Column('note', sa.Integer(), server_default='0', nullable=False),
        sa.ForeignKeyConstraint(['group_id'], ['groups.id'], name=op.f('fk_care_group_id')),
        sa.PrimaryKeyConstraint('group_id', name=op.f('pk_care')),
    )
