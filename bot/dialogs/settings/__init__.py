"""/settings: language, role, blind mode, vacancy and consent, in one message."""
