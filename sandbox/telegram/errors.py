"""What the Bot API answers instead of a result."""


class BotApiError(Exception):
    """One `{"ok": false}` answer: HTTP status and error_code, and Telegram's own words."""

    def __init__(self, code: int, description: str, retry_after_seconds: int | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.retry_after_seconds = retry_after_seconds


class BadRequestError(BotApiError):
    """400; the description is given without its "Bad Request: " prefix."""

    def __init__(self, what: str) -> None:
        super().__init__(400, f"Bad Request: {what}")


class ConflictError(BotApiError):
    """409: two ways of receiving updates at once."""

    def __init__(self, what: str) -> None:
        super().__init__(409, f"Conflict: {what}")


class EntityParseError(BadRequestError):
    """The text does not follow its parse mode."""

    def __init__(self, what: str) -> None:
        super().__init__(f"can't parse entities: {what}")
