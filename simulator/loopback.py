"""Whether an address is this machine's own."""

from ipaddress import ip_address


def is_loopback(host: str) -> bool:
    """Only this machine can reach it, and nothing else is reached by it."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False
