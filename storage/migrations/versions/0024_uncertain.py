"""What may have been said is found without reading all that ever was."""

import sqlalchemy as sa
from alembic import op

revision = '0024'
down_revision = '0012'


def upgrade() -> None:
    """Bring the schema forward."""
    op.create_index(
        op.f("ix_outbox_uncertain"), "outbox", ["id"], unique=False,
        sqlite_where=sa.text("state = 'uncertain'"), postgresql_where=sa.text("state = 'uncertain'"),
    )
