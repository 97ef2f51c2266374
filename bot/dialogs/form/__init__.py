"""The guided form: one question a field, and the card at its end."""
