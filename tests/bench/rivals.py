"""Echo bots to compare with: stock python-telegram-bot, aiogram, and aiogram with the async ORM writing the same."""

from __future__ import annotations

import asyncio
import logging
import sys

TOKEN = "700000001:stand-in-Telegram-on-your-own-machine"


def ptb(base: str) -> None:
    from telegram.ext import Application, MessageHandler, filters

    async def echo(update, context):
        await update.message.reply_text(update.message.text)

    logging.disable(logging.WARNING)
    app = (
        Application.builder().token(TOKEN).base_url(f"{base}/bot").concurrent_updates(256).connection_pool_size(256)
        .pool_timeout(30).build()
    )  # fmt: skip
    app.add_handler(MessageHandler(filters.TEXT, echo))
    app.run_polling()


def aiogram(base: str, database: str | None = None) -> None:
    from aiogram import Bot, Dispatcher
    from aiogram.client.session.aiohttp import AiohttpSession
    from aiogram.client.telegram import TelegramAPIServer

    dispatcher = Dispatcher()
    keep = None

    @dispatcher.message()
    async def echo(message):
        if keep is not None:
            await keep(message)
        await message.answer(message.text)

    async def main():
        nonlocal keep
        if database:
            keep = await orm(database)
        bot = Bot(TOKEN, session=AiohttpSession(api=TelegramAPIServer.from_base(base), limit=256))
        await dispatcher.start_polling(bot, handle_signals=False)

    asyncio.run(main())


async def orm(database: str):
    """The usual way: async ORM, a person, a workout, a set, one transaction per message."""
    from sqlalchemy import ForeignKey, event, func, select
    from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
    from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

    class Base(DeclarativeBase):
        pass

    class Person(Base):
        __tablename__ = "person"
        id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
        name: Mapped[str]

    class Workout(Base):
        __tablename__ = "workout"
        id: Mapped[int] = mapped_column(primary_key=True)
        person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
        made: Mapped[int] = mapped_column(default=0)

    class Set(Base):
        __tablename__ = "sets"
        id: Mapped[int] = mapped_column(primary_key=True)
        workout_id: Mapped[int] = mapped_column(ForeignKey("workout.id"), index=True)
        update_id: Mapped[int] = mapped_column(unique=True)
        text: Mapped[str]

    engine = create_async_engine(f"sqlite+aiosqlite:///{database}", connect_args={"timeout": 30})

    @event.listens_for(engine.sync_engine, "connect")
    def connect(raw, _):
        cursor = raw.cursor()
        cursor.execute("PRAGMA journal_mode=WAL")
        cursor.execute("PRAGMA synchronous=FULL")
        cursor.close()

    async with engine.begin() as db:
        await db.run_sync(Base.metadata.create_all)
    sessions = async_sessionmaker(engine, expire_on_commit=False)
    lock = asyncio.Lock()

    async def keep(message):
        async with lock, sessions() as session, session.begin():
            person = await session.get(Person, message.from_user.id)
            if person is None:
                session.add(Person(id=message.from_user.id, name=message.from_user.first_name))
                session.add(Workout(person_id=message.from_user.id, made=0))
                await session.flush()
            workout = (
                await session.scalars(select(Workout).where(Workout.person_id == message.from_user.id))
            ).one()
            await session.scalar(select(func.count()).select_from(Set).where(Set.workout_id == workout.id))
            session.add(Set(workout_id=workout.id, update_id=message.message_id, text=message.text))
            workout.made += 1

    return keep


if __name__ == "__main__":
    {"ptb": ptb, "aiogram": aiogram, "orm": aiogram}[sys.argv[1]](*sys.argv[2:])
