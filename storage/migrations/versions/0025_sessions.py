"""A turn is over as soon as its session is gone; what is looked for at each tick has an index of its own."""

import sqlalchemy as sa
from alembic import op

revision = '0025'
down_revision = '0024'


def upgrade() -> None:
    """Bring the schema forward."""
    op.add_column("leases", sa.Column("session", sa.DateTime(timezone=True), nullable=True))
    op.drop_index(op.f("ix_nudges_state"), table_name="nudges")
    op.drop_index(op.f("ix_promises_look_at"), table_name="promises")
    for name, table, columns, where in (
        ("ix_promises_look_at", "promises", ["look_at", "id"], "look_at IS NOT NULL"),
        ("ix_nudges_waiting", "nudges", ["person_id", "id"], "state = 'waiting'"),
        ("ix_outbox_sending", "outbox", ["id"], "state = 'sending'"),
        ("ix_outbox_resting", "outbox", ["not_before"], "state = 'resting'"),
        ("ix_outbox_hunch", "outbox", ["id"], "thing = 'hunch'"),
    ):
        op.create_index(
            op.f(name), table, columns, unique=False, sqlite_where=sa.text(where), postgresql_where=sa.text(where)
        )
