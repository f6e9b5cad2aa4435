"""Runs migrations on the connection it is given; alembic asks for this file by its name."""

from typing import Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlalchemy import TypeDecorator

from storage.tables import all_tables


def _plain_types(kind: str, thing: object, autogen: AutogenContext) -> str | Literal[False]:  # noqa: ARG001
    """A migration names the column types that were there when it was written, never types of ours that may change."""
    if kind == "type" and isinstance(thing, TypeDecorator):
        return f"sa.{thing.impl_instance!r}"
    return False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=all_tables(),
    render_as_batch=True,
    render_item=_plain_types,
    compare_type=True,
)
context.run_migrations()
