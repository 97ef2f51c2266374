"""What whoever runs the bot looks at: logs, metrics, health."""
