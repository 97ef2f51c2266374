"""Where concrete classes meet: one provider a feature, and the application they make."""

from bot.wiring.application import Application, create_bot

__all__ = ["Application", "create_bot"]
