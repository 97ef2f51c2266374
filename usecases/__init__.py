"""What a person can do with the product, one class a file, without Telegram, torch or SQL."""
