"""Answers are found without reading those of all groups, and lines of the history by what they are about."""

from alembic import op

revision = '0026'
down_revision = '0025'


def upgrade() -> None:
    op.create_index('ix_answers_idea', 'answers', ['group_id', 'idea'])
    op.create_index('ix_changes_thing', 'changes', ['group_id', 'thing', 'thing_number', 'number'])
