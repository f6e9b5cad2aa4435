"""Messages are found by what they are about, by their question, and in private, without reading all that was said."""

import sqlalchemy as sa
from alembic import op

revision = '0029'
down_revision = '0028'


def upgrade() -> None:
    def some(name: str, which: str, *columns: str) -> None:
        those = sa.text(which)
        op.create_index(name, 'outbox', list(columns), sqlite_where=those, postgresql_where=those)

    some('ix_outbox_thing', "state = 'sent' AND thing IS NOT NULL", 'group_id', 'thing', 'thing_number')
    some('ix_outbox_question', 'question_id IS NOT NULL', 'question_id')
    some('ix_outbox_private', "substr(lane, 1, 1) = '@'", 'lane', 'id')
    some('ix_outbox_last_words', "substr(key, 1, 10) = 'forgotten:'", 'id')
    op.create_index('ix_nudges_thing', 'nudges', ['group_id', 'thing', 'thing_number'])
