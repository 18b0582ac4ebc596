"""What the Bot API says when it refuses."""

TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


class Refusal(Exception):
    """An answer that is not ok: HTTP status, description, and ``parameters`` for the bot if there are any."""

    def __init__(self, status: int, description: str, parameters: dict[str, int] | None = None) -> None:
        super().__init__(description)
        self.status = status
        self.description = description
        self.parameters = parameters


def bad(text: str, parameters: dict[str, int] | None = None) -> Refusal:
    """A 400. Telegram begins it with a small letter, unless it is a name in capitals."""
    named = text[1:2] == "_" or text[1:2].isupper()
    return Refusal(400, f"Bad Request: {text if named else text[:1].lower() + text[1:]}", parameters)


def forbidden(text: str) -> Refusal:
    """A 403."""
    return Refusal(403, f"Forbidden: {text}")


def not_built(what: str) -> Refusal:
    """A 501: Telegram can do this and the simulator can't; it says so rather than shrug."""
    return Refusal(501, f"Not Implemented: the simulator does not know {what}")
