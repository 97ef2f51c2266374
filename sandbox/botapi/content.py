"""What a call wants to say: text with its parse mode, files, keyboard, reply."""

import json
from typing import Any

from sandbox.botapi.parameters import Parameters
from sandbox.telegram.chats import Chat
from sandbox.telegram.detection import with_detected_entities
from sandbox.telegram.errors import BadRequestError
from sandbox.telegram.files import FileStore, StoredFile
from sandbox.telegram.formatted_text import Entity, FormattedText, clean, sort_entities
from sandbox.telegram.html_mode import parse_html
from sandbox.telegram.keyboards import read_reply_markup
from sandbox.telegram.messages import SendingOptions

MAX_TEXT_CHARACTERS = 4096
MAX_CAPTION_CHARACTERS = 1024


def read_text(parameters: Parameters, too_long: str) -> FormattedText:
    """A message's text; `too_long` is what Telegram says of it over 4096 characters."""
    formatted = _read_formatted(parameters, "text", "entities")
    if formatted.is_empty:
        raise BadRequestError("message text is empty")
    if len(formatted.text) > MAX_TEXT_CHARACTERS:
        raise BadRequestError(too_long)
    return formatted


def read_caption(parameters: Parameters) -> FormattedText:
    """A caption, which may be empty; at most 1024 characters after its entities are parsed."""
    formatted = _read_formatted(parameters, "caption", "caption_entities")
    if len(formatted.text) > MAX_CAPTION_CHARACTERS:
        raise BadRequestError("message caption is too long")
    return FormattedText() if formatted.is_empty else formatted


def _read_formatted(parameters: Parameters, text_name: str, entities_name: str) -> FormattedText:
    text = parameters.text(text_name)
    mode = parameters.text("parse_mode").lower()
    if mode == "html":
        formatted = parse_html(text)
    elif mode in ("markdown", "markdownv2"):
        raise BadRequestError(f"unsupported parse_mode: the sandbox reads HTML only, not {mode}")
    elif mode:
        raise BadRequestError("unsupported parse_mode")
    else:
        formatted = FormattedText(text, _read_entities(parameters.structure(entities_name)))
    return with_detected_entities(clean(formatted))


def _read_entities(value: Any) -> tuple[Entity, ...]:
    names = ("type", "offset", "length", "url", "language", "custom_emoji_id")
    try:
        return sort_entities(
            Entity(**{name: one[name] for name in names if one.get(name) is not None})
            for one in value or []
        )
    except (TypeError, AttributeError):
        raise BadRequestError("can't parse MessageEntity") from None


def read_markup(parameters: Parameters) -> dict[str, Any] | None:
    """reply_markup, checked; None for none."""
    return read_reply_markup(parameters.values.get("reply_markup"))


def read_options(parameters: Parameters, chat: Chat) -> SendingOptions:
    """Reply and protection; raises BadRequestError where the message replied to is gone."""
    reply = parameters.structure("reply_parameters") or {}
    reply_id = int(reply.get("message_id") or parameters.integer("reply_to_message_id"))
    may_lack = reply.get("allow_sending_without_reply") or parameters.flag(
        "allow_sending_without_reply"
    )
    if reply_id and chat.find(reply_id) is None:
        if not may_lack:
            raise BadRequestError("message to be replied not found")
        reply_id = 0
    return SendingOptions(reply_id or None, is_protected=parameters.flag("protect_content"))


def read_file(files: FileStore, parameters: Parameters, kind: str, reference: str) -> StoredFile:
    """A "photo" or "document" by upload (its field or attach://...) or by file_id."""
    upload = parameters.uploads.get(reference.removeprefix("attach://") or kind)
    if upload is not None:
        if kind == "photo":
            return files.add_photo(upload.content, upload.name)
        return files.add_document(upload.content, upload.name)
    if not reference:
        raise BadRequestError(f"there is no {kind} in the request")
    if reference.startswith(("http://", "https://")):
        raise BadRequestError("failed to get HTTP URL content")
    stored = files.by_id(reference)
    if (stored.photo_size is not None) != (kind == "photo"):
        raise BadRequestError("type of file mismatch")
    return stored


def read_media(
    files: FileStore, parameters: Parameters, media: Any
) -> tuple[StoredFile, FormattedText]:
    """One InputMedia object with the uploads of its call."""
    if isinstance(media, str):
        media = json.loads(media)
    kind = media.get("type") if isinstance(media, dict) else None
    if kind not in ("photo", "document"):
        raise BadRequestError(f"unsupported media type: the sandbox has no {kind}")
    caption = read_caption(Parameters(media))
    return read_file(files, parameters, kind, str(media.get("media") or "")), caption
