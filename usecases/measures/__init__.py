"""Arithmetic of figures with their uncertainty; pure functions, the same on every run."""
