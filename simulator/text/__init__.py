"""Text as Telegram has it: entities, lengths in UTF-16 units, markup."""
