"""Many resumes at once: collected, looked into, read, scored and ranked."""
