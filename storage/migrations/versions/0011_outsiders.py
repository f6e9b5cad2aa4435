"""Chats that are shared with other organisations, who agreed to that, and who is of another organisation."""

import sqlalchemy as sa
from alembic import op

revision = '0011'
down_revision = '0010'


def upgrade() -> None:
    """Bring the schema forward."""
    with op.batch_alter_table('chats') as chats:
        chats.add_column(sa.Column('outsiders', sa.String(), nullable=True))
        chats.add_column(sa.Column('agreed_by_id', sa.BigInteger(), nullable=True))
        chats.add_column(sa.Column('agreed_at', sa.DateTime(timezone=True), nullable=True))
        chats.create_foreign_key(op.f('fk_chats_agreed_by_id'), 'people', ['agreed_by_id'], ['id'])
    op.add_column('identities', sa.Column('outside', sa.Boolean(), server_default='0', nullable=False))
    op.add_column('outbox', sa.Column('unasked', sa.Boolean(), server_default='0', nullable=False))
