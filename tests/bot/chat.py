"""A chat in memory: a person, the dispatcher under test, and a bot whose calls are kept."""

from datetime import UTC, datetime
from typing import Any

from aiogram import Bot, Dispatcher
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import (
    AnswerCallbackQuery,
    CopyMessage,
    DeleteMessage,
    EditMessageCaption,
    EditMessageMedia,
    EditMessageReplyMarkup,
    EditMessageText,
    SendDocument,
    SendMessage,
    SendPhoto,
    TelegramMethod,
)
from aiogram.types import Chat, InlineKeyboardMarkup, Message, MessageId, PhotoSize, Update, User
from aiogram_dialog.test_tools.bot_client import BotClient
from aiogram_dialog.test_tools.keyboard import InlineButtonTextLocator

from bot.i18n import Language

BOT_USER = User(id=42, is_bot=True, first_name="Bot", username="expertise_bot")
PHOTO = PhotoSize(file_id="photo", file_unique_id="photo", width=1, height=1)
START = datetime(2026, 1, 1, tzinfo=UTC)


class KeptBot(Bot):
    """Keeps what it is told to say, as strict about no change as Telegram is."""

    def __init__(self) -> None:
        super().__init__("42:" + "x" * 30)
        self.shown: dict[int, Message] = {}
        self.heard: dict[int, Message] = {}
        self.toasts: list[str | None] = []
        self.calls: list[TelegramMethod[Any]] = []
        self.fails_with: Exception | None = None
        self._last_id = 1000

    @property
    def last(self) -> Message:
        return self.shown[max(self.shown)]

    @property
    def documents(self) -> list[SendDocument]:
        return [call for call in self.calls if isinstance(call, SendDocument)]

    @property
    def copied_to(self) -> list[int]:
        return [int(call.chat_id) for call in self.calls if isinstance(call, CopyMessage)]

    async def __call__(
        self, method: TelegramMethod[Any], request_timeout: int | None = None
    ) -> Any:
        self.calls.append(method)
        if self.fails_with:
            raise self.fails_with
        match method:
            case SendMessage() | SendPhoto() | SendDocument() | CopyMessage():
                return self._send(method)
            case (
                EditMessageCaption()
                | EditMessageMedia()
                | EditMessageText()
                | EditMessageReplyMarkup()
            ):
                return self._edit(method, self._known(method, method.message_id))
            case DeleteMessage():
                del self.shown[self._known(method, method.message_id).message_id]
            case AnswerCallbackQuery():
                self.toasts.append(method.text)
        return True

    def _send(self, method: SendMessage | SendPhoto | SendDocument | CopyMessage) -> Any:
        self._last_id += 1
        match method:
            case SendMessage():
                return self._show(self._last_id, method, method.text, method.reply_markup)
            case CopyMessage():
                self._show(self._last_id, method, f"copy of {method.message_id}", None)
                return MessageId(message_id=self._last_id)
        return self._show(self._last_id, method, method.caption, method.reply_markup)

    def _edit(
        self,
        method: EditMessageCaption | EditMessageMedia | EditMessageText | EditMessageReplyMarkup,
        old: Message,
    ) -> Message:
        match method:
            case EditMessageCaption():
                if not old.photo:
                    raise TelegramBadRequest(method, "Bad Request: there is no caption to edit")
                text = method.caption
            case EditMessageMedia():
                text = method.media.caption
            case EditMessageText():
                if old.photo:
                    raise TelegramBadRequest(
                        method, "Bad Request: there is no text in the message to edit"
                    )
                if (old.text, old.reply_markup) == (method.text, method.reply_markup):
                    raise TelegramBadRequest(method, "Bad Request: message is not modified")
                text = method.text
            case EditMessageReplyMarkup():
                text = old.caption or old.text or ""
        return self._show(old.message_id, method, text, method.reply_markup)

    def _known(self, method: TelegramMethod[Any], message_id: int | None) -> Message:
        if message_id not in self.shown:
            raise TelegramBadRequest(method, "Bad Request: message to edit not found")
        return self.shown[message_id]

    def _replied(self, message_id: int, method: Any) -> Message | None:
        """An edit leaves the reply as it was."""
        if message_id in self.shown:
            return self.shown[message_id].reply_to_message
        reply = getattr(method, "reply_parameters", None)
        return self.heard.get(reply.message_id) if reply else None

    def _show(self, message_id: int, method: Any, text: str | None, reply_markup: Any) -> Message:
        markup = reply_markup if isinstance(reply_markup, InlineKeyboardMarkup) else None
        is_photo = isinstance(method, SendPhoto | EditMessageMedia) or (
            message_id in self.shown and self.shown[message_id].photo is not None
        )
        message = Message(
            message_id=message_id,
            date=START,
            chat=Chat(id=int(method.chat_id), type="private"),
            from_user=BOT_USER,
            **({"caption": text, "photo": [PHOTO]} if is_photo else {"text": text}),
            reply_markup=markup,
            reply_to_message=self._replied(message_id, method),
        ).as_(self)
        self.shown[message_id] = message
        return message


class Person:
    """One person in a private chat with the bot."""

    def __init__(
        self, dispatcher: Dispatcher, bot: KeptBot, language: Language = "ru", user_id: int = 1
    ) -> None:
        self.bot = bot
        self._dispatcher = dispatcher
        self._sent = 0
        self._client = BotClient(dispatcher, user_id=user_id, chat_id=user_id, bot=bot)
        self._client.user = User(id=user_id, is_bot=False, first_name="P", language_code=language)

    async def says(self, text: str) -> Message:
        return await self.sends(text=text)

    async def sends(self, **content: Any) -> Message:
        self._sent += 1
        about: dict[str, Any] = {
            "message_id": 500_000 + self._sent,
            "date": START,
            "chat": self._client.chat,
        }
        message = Message(**(about | {"from_user": self._client.user} | content))
        self.bot.heard[message.message_id] = message
        update = Update(update_id=500_000 + self._sent, message=message)
        await self._dispatcher.feed_update(self.bot, update)
        return self.bot.last

    async def taps(self, label: str, message: Message | None = None) -> Message:
        """Taps the first button whose label has these words."""
        locator = InlineButtonTextLocator(f".*{label}.*")
        await self._client.click(message or self.bot.last, locator)
        await self._take_again()
        return self.bot.last

    async def _take_again(self) -> None:
        """What the inbox would give after the update that asked for it."""
        waiting: list[Update] = self._dispatcher["take_again"].waiting
        while waiting:
            await self._dispatcher.feed_update(self.bot, waiting.pop(0))


def labels(message: Message) -> list[str]:
    rows = message.reply_markup.inline_keyboard if message.reply_markup else []
    return [button.text for row in rows for button in row]
