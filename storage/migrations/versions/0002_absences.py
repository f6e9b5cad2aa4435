"""Who is away, and who stands in."""

import sqlalchemy as sa
from alembic import op

revision = '0002'
down_revision = '0001'


def upgrade() -> None:
    """Bring the schema forward."""
    op.create_table('absences',
    sa.Column('group_id', sa.BigInteger(), nullable=False),
    sa.Column('number', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('person_id', sa.BigInteger(), nullable=False),
    sa.Column('stand_in_id', sa.BigInteger(), nullable=True),
    sa.Column('since', sa.Date(), nullable=False),
    sa.Column('until', sa.Date(), nullable=False),
    sa.Column('agreed', sa.Boolean(), nullable=False),
    sa.Column('ended', sa.Boolean(), server_default='0', nullable=False),
    sa.ForeignKeyConstraint(['group_id'], ['groups.id'], name=op.f('fk_absences_group_id')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_absences_person_id')),
    sa.ForeignKeyConstraint(['stand_in_id'], ['people.id'], name=op.f('fk_absences_stand_in_id')),
    sa.PrimaryKeyConstraint('group_id', 'number', name=op.f('pk_absences'))
    )
