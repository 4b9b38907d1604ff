"""A stock python-telegram-bot echo, with concurrent updates: it stores nothing."""

import os

from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters


async def echo(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    await update.message.reply_text(update.message.text)


def main() -> None:
    base = os.environ["TELEGRAM_API_URL"]
    builder = (
        Application.builder().token(os.environ["BOT_TOKEN"]).base_url(f"{base}/bot").concurrent_updates(256)
    )
    app = builder.connection_pool_size(512).pool_timeout(60).build()
    app.add_handler(MessageHandler(filters.TEXT, echo))
    app.run_polling()


if __name__ == "__main__":
    main()
