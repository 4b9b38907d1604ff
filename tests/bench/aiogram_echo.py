"""An aiogram echo, bare: it stores nothing. With STORE=1 it writes each message with SQLAlchemy's async ORM."""

import asyncio
import os

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import Message

dispatcher = Dispatcher()
STORE = os.environ.get("STORE") == "1"
if STORE:
    from sqlalchemy import event
    from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
    from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

    class Base(DeclarativeBase):
        pass

    class Runner(Base):
        __tablename__ = "runners"
        id: Mapped[int] = mapped_column(primary_key=True)
        sets: Mapped[int] = mapped_column(default=0)

    class Set(Base):
        __tablename__ = "sets"
        id: Mapped[int] = mapped_column(primary_key=True)
        runner_id: Mapped[int]
        text: Mapped[str]

    engine = create_async_engine(os.environ["DATABASE_URL"].replace("sqlite:", "sqlite+aiosqlite:"))
    session = async_sessionmaker(engine, expire_on_commit=False)

    @event.listens_for(engine.sync_engine, "connect")
    def connect(connection, _record) -> None:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA busy_timeout=20000")


async def store(message: Message) -> None:
    async with session() as db, db.begin():
        runner = await db.get(Runner, message.chat.id)
        if runner is None:
            runner = Runner(id=message.chat.id, sets=0)
            db.add(runner)
        db.add(Set(runner_id=message.chat.id, text=message.text))
        runner.sets += 1


@dispatcher.message()
async def echo(message: Message) -> None:
    if STORE:
        await store(message)
    await message.answer(message.text)


async def main() -> None:
    if STORE:
        async with engine.begin() as db:
            await db.run_sync(Base.metadata.create_all)
    api = TelegramAPIServer.from_base(os.environ["TELEGRAM_API_URL"])
    bot = Bot(os.environ["BOT_TOKEN"], session=AiohttpSession(api=api))
    await dispatcher.start_polling(bot, handle_signals=True)


if __name__ == "__main__":
    asyncio.run(main())
