"""One file a schema change; a published one is never edited."""
