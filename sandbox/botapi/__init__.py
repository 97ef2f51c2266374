"""The bot's door: /bot<token>/<method> and /file/bot<token>/<path>, as api.telegram.org."""
