"""Makes bot-api.json out of the published Bot API: names, types, limits; no prose.

python -m simulator.api.slim published.json > simulator/api/bot-api.json
"""

import json
import sys
from pathlib import Path
from typing import Any

_KEPT_LIMITS = ("min_length", "max_length", "unit", "measured", "minimum", "maximum", "enum")


def slim(published: dict[str, Any]) -> dict[str, Any]:
    """Methods with their parameters, and the types that parameters and updates are made of."""
    types = published["types"]
    methods = {name: _fields(method) for name, method in published["methods"].items()}
    wanted = {base(kind) for fields in methods.values() for field in fields.values() for kind in field["types"]}
    kept: dict[str, Any] = {}
    while wanted:
        name = wanted.pop()
        if name in kept or name not in types:
            continue
        kept[name] = {"fields": _fields(types[name])}
        if types[name].get("subtypes"):
            kept[name]["subtypes"] = types[name]["subtypes"]
        wanted |= {base(kind) for field in kept[name]["fields"].values() for kind in field["types"]}
        wanted |= set(types[name].get("subtypes") or ())
    updates = [field["name"] for field in types["Update"]["fields"] if field["name"] != "update_id"]
    return {"version": published["version"], "methods": methods, "types": kept, "updates": updates}


def base(kind: str) -> str:
    """``Array of Array of X`` → ``X``."""
    return kind.rsplit("Array of ", maxsplit=1)[-1]


def _fields(owner: dict[str, Any]) -> dict[str, Any]:
    return {field["name"]: _field(field) for field in owner.get("fields", ())}


def _field(field: dict[str, Any]) -> dict[str, Any]:
    kept: dict[str, Any] = {"types": field["types"]}
    if field["required"]:
        kept["required"] = True
    for name in _KEPT_LIMITS:
        if name in field.get("constraints", {}):
            kept[name] = field["constraints"][name]
    description = field.get("description", "")
    if field["name"] == "type" and ", must be " in description:
        kept["const"] = description.rsplit(", must be ", 1)[1].split(" ")[0].strip("“”\"'.")
    return kept


def main(argv: list[str]) -> int:
    """Writes the slimmed API to standard output; 2 if it was not told what to read."""
    if len(argv) != 2:
        sys.stderr.write("usage: python -m simulator.api.slim published.json\n")
        return 2
    published = json.loads(Path(argv[1]).read_text(encoding="utf-8"))
    json.dump(slim(published), sys.stdout, separators=(",", ":"), sort_keys=True)
    sys.stdout.write("\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv))
