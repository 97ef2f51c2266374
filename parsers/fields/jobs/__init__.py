"""How the lines of an experience section become jobs, one module a shape."""
