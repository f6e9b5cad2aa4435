"""Where a platform's app is installed, and who is about to install it."""

import sqlalchemy as sa
from alembic import op

revision = '0007'
down_revision = '0006'


def upgrade() -> None:
    """Bring the schema forward."""
    op.create_table('installations',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('platform', sa.String(), nullable=False),
    sa.Column('holder', sa.String(), nullable=False),
    sa.Column('whole', sa.Boolean(), nullable=False),
    sa.Column('app', sa.String(), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('bot_user', sa.String(), nullable=False),
    sa.Column('bot_id', sa.String(), nullable=False),
    sa.Column('bot_name', sa.String(), nullable=False),
    sa.Column('scopes', sa.Text(), nullable=False),
    sa.Column('installed_by', sa.String(), nullable=False),
    sa.Column('installed_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('token', sa.Text(), nullable=False),
    sa.Column('state', sa.String(), nullable=False),
    sa.Column('ended_at', sa.DateTime(timezone=True), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_installations')),
    sa.UniqueConstraint('platform', 'holder', 'app', name=op.f('uq_installations_platform_holder_app'))
    )
    op.create_table('workspaces',
    sa.Column('platform', sa.String(), nullable=False),
    sa.Column('tenant', sa.String(), nullable=False),
    sa.Column('organisation', sa.String(), nullable=False),
    sa.PrimaryKeyConstraint('platform', 'tenant', name=op.f('pk_workspaces'))
    )
    op.create_table('begun_installations',
    sa.Column('proof', sa.String(), nullable=False),
    sa.Column('until', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('proof', name=op.f('pk_begun_installations'))
    )
