"""Plans, what is held back, what an action is to change, and files."""

import sqlalchemy as sa
from alembic import op

revision = '0009'
down_revision = '0008'


def upgrade() -> None:
    """Bring the schema forward."""
    op.create_table('plans',
    sa.Column('group_id', sa.BigInteger(), nullable=False),
    sa.Column('number', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('raiser_id', sa.BigInteger(), nullable=False),
    sa.Column('added_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('started_on', sa.Date(), nullable=False),
    sa.Column('stage', sa.String(), nullable=True),
    sa.Column('label', sa.String(), nullable=True),
    sa.Column('drafted_on', sa.Date(), nullable=True),
    sa.Column('decided_on', sa.Date(), nullable=True),
    sa.Column('asked_on', sa.Date(), nullable=True),
    sa.Column('link', sa.Text(), nullable=True),
    sa.Column('wanted', sa.Text(), nullable=True),
    sa.Column('state', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['group_id'], ['groups.id'], name=op.f('fk_plans_group_id')),
    sa.ForeignKeyConstraint(['raiser_id'], ['people.id'], name=op.f('fk_plans_raiser_id')),
    sa.PrimaryKeyConstraint('group_id', 'number', name=op.f('pk_plans'))
    )
    op.create_table('leads',
    sa.Column('group_id', sa.BigInteger(), nullable=False),
    sa.Column('plan', sa.Integer(), nullable=False),
    sa.Column('role', sa.String(), nullable=False),
    sa.Column('person_id', sa.BigInteger(), nullable=False),
    sa.Column('accepted', sa.Boolean(), nullable=False),
    sa.ForeignKeyConstraint(['group_id', 'plan'], ['plans.group_id', 'plans.number'], name=op.f('fk_leads_group_id_plan')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_leads_person_id')),
    sa.PrimaryKeyConstraint('group_id', 'plan', 'role', 'person_id', name=op.f('pk_leads'))
    )
    op.create_table('ties',
    sa.Column('group_id', sa.BigInteger(), nullable=False),
    sa.Column('thing', sa.String(), nullable=False),
    sa.Column('thing_number', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('plan', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['group_id', 'plan'], ['plans.group_id', 'plans.number'], name=op.f('fk_ties_group_id_plan')),
    sa.PrimaryKeyConstraint('group_id', 'thing', 'thing_number', name=op.f('pk_ties'))
    )
    op.create_table('versions',
    sa.Column('group_id', sa.BigInteger(), nullable=False),
    sa.Column('plan', sa.Integer(), nullable=False),
    sa.Column('version', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('by_id', sa.BigInteger(), nullable=False),
    sa.Column('what', sa.Text(), nullable=False),
    sa.Column('why', sa.Text(), nullable=True),
    sa.Column('link', sa.Text(), nullable=True),
    sa.ForeignKeyConstraint(['group_id', 'plan'], ['plans.group_id', 'plans.number'], name=op.f('fk_versions_group_id_plan')),
    sa.ForeignKeyConstraint(['by_id'], ['people.id'], name=op.f('fk_versions_by_id')),
    sa.PrimaryKeyConstraint('group_id', 'plan', 'version', name=op.f('pk_versions'))
    )
    op.create_table('holds',
    sa.Column('group_id', sa.BigInteger(), nullable=False),
    sa.Column('thing', sa.String(), nullable=False),
    sa.Column('thing_number', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('why', sa.String(), nullable=False),
    sa.Column('part', sa.Text(), nullable=True),
    sa.Column('by_id', sa.BigInteger(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['group_id'], ['groups.id'], name=op.f('fk_holds_group_id')),
    sa.ForeignKeyConstraint(['by_id'], ['people.id'], name=op.f('fk_holds_by_id')),
    sa.PrimaryKeyConstraint('group_id', 'thing', 'thing_number', name=op.f('pk_holds'))
    )
    with op.batch_alter_table('groups') as batch:
        batch.add_column(sa.Column('last_plan', sa.Integer(), server_default='0', nullable=False))
    with op.batch_alter_table('outbox') as batch:
        batch.add_column(sa.Column('file', sa.Text(), nullable=True))
    with op.batch_alter_table('actions') as batch:
        batch.add_column(sa.Column('place', sa.Text(), nullable=True))
        batch.add_column(sa.Column('different', sa.Text(), nullable=True))
