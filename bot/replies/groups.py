"""What the bot says in a group: that it works in private chats."""

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, User

from bot.i18n import Html, Translator


def invitation_to_private_chat(
    translator: Translator, bot_user: User
) -> tuple[Html, InlineKeyboardMarkup]:
    link = f"https://t.me/{bot_user.username}?start=group"
    button = InlineKeyboardButton(text=translator.plain("button-private-chat"), url=link)
    return translator.html("group-hint"), InlineKeyboardMarkup(inline_keyboard=[[button]])
