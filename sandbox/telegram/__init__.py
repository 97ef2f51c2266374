"""Telegram's side of the talk, in memory: people, chats, messages, files, updates, rules."""
