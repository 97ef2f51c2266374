"""Commands of admins; to everybody else they are unknown commands."""
