"""Draws what the bot shows: docs/screens and docs/dialogs.md, from its own windows and texts."""
