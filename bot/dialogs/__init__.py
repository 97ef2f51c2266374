"""The dialogs: windows, getters and what their buttons do."""
