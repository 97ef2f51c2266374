"""How good the scores are, told honestly."""
