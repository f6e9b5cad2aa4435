"""A person may be on several platforms, a group in several chats; codes link them; settled buttons go."""

import sqlalchemy as sa
from alembic import op

revision = '0006'
down_revision = '0005'


def upgrade() -> None:
    """Bring the schema forward."""
    op.create_table('identities',
    sa.Column('platform', sa.String(), nullable=False),
    sa.Column('tenant', sa.String(), nullable=False),
    sa.Column('user', sa.String(), nullable=False),
    sa.Column('person_id', sa.BigInteger(), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('username', sa.String(), nullable=True),
    sa.Column('private', sa.String(), server_default='unknown', nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_identities_person_id')),
    sa.PrimaryKeyConstraint('platform', 'tenant', 'user', name=op.f('pk_identities'))
    )
    op.create_index(op.f('ix_identities_person_id'), 'identities', ['person_id'])
    op.execute(
        'INSERT INTO identities (platform, tenant, "user", person_id, name, username, private) '
        'SELECT platform, tenant, "user", id, name, username, private FROM people'
    )
    with op.batch_alter_table('people') as batch:
        batch.drop_constraint('uq_people_platform_tenant_user', type_='unique')
        batch.drop_column('user')
        batch.drop_column('private')
        batch.add_column(sa.Column('now_id', sa.BigInteger(), nullable=True))
        batch.create_foreign_key(op.f('fk_people_now_id'), 'people', ['now_id'], ['id'])
    with op.batch_alter_table('chats') as batch:
        batch.add_column(sa.Column('linked', sa.Boolean(), server_default='0', nullable=False))
    with op.batch_alter_table('outbox') as batch:
        batch.add_column(sa.Column('worn', sa.String(), nullable=True))
    op.create_index('ix_outbox_worn', 'outbox', ['id'], sqlite_where=sa.text("worn = 'due'"), postgresql_where=sa.text("worn = 'due'"))
    op.create_table('codes',
    sa.Column('hash', sa.String(), nullable=False),
    sa.Column('person_id', sa.BigInteger(), nullable=False),
    sa.Column('group_id', sa.BigInteger(), nullable=True),
    sa.Column('platform', sa.String(), nullable=False),
    sa.Column('tenant', sa.String(), nullable=False),
    sa.Column('until', sa.DateTime(timezone=True), nullable=False),
    sa.Column('used_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('used_by_id', sa.BigInteger(), nullable=True),
    sa.ForeignKeyConstraint(['group_id'], ['groups.id'], name=op.f('fk_codes_group_id')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_codes_person_id')),
    sa.ForeignKeyConstraint(['used_by_id'], ['people.id'], name=op.f('fk_codes_used_by_id')),
    sa.PrimaryKeyConstraint('hash', name=op.f('pk_codes'))
    )
    op.create_table('misses',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('person_id', sa.BigInteger(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_misses_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_misses'))
    )
    op.create_index(op.f('ix_misses_person_id'), 'misses', ['person_id'])
