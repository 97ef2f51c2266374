"""What happens around every update."""
