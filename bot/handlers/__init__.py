"""Routers, one feature a file; each is made by a factory, since a router attaches once."""
