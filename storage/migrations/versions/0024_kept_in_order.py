"""What may have been said is found without reading all that ever was; when a group was new; when the bot was awake."""

import sqlalchemy as sa
from alembic import op

revision = '0024'
down_revision = '0023'


def upgrade() -> None:
    """Bring the schema forward."""
    op.create_index(
        op.f("ix_outbox_uncertain"), "outbox", ["id"], unique=False,
        sqlite_where=sa.text("state = 'uncertain'"), postgresql_where=sa.text("state = 'uncertain'"),
    )
    with op.batch_alter_table("groups") as groups:
        groups.add_column(sa.Column("born_at", sa.DateTime(timezone=True), nullable=True))
        groups.add_column(sa.Column("born_by_id", sa.BigInteger(), nullable=True))
        groups.create_foreign_key(op.f("fk_groups_born_by_id"), "people", ["born_by_id"], ["id"])
    op.create_index(op.f("ix_groups_born_at"), "groups", ["born_at"], unique=False)
    op.create_table(
        "beats",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_beats")),
    )
