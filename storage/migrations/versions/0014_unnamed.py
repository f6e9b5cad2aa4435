"""Ideas without a name: the sealed link to whoever raised each."""

import sqlalchemy as sa
from alembic import op

revision = '0014'
down_revision = '0012'


def upgrade() -> None:
    """Bring the schema forward."""
    op.create_table(
        "unnamed",
        sa.Column("group_id", sa.BigInteger(), nullable=False),
        sa.Column("idea", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("sealed", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id", "idea"], ["ideas.group_id", "ideas.number"], name=op.f("fk_unnamed_group_id_idea")
        ),
        sa.PrimaryKeyConstraint("group_id", "idea", name=op.f("pk_unnamed")),
    )
