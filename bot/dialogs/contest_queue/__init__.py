"""The admins' queue of contested scores: one at a time, and a word with the decision."""
