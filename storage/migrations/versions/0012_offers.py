"""What was noticed in ordinary talk, until its speaker answers."""

import sqlalchemy as sa
from alembic import op

revision = '0012'
down_revision = '0011'


def upgrade() -> None:
    """Bring the schema forward."""
    op.create_table(
        "hunches",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("group_id", sa.BigInteger(), nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("chat", sa.String(), nullable=False),
        sa.Column("message", sa.String(), nullable=False),
        sa.Column("thing", sa.String(), nullable=True),
        sa.Column("thing_number", sa.Integer(), nullable=True),
        sa.Column("things", sa.Text(), nullable=False),
        sa.Column("mentions", sa.Text(), nullable=False),
        sa.Column("open", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name=op.f("fk_hunches_group_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_hunches_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hunches")),
        sa.UniqueConstraint("group_id", "chat", "message", name=op.f("uq_hunches_group_id_chat_message")),
    )
    op.create_index(op.f("ix_hunches_at"), "hunches", ["at"], unique=False)
