"""The card: what was read, a button to correct each field, and the way to the score."""
