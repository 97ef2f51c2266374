"""What insights are made of: changes to try, claims to ask about, and the arithmetic of groups."""
