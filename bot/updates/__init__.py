"""Updates: taken in durably, then handled in order per chat."""
