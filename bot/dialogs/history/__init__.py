"""A person's own analyses: pages, one answer again, deletion after a question."""
