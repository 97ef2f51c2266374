"""The loop that makes a model the user's own: verdicts -> rows -> an adapter -> a comparison."""
