"""The admins' windows: one menu, and behind it people, invitations, broadcasts, models, the log."""
