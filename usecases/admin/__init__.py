"""What admins can ask for; each act is in the audit log before its effect is told."""
