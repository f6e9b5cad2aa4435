"""USUAL: the same command as most bots are written: python-telegram-bot and SQLAlchemy's async ORM on aiosqlite."""

import asyncio
import json
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar

from sqlalchemy import ForeignKey, UniqueConstraint, event, select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from telegram import Update
from telegram.ext import ContextTypes

from tests.benchmarks.floor import application
from tests.benchmarks.messages import SENT

T = TypeVar("T", bound="Base")
DUE = date(2026, 5, 26)


class Base(DeclarativeBase):
    """The tables of it."""


class HeardRow(Base):
    """An update that was heard."""

    __tablename__ = "heard"
    update: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[datetime]


class GroupRow(Base):
    """A chat."""

    __tablename__ = "groups"
    id: Mapped[int] = mapped_column(primary_key=True)
    chat: Mapped[str] = mapped_column(unique=True)
    last_idea: Mapped[int] = mapped_column(default=0)
    last_change: Mapped[int] = mapped_column(default=0)


class PersonRow(Base):
    """A user."""

    __tablename__ = "people"
    id: Mapped[int] = mapped_column(primary_key=True)
    user: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]


class IdeaRow(Base):
    """An idea."""

    __tablename__ = "ideas"
    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    raiser_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    raised_at: Mapped[datetime]
    text: Mapped[str]
    state: Mapped[str] = mapped_column(default="open")
    due: Mapped[date]


class PromiseRow(Base):
    """What is owed."""

    __tablename__ = "promises"
    __table_args__ = (UniqueConstraint("group_id", "kind", "number"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id"))
    kind: Mapped[str]
    number: Mapped[int]
    due: Mapped[date]
    look_at: Mapped[datetime] = mapped_column(index=True)


class ChangeRow(Base):
    """A line of the history."""

    __tablename__ = "changes"
    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    by_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    what: Mapped[str]
    at: Mapped[datetime]


class OutboxRow(Base):
    """The reply."""

    __tablename__ = "outbox"
    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    group_id: Mapped[int]
    body: Mapped[str]
    state: Mapped[str] = mapped_column(default="pending")


class Ideas:
    """Keeps an idea with a session of its own."""

    async def open(self, folder: Path) -> None:
        """Make the tables."""
        self._engine = create_async_engine(f"sqlite+aiosqlite:///{folder / 'usual.db'}")

        @event.listens_for(self._engine.sync_engine, "connect")
        def pragmas(connection: object, _: object) -> None:
            cursor = connection.cursor()  # type: ignore[attr-defined]
            for pragma in ("journal_mode=WAL", "synchronous=FULL", "busy_timeout=10000"):
                cursor.execute(f"PRAGMA {pragma}")
            cursor.close()

        async with self._engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
        self._sessions = async_sessionmaker(self._engine, expire_on_commit=False)
        self._writes = asyncio.Lock()

    async def keep(self, update: str, chat: str, user: str, name: str, words: str) -> str:
        """One transaction: the idea under its number, and the reply."""
        async with self._writes, self._sessions() as session, session.begin():
            if await session.get(HeardRow, update):
                return "It is on the list already."
            session.add(HeardRow(update=update, at=SENT))
            group = await _one(session, GroupRow, chat=chat)
            person = await _one(session, PersonRow, user=user, name=name)
            group.last_idea += 1
            group.last_change += 1
            n, of = group.last_idea, group.id
            session.add(IdeaRow(group_id=of, number=n, raiser_id=person.id, raised_at=SENT, text=words, due=DUE))
            for kind in ("answer", "idea_still"):
                session.add(PromiseRow(group_id=of, kind=kind, number=n, due=DUE, look_at=SENT))
            session.add(ChangeRow(group_id=of, number=group.last_change, by_id=person.id, what="raised", at=SENT))
            reply = f"Thank you, {name}. Your idea is on the list.\nIdea {n}: {words}"
            session.add(OutboxRow(key=f"{of}:idea {n}", group_id=of, body=reply))
        return reply

    async def close(self) -> None:
        """Let go of the file."""
        await self._engine.dispose()


async def _one(session: AsyncSession, kind: type[T], **values: str) -> T:
    """The row of the first of these values; a new one, if there is none."""
    column, value = next(iter(values.items()))
    found = (await session.execute(select(kind).where(getattr(kind, column) == value))).scalar_one_or_none()
    if found is None:
        found = kind(**values)
        session.add(found)
        await session.flush()
    return found


class Usual:
    """A python-telegram-bot as its examples show it."""

    async def open(self, folder: Path) -> None:
        self._ideas = Ideas()
        await self._ideas.open(folder)
        self._bot = application(self._idea)
        await self._bot.initialize()

    async def take(self, message: bytes) -> None:
        await self._bot.process_update(Update.de_json(json.loads(message), self._bot.bot))

    async def close(self) -> None:
        await self._bot.shutdown()
        await self._ideas.close()

    async def _idea(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        chat, user = update.effective_chat, update.effective_user
        assert chat
        assert user
        words = " ".join(context.args or ())
        await self._ideas.keep(str(update.update_id), str(chat.id), str(user.id), user.first_name, words)
