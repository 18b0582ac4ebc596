"""What bots talk to: the Bot API over HTTP."""
