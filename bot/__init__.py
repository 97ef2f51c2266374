"""The Telegram edge: updates in, dialogs and answers out."""
