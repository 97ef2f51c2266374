"""An objection to a score: one question, why, which may stay without an answer."""
