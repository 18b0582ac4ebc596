"""Reads what was asked for in JSON. Every error names the field."""

from datetime import datetime
from typing import Any

Json = dict[str, Any]


class Asked:
    """A JSON object whose fields are taken one by one; ``done`` complains of those that nobody took."""

    def __init__(self, fields: Json) -> None:
        self._fields = dict(fields)

    def text(self, name: str, default: str | None = None) -> str:
        """A text. Raises ValueError if it is none, or missing without a default."""
        return str(self._take(name, str, default))

    def number(self, name: str, default: int | None = None) -> int:
        """A whole number."""
        return int(self._take(name, int, default))

    def real(self, name: str, default: float | None = None) -> float:
        """A number."""
        return float(self._take(name, (int, float), default))

    def counted(self, name: str, default: int) -> int:
        """A whole number of an address's query, where everything is text."""
        text = self.text(name, str(default))
        if not text.isdecimal():
            raise ValueError(f'"{name}" is {text!r}, which is no number')
        return int(text)

    def truth(self, name: str, default: bool | None = None) -> bool:
        """True or false."""
        return bool(self._take(name, bool, default))

    def list(self, name: str) -> list[Any]:
        """A list; empty where there is none."""
        return list(self._take(name, list, []))

    def object(self, name: str) -> Json:
        """An object; empty where there is none."""
        return dict(self._take(name, dict, {}))

    def moment(self, name: str) -> datetime | None:
        """A moment with its zone, as ISO 8601; None where there is none."""
        if name not in self._fields:
            return None
        moment = datetime.fromisoformat(self.text(name))
        if moment.tzinfo is None:
            raise ValueError(f'"{name}" needs a zone, as in 2026-03-01T09:00:00+00:00')
        return moment

    def __contains__(self, name: str) -> bool:
        return self._fields.get(name) is not None

    def done(self) -> None:
        """Raises ValueError if there is a field that nobody knows."""
        if self._fields:
            raise ValueError(f"nobody knows {', '.join(sorted(self._fields))}")

    def _take(self, name: str, kind: type | tuple[type, ...], default: Any) -> Any:
        value = self._fields.pop(name, None)
        if value is None:
            if default is None:
                raise ValueError(f'"{name}" is missing')
            return default
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            raise ValueError(f'"{name}" is {value!r}, which it can\'t be')
        return value
