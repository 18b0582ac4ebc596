"""A link as a QR code: a picture for a phone's screen, text for a terminal."""

import io

import segno

_QUIET = 4  # modules of blank around the code; ISO/IEC 18004 asks for four
_WIDTH = 720  # about so many pixels: sharp on a phone, and small enough to send at once
_WHITE_ON_BLACK, _PLAIN = "\x1b[97;40m", "\x1b[0m"


def picture(link: str) -> bytes:
    """A PNG, black on white, with its quiet zone. Raises ValueError for an empty link or one too long."""
    code = _code(link)
    modules = code.symbol_size(border=_QUIET)[0]
    out = io.BytesIO()
    code.save(out, kind="png", scale=max(1, _WIDTH // modules), border=_QUIET)
    return out.getvalue()


def terminal(link: str) -> str:
    """The code in half blocks, a line each, for dark and light terminals. Raises ValueError as ``picture`` does."""
    out = io.StringIO()
    _code(link).terminal(out, border=_QUIET, compact=True)
    # The blocks draw what is light, so the colours are set: black on white would be read as its negative.
    return "".join(f"{_WHITE_ON_BLACK}{line}{_PLAIN}\n" for line in out.getvalue().splitlines() if line)


def _code(link: str) -> segno.QRCode:
    if not link:
        raise ValueError("a QR code needs a link")
    return segno.make_qr(link, error="m")
