"""The chat page: files that are served as they are, with no build step."""
