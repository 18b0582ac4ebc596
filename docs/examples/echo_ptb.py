"""An echo bot with python-telegram-bot. Start the simulator, then: python echo_ptb.py http://127.0.0.1:8090"""

import sys

from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters

TOKEN = "123456:any-token-of-this-form-will-do"


async def echo(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    await update.message.reply_text(update.message.text)


def main(simulator: str) -> None:
    builder = Application.builder().token(TOKEN)
    builder = builder.base_url(f"{simulator}/bot").base_file_url(f"{simulator}/file/bot")
    application = builder.build()
    application.add_handler(MessageHandler(filters.TEXT, echo))
    application.run_polling()


if __name__ == "__main__":
    main(sys.argv[1])
