"""Messages as text and keyboards, made from the domain's nouns."""
