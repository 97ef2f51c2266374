"""The people's door: /sandbox/... for the chat page, the client and tests."""
