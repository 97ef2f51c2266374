"""A local Bot API server with a chat page: the bot runs and is tested without Telegram.

Needs only aiohttp. Nothing else of this project is imported here, so what passes against
the sandbox passes over HTTP.
"""
