"""Links that open a private chat, what somebody needs of private messages, and the topic a chat is told in."""

import sqlalchemy as sa
from alembic import op

revision = '0005'
down_revision = '0004'


def upgrade() -> None:
    """Bring the schema forward."""
    op.create_table('starts',
    sa.Column('proof', sa.String(), nullable=False),
    sa.Column('group_id', sa.BigInteger(), nullable=False),
    sa.Column('person_id', sa.BigInteger(), nullable=True),
    sa.Column('until', sa.DateTime(timezone=True), nullable=False),
    sa.Column('used', sa.Boolean(), server_default='0', nullable=False),
    sa.ForeignKeyConstraint(['group_id'], ['groups.id'], name=op.f('fk_starts_group_id')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_starts_person_id')),
    sa.PrimaryKeyConstraint('proof', name=op.f('pk_starts'))
    )
    op.create_table('needs',
    sa.Column('person_id', sa.BigInteger(), nullable=False),
    sa.Column('quiet_from', sa.Integer(), nullable=True),
    sa.Column('quiet_until', sa.Integer(), nullable=True),
    sa.Column('gap', sa.Integer(), server_default='1', nullable=False),
    sa.Column('told_on', sa.Date(), nullable=True),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_needs_person_id')),
    sa.PrimaryKeyConstraint('person_id', name=op.f('pk_needs'))
    )
    op.add_column('chats', sa.Column('topic', sa.String(), nullable=True))
