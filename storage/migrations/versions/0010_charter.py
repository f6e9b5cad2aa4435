"""What came of actions; and the items that were there before are looked at too, if they move."""

import sqlalchemy as sa
from alembic import op

revision = '0010'
down_revision = '0009'


def upgrade() -> None:
    """Bring the schema forward."""
    op.create_table('outcomes',
    sa.Column('group_id', sa.BigInteger(), nullable=False),
    sa.Column('action', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('check', sa.String(), nullable=True),
    sa.Column('changed', sa.Text(), nullable=True),
    sa.Column('changed_by_id', sa.BigInteger(), nullable=True),
    sa.Column('changed_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['changed_by_id'], ['people.id'], name=op.f('fk_outcomes_changed_by_id')),
    sa.ForeignKeyConstraint(['group_id', 'action'], ['actions.group_id', 'actions.number'], name=op.f('fk_outcomes_group_id_action')),
    sa.PrimaryKeyConstraint('group_id', 'action', name=op.f('pk_outcomes'))
    )
    for kind, table, which in (
        ('idea_still', 'ideas', "state IN ('open', 'answered')"),
        ('action_still', 'actions', "state = 'open' AND idea IS NULL"),
    ):
        op.execute(
            'INSERT INTO promises (group_id, kind, number, due, arming, step, look_at) '
            f"SELECT group_id, '{kind}', number, date(raised_at), 1, 0, raised_at FROM {table} WHERE {which}"
        )
