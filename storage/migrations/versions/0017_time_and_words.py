"""Hours, offers, the group's own words, what people need, organisations that do something, time or money saved."""

import sqlalchemy as sa
from alembic import op

revision = '0017'
down_revision = '0016'


def upgrade() -> None:
    """Bring the schema forward."""
    op.create_table(
        "hours",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("group_id", sa.BigInteger(), nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=True),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("quarters", sa.Integer(), nullable=False),
        sa.Column("pay", sa.String(), nullable=True),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name=op.f("fk_hours_group_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_hours_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hours")),
    )
    op.create_index(op.f("ix_hours_group_id"), "hours", ["group_id"], unique=False)
    op.create_table(
        "offers",
        sa.Column("group_id", sa.BigInteger(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("from_day", sa.Date(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("used_for", sa.Text(), nullable=True),
        sa.Column("used_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name=op.f("fk_offers_group_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_offers_person_id")),
        sa.PrimaryKeyConstraint("group_id", "number", name=op.f("pk_offers")),
    )
    op.create_table(
        "meanings",
        sa.Column("group_id", sa.BigInteger(), nullable=False),
        sa.Column("word", sa.String(), nullable=False),
        sa.Column("said", sa.String(), nullable=False),
        sa.Column("meaning", sa.Text(), nullable=False),
        sa.Column("by_id", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["people.id"], name=op.f("fk_meanings_by_id")),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name=op.f("fk_meanings_group_id")),
        sa.PrimaryKeyConstraint("group_id", "word", name=op.f("pk_meanings")),
    )
    with op.batch_alter_table("groups") as batch:
        batch.add_column(sa.Column("last_offer", sa.Integer(), server_default="0", nullable=False))
    with op.batch_alter_table("needs") as batch:
        batch.add_column(sa.Column("ways", sa.String(), nullable=True))
    with op.batch_alter_table("owners") as batch:
        batch.add_column(sa.Column("organisation", sa.String(), nullable=True))
    with op.batch_alter_table("outcomes") as batch:
        batch.add_column(sa.Column("saved", sa.Text(), nullable=True))
