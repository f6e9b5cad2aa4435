"""What old notes say of an idea."""

import sqlalchemy as sa
from alembic import op

revision = '0008'
down_revision = '0007'


def upgrade() -> None:
    """Bring the schema forward."""
    op.create_table('past',
    sa.Column('group_id', sa.BigInteger(), nullable=False),
    sa.Column('idea', sa.Integer(), nullable=False),
    sa.Column('on', sa.Date(), nullable=True),
    sa.Column('when', sa.String(), nullable=False),
    sa.Column('decision', sa.String(), nullable=True),
    sa.Column('reason', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['group_id', 'idea'], ['ideas.group_id', 'ideas.number'], name=op.f('fk_past_group_id_idea')),
    sa.PrimaryKeyConstraint('group_id', 'idea', name=op.f('pk_past'))
    )
