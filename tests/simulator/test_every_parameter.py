"""Every parameter of every published method is checked: a plausible call passes, a wrong type doesn't."""

from typing import Any

from simulator.api.schema import published
from simulator.refusal import Refusal

API = published()
PLAIN: dict[str, Any] = {
    "Integer": 1,
    "Float": 1.5,
    "Boolean": True,
    "True": True,
    "String": "x" * 20,
    "InputFile": "x",
}
WRONG: dict[str, Any] = {"Integer": {}, "Float": {}, "Boolean": [], "True": [], "String": {}, "InputFile": {}}


def plausible(field: dict[str, Any]) -> Any:
    """A value that the field may hold, with no more in it than must be."""
    if "const" in field or "enum" in field:
        return field.get("const") or field["enum"][0]
    kind = field["types"][0]
    if kind.startswith("Array of "):
        return [plausible({"types": [kind.removeprefix("Array of ")]})]
    if kind == "String":
        return "x" * min(max(field.get("min_length", 1), 1), field.get("max_length", 1))
    if kind == "Integer":
        return field.get("minimum", 1)
    if kind in PLAIN:
        return PLAIN[kind]
    first = API._types[kind]
    if first.get("subtypes"):
        return plausible({"types": [first["subtypes"][0]]})
    return {name: plausible(each) for name, each in first["fields"].items() if each.get("required") or "const" in each}


def required(method: str) -> dict[str, Any]:
    return {name: plausible(field) for name, field in API._methods[method].items() if field.get("required")}


def refuses(method: str, call: dict[str, Any]) -> bool:
    try:
        API.read(method, call)
    except Refusal as refused:
        return refused.status == 400
    return False


def test_a_plausible_call_of_each_method_passes() -> None:
    for method in API.methods:
        values, unknown = API.read(method, {**required(method), "colour": "red"})
        assert values.keys() == required(method).keys() and unknown == ("colour",)


def test_each_required_parameter_is_missed() -> None:
    passed = [
        (method, name)
        for method in API.methods
        for name in required(method)
        if not refuses(method, {other: value for other, value in required(method).items() if other != name})
    ]
    assert passed == []


def test_a_wrong_type_of_any_parameter_is_refused() -> None:
    passed = [
        (method, name)
        for method in API.methods
        for name, field in API._methods[method].items()
        if not refuses(method, {**required(method), name: WRONG.get(field["types"][0], 7)})
    ]
    assert passed == []


def test_a_text_or_number_out_of_its_limits_is_refused() -> None:
    passed = []
    for method in API.methods:
        for name, field in API._methods[method].items():
            if "max_length" in field and "measured" not in field and name != "secret_token":
                passed += [name] * (not refuses(method, {**required(method), name: "x" * (field["max_length"] + 1)}))
            if "maximum" in field and name not in ("limit", "max_connections"):
                passed += [name] * (not refuses(method, {**required(method), name: field["maximum"] + 1}))
    assert passed == []
