"""A clinic's own articles in the chat: whatever the checks let through can be shown, whole."""

from bot.articles import own_folder
from content.library.fits import LONGEST_HEADING, LONGEST_LINE, LONGEST_SOURCES, LONGEST_WORD, MOST_VERSION
from tests.conftest import House
from tests.content.test_library import FILE


def widest(id: str) -> str:
    """An article at every limit."""
    source = f'[[sources]]\nkey = "K{{}}"\nauthors = "{"A" * 190}"\njournal = "{"J" * 190}"\ndoi = "10.1000/x"\n\n'
    many = range(LONGEST_SOURCES // 400)
    words = f"{'a' * (LONGEST_WORD - 1)} " * 20 + "end"
    text = FILE.replace('id = "sleep"', f'id = "{id}"').replace("version = 1", f"version = {MOST_VERSION}")
    text = text.replace('title = "Sleep"', f'title = "{"T" * 32}"').replace("## Two", f"## {'H' * LONGEST_HEADING}")
    text = text.replace('conflicts = "None declared."', f'conflicts = "{"c" * LONGEST_LINE}"')
    text = text.replace("[[changes]]", "".join(source.format(n) for n in many) + "[[changes]]")
    return text.replace("Nobody knows more.", " ".join(f"[K{n}]" for n in many).join((f"{words[:700]}a ", ".")))


async def test_an_article_at_every_limit_is_shown_with_its_sources_and_its_answer(clinic: House) -> None:
    """Telegram refuses a message or a button that is too long; a refused one would be an answer that never comes."""
    id = f"our-{'x' * 26}"
    folder = own_folder(clinic.settings)
    folder.mkdir(parents=True)
    (folder / "a.md").write_text(widest(id), encoding="utf-8")
    await clinic.restart()
    await clinic.say(clinic.cleo, f"/start learn_{id}_2")
    assert "section 2 of 3" in clinic.cleo.screen().text and "H" * LONGEST_HEADING in clinic.cleo.screen().text
    await clinic.tap(clinic.cleo, "Sources")
    assert "Sources of this section" in clinic.cleo.screen().text and "J" * 190 in clinic.cleo.screen().text
    await clinic.tap(clinic.cleo, "Back", "Yes, clear")
    assert "Your answer was counted" in clinic.cleo.screen().text
