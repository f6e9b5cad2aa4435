"""All tables, found by their files: what migrations are compared with."""

from importlib import import_module
from pkgutil import iter_modules

from sqlalchemy import MetaData

from storage.schema import metadata


def all_tables() -> MetaData:
    """The metadata, once every file of this room has put its tables into it."""
    for module in iter_modules(import_module("storage").__path__):
        if module.name != "migrations":
            import_module(f"storage.{module.name}")
    return metadata
