"""What the product is built of: `python -m tests.audit` (`make audit`). Needs no network."""
