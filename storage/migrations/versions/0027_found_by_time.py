"""Lines of the history are found by their time, promised steps and messages that were sent without all the others."""

import sqlalchemy as sa
from alembic import op

revision = '0027'
down_revision = '0026'


def upgrade() -> None:
    op.create_index('ix_changes_at', 'changes', ['group_id', 'at'])
    some = sa.text("what = 'step'")
    columns = ['group_id', 'thing', 'thing_number']
    op.create_index('ix_changes_step', 'changes', columns, sqlite_where=some, postgresql_where=some)
    sent = sa.text('message IS NOT NULL')
    columns = ['platform', 'tenant', 'lane', 'message']
    op.drop_index('ix_outbox_message', 'outbox')
    op.create_index('ix_outbox_message', 'outbox', columns, sqlite_where=sent, postgresql_where=sent)
