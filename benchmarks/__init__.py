"""Speed and memory, measured; every script prints its table and, as its last line, one JSON."""

import os

# As inference.assessor does for the program: read once, when torch loads its OpenMP.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
