"""What a group sets for itself."""

import sqlalchemy as sa
from alembic import op

revision = '0004'
down_revision = '0003'


def upgrade() -> None:
    """Bring the schema forward."""
    op.create_table('settings',
    sa.Column('group_id', sa.BigInteger(), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('numbers', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['group_id'], ['groups.id'], name=op.f('fk_settings_group_id')),
    sa.PrimaryKeyConstraint('group_id', 'name', name=op.f('pk_settings'))
    )
    op.create_table('proposals',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('group_id', sa.BigInteger(), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('numbers', sa.Text(), nullable=False),
    sa.Column('by_id', sa.BigInteger(), nullable=False),
    sa.Column('until', sa.Date(), nullable=False),
    sa.Column('open', sa.Boolean(), nullable=False),
    sa.ForeignKeyConstraint(['by_id'], ['people.id'], name=op.f('fk_proposals_by_id')),
    sa.ForeignKeyConstraint(['group_id'], ['groups.id'], name=op.f('fk_proposals_group_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_proposals'))
    )
    with op.batch_alter_table('proposals') as batch:
        batch.create_index(batch.f('ix_proposals_group_id'), ['group_id'], unique=False)
