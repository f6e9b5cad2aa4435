"""What came of actions, the charter, its signatures and reviews, and how people are thanked.

What was on the list before is looked at too: does it move, and is it shown each quarter.
"""

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
    op.create_table('amendments',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('group_id', sa.BigInteger(), nullable=False),
    sa.Column('promise', sa.Integer(), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('why', sa.Text(), nullable=True),
    sa.Column('small', sa.Boolean(), nullable=False),
    sa.Column('by_id', sa.BigInteger(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('until', sa.Date(), nullable=False),
    sa.Column('state', sa.String(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=True),
    sa.Column('agreed_by_id', sa.BigInteger(), nullable=True),
    sa.ForeignKeyConstraint(['agreed_by_id'], ['people.id'], name=op.f('fk_amendments_agreed_by_id')),
    sa.ForeignKeyConstraint(['by_id'], ['people.id'], name=op.f('fk_amendments_by_id')),
    sa.ForeignKeyConstraint(['group_id'], ['groups.id'], name=op.f('fk_amendments_group_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_amendments'))
    )
    op.create_table('credits',
    sa.Column('group_id', sa.BigInteger(), nullable=False),
    sa.Column('person_id', sa.BigInteger(), nullable=False),
    sa.Column('choice', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['group_id'], ['groups.id'], name=op.f('fk_credits_group_id')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_credits_person_id')),
    sa.PrimaryKeyConstraint('group_id', 'person_id', name=op.f('pk_credits'))
    )
    op.create_table('reviews',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('group_id', sa.BigInteger(), nullable=False),
    sa.Column('thing', sa.String(), nullable=False),
    sa.Column('thing_number', sa.Integer(), nullable=False),
    sa.Column('due', sa.Date(), nullable=False),
    sa.Column('state', sa.String(), nullable=False),
    sa.Column('changed', sa.Text(), nullable=True),
    sa.Column('by_id', sa.BigInteger(), nullable=True),
    sa.Column('done_on', sa.Date(), nullable=True),
    sa.ForeignKeyConstraint(['by_id'], ['people.id'], name=op.f('fk_reviews_by_id')),
    sa.ForeignKeyConstraint(['group_id'], ['groups.id'], name=op.f('fk_reviews_group_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_reviews'))
    )
    op.create_table('signatures',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('group_id', sa.BigInteger(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.BigInteger(), nullable=True),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('organisation', sa.String(), nullable=True),
    sa.Column('brings', sa.Text(), nullable=True),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('entered_by_id', sa.BigInteger(), nullable=True),
    sa.Column('withdrawn_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['entered_by_id'], ['people.id'], name=op.f('fk_signatures_entered_by_id')),
    sa.ForeignKeyConstraint(['group_id'], ['groups.id'], name=op.f('fk_signatures_group_id')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_signatures_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_signatures'))
    )
    op.create_table('yearly',
    sa.Column('group_id', sa.BigInteger(), nullable=False),
    sa.Column('year', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('organisation', sa.String(), nullable=False),
    sa.Column('question', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('by_id', sa.BigInteger(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['by_id'], ['people.id'], name=op.f('fk_yearly_by_id')),
    sa.ForeignKeyConstraint(['group_id'], ['groups.id'], name=op.f('fk_yearly_group_id')),
    sa.PrimaryKeyConstraint('group_id', 'year', 'organisation', 'question', name=op.f('pk_yearly'))
    )
    op.create_table('invitations',
    sa.Column('group_id', sa.BigInteger(), nullable=False),
    sa.Column('review_id', sa.BigInteger(), nullable=False),
    sa.Column('person_id', sa.BigInteger(), nullable=False),
    sa.Column('coming', sa.Boolean(), nullable=True),
    sa.ForeignKeyConstraint(['group_id'], ['groups.id'], name=op.f('fk_invitations_group_id')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_invitations_person_id')),
    sa.ForeignKeyConstraint(['review_id'], ['reviews.id'], name=op.f('fk_invitations_review_id')),
    sa.PrimaryKeyConstraint('group_id', 'review_id', 'person_id', name=op.f('pk_invitations'))
    )
    for table in ('amendments', 'reviews', 'signatures'):
        with op.batch_alter_table(table) as batch:
            batch.create_index(batch.f(f'ix_{table}_group_id'), ['group_id'], unique=False)
    for kind, table, which in (
        ('idea_still', 'ideas', "state IN ('open', 'answered')"),
        ('action_still', 'actions', "state = 'open' AND idea IS NULL"),
    ):
        op.execute(
            'INSERT INTO promises (group_id, kind, number, due, arming, step, look_at) '
            f"SELECT group_id, '{kind}', number, date(raised_at), 1, 0, raised_at FROM {table} WHERE {which}"
        )
    op.execute(
        'INSERT INTO promises (group_id, kind, number, due, arming, step, look_at) '
        "SELECT group_id, 'yousaid', 0, due, 1, 0, look_at FROM promises WHERE kind = 'digest'"
    )
