"""The published models' training: rows and a base of a hub -> a fine-tuned classifier."""
