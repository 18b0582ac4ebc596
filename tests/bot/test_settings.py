import os
from pathlib import Path

import pytest

from bot import settings
from bot.commands.setup import settings_file
from bot.settings import SETTINGS, Settings, SettingsError, load

TOKEN = "123456:SIMULATOR-TOKEN-0000000000"


@pytest.fixture(autouse=True)
def _clean(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("STEADY_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


def given(text: str, name: str = "steady.env") -> Path:
    file = Path(name)
    file.write_text(text, encoding="utf-8")
    return file


def errors(file: Path | None = None, *, token_needed: bool = False) -> tuple[str, ...]:
    with pytest.raises(SettingsError) as caught:
        load(file, token_needed=token_needed)
    return caught.value.lines


def test_the_defaults_are_those_of_the_table() -> None:
    given("STEADY_KEY_FILE=steady.key\n")
    found = load()
    assert found == Settings(
        token=None,
        telegram_api="https://api.telegram.org",
        database=Path("data/steady.db"),
        key_file=Path("steady.key"),
        listen=("127.0.0.1", 8081),
        backups=Path("data/backups"),
        file=Path("steady.env"),
    )


def test_the_environment_wins_over_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    given("STEADY_KEY_FILE=none\nSTEADY_DATABASE=from-file.db\n")
    monkeypatch.setenv("STEADY_DATABASE", "from-environment.db")
    assert load().database == Path("from-environment.db")


def test_a_value_in_the_environment_wins_over_a_file_name_in_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    given("123456:FROM-A-SECRET-FILE-000000\n", "token")
    given("STEADY_KEY_FILE=none\nSTEADY_TELEGRAM_TOKEN_FILE=token\n")
    assert load().token == "123456:FROM-A-SECRET-FILE-000000"
    monkeypatch.setenv("STEADY_TELEGRAM_TOKEN", TOKEN)
    assert load().token == TOKEN


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("STEADY_TELEGRAM_TOKEN", TOKEN),
        ("STEADY_TELEGRAM_API", "http://127.0.0.1:9000"),
        ("STEADY_DATABASE", "elsewhere.db"),
        ("STEADY_KEY_FILE", "the.key"),
        ("STEADY_LISTEN", "off"),
    ],
)
def test_each_setting_may_come_from_a_file_of_its_own(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STEADY_KEY_FILE", "none")
    monkeypatch.setenv(name, value)
    direct = load()
    monkeypatch.delenv(name)
    monkeypatch.setenv(f"{name}_FILE", str(given(f"{value}\n", "secret").resolve()))
    assert load() == direct


def test_another_settings_file_can_be_named() -> None:
    file = given("STEADY_KEY_FILE=none\nSTEADY_LISTEN=off\n", "other.env")
    assert load(file).listen is None


def test_all_errors_come_at_once_a_line_each_naming_the_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    given("STEADY_LISTEN=8081\nSTEADY_TELEGRAM_API=ftp://telegram\nSTEADY_LISTNE=off\n")
    monkeypatch.setenv("STEADY_COLOUR", "blue")
    lines = errors(token_needed=True)
    named = [line.partition(":")[0] for line in lines]
    assert sorted(named) == [
        "STEADY_COLOUR",
        "STEADY_KEY_FILE",
        "STEADY_LISTEN",
        "STEADY_LISTNE",
        "STEADY_TELEGRAM_API",
        "STEADY_TELEGRAM_TOKEN",
    ]
    assert all("\n" not in line for line in lines)


def test_an_error_says_what_was_given_what_is_expected_and_an_example() -> None:
    given("STEADY_KEY_FILE=none\nSTEADY_LISTEN=8081\n")
    assert errors() == (
        "STEADY_LISTEN: got '8081'; expected an address and a port, or the word off."
        " Example: STEADY_LISTEN=127.0.0.1:8081",
    )


def test_a_misspelt_setting_is_an_error_with_the_nearest_name() -> None:
    given("STEADY_KEY_FILE=none\nSTEADY_DATABSE=x.db\n")
    assert errors() == ("STEADY_DATABSE: there is no such setting (in steady.env); did you mean STEADY_DATABASE?",)


def test_a_missing_token_is_an_error_only_where_one_is_needed() -> None:
    given("STEADY_KEY_FILE=none\nSTEADY_TELEGRAM_TOKEN=\n")
    assert load().token is None
    (line,) = errors(token_needed=True)
    assert line.startswith("STEADY_TELEGRAM_TOKEN: is not set; expected the token that @BotFather gave you")


@pytest.mark.parametrize(
    "token",
    ["123456:short", "123456:HAS A SPACE IN THE MIDDLE", "１２３456:SIMULATOR-TOKEN-0000000000", "secretsecret"],
)
def test_a_malformed_token_is_refused_and_never_shown(token: str) -> None:
    given(f"STEADY_KEY_FILE=none\nSTEADY_TELEGRAM_TOKEN='{token}'\n")
    (line,) = errors()
    assert line.startswith(f"STEADY_TELEGRAM_TOKEN: got a text of {len(token)} characters;")
    assert token not in line


def test_a_token_in_the_wrong_setting_is_not_shown_either() -> None:
    given(f"STEADY_KEY_FILE=none\nSTEADY_TELEGRAM_API=telegram/bot{TOKEN}\n")
    (line,) = errors()
    assert TOKEN not in line and "(token)" in line


def test_a_token_is_not_in_the_settings_repr() -> None:
    given(f"STEADY_KEY_FILE=none\nSTEADY_TELEGRAM_TOKEN={TOKEN}\n")
    assert TOKEN not in repr(load())


@pytest.mark.parametrize(
    "address", ["http://localhost:1/", "http://127.0.0.1:8080", "http://[::1]:80", "https://a.example"]
)
def test_plain_http_is_fine_on_this_machine(address: str) -> None:
    given(f"STEADY_KEY_FILE=none\nSTEADY_TELEGRAM_API={address}\n")
    assert load().telegram_api == address.rstrip("/")


@pytest.mark.parametrize(
    "address",
    ["http://api.example", "http://127.0.0.1.example", "https://", "api.telegram.org", "https://a:b", "http://u@[::1]"],
)
def test_other_addresses_are_refused(address: str) -> None:
    given(f"STEADY_KEY_FILE=none\nSTEADY_TELEGRAM_API={address}\n")
    (line,) = errors()
    assert line.startswith("STEADY_TELEGRAM_API: got ")


@pytest.mark.parametrize(
    ("text", "listen"),
    [("off", None), ("0.0.0.0:80", ("0.0.0.0", 80)), ("[::1]:8081", ("::1", 8081)), ("localhost:1", ("localhost", 1))],
)
def test_the_health_page_listens_where_it_is_told(text: str, listen: tuple[str, int] | None) -> None:
    given(f"STEADY_KEY_FILE=none\nSTEADY_LISTEN={text}\n")
    assert load().listen == listen


@pytest.mark.parametrize("text", ["127.0.0.1", ":8081", "127.0.0.1:0", "127.0.0.1:65536", "127.0.0.1:８０", "on"])
def test_other_places_to_listen_are_refused(text: str) -> None:
    given(f"STEADY_KEY_FILE=none\nSTEADY_LISTEN='{text}'\n")
    (line,) = errors()
    assert line.startswith("STEADY_LISTEN: got ")


def test_both_forms_of_a_setting_at_once_are_refused() -> None:
    given("STEADY_KEY_FILE=none\nSTEADY_DATABASE=a.db\nSTEADY_DATABASE_FILE=b\n")
    (line,) = errors()
    assert line == (
        "STEADY_DATABASE: the settings file has both STEADY_DATABASE and STEADY_DATABASE_FILE; expected one of them"
    )


def test_a_secret_file_that_is_not_there_is_an_error_in_words() -> None:
    given("STEADY_KEY_FILE=none\nSTEADY_TELEGRAM_TOKEN_FILE=nowhere\n")
    (line,) = errors()
    assert line.startswith("STEADY_TELEGRAM_TOKEN: STEADY_TELEGRAM_TOKEN_FILE names a file that can't be read")


def test_a_line_that_is_no_setting_is_named_by_its_number() -> None:
    given("STEADY_KEY_FILE=none\nhello there\nSTEADY_LISTEN\nSTEADY_KEY_FILE=x\n")
    assert errors() == (
        "steady.env, line 2: can't be read; expected NAME=value",
        "steady.env, line 3: can't be read; expected NAME=value",
        "steady.env, line 4: STEADY_KEY_FILE is there twice; expected it once",
    )


def test_a_settings_file_that_is_not_there_is_an_error() -> None:
    assert any("can't be read (No such file or directory)" in line for line in errors(Path("nowhere.env")))


def test_a_settings_file_that_is_not_text_is_an_error() -> None:
    Path("steady.env").write_bytes(b"\xff\xfe\x00")
    assert "steady.env: the settings file is not UTF-8 text" in errors()


def test_the_file_that_init_writes_says_what_each_setting_is_for() -> None:
    text = settings_file({"STEADY_KEY_FILE": "/a folder/it's here/steady.key".replace("'", "")})
    for setting in SETTINGS:
        assert f"{setting.name}=" in text
        assert setting.help.split(".")[0] in text.replace("\n# ", " ")
    assert load(given(text)).key_file == Path("/a folder/its here/steady.key")


def test_every_setting_is_in_the_operators_page() -> None:
    page = (Path(settings.__file__).parents[1] / "docs" / "operating.md").read_text(encoding="utf-8")
    for setting in SETTINGS:
        assert f"| `{setting.name}` | {setting.default or 'none'} | {setting.help} |" in page
