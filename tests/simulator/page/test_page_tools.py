"""The tools beside the phones: the request log, faults, limits."""

from tests.simulator.page.conftest import IN_BROWSER, Stage, expect, keyboard

pytestmark = IN_BROWSER


async def test_the_log_says_in_words_what_a_request_did_and_shows_its_parameters_on_demand(stage: Stage) -> None:
    await stage.page.get_by_role("button", name="Requests").click()
    await stage.says("Ana", "Good <b>morning</b>", reply_markup=keyboard("Taken"))
    request = stage.page.get_by_role("list", name="Requests").get_by_role("listitem").first
    await expect(request).to_contain_text("sent Ana “Good morning”, with 1 button")
    await expect(request.get_by_text("parse_mode")).to_be_hidden()
    await request.locator("summary").press("Enter")
    await expect(request.get_by_text("parse_mode")).to_be_visible()


async def test_a_refusal_is_explained_with_what_helps_and_can_be_filtered_for(stage: Stage) -> None:
    await stage.page.get_by_role("button", name="Requests").click()
    await stage.bot("sendMessage", chat_id=424242, text="Hello")
    await stage.says("Ana", "Good morning")
    requests = stage.page.get_by_role("list", name="Requests").get_by_role("listitem")
    await expect(requests).to_have_count(2)
    await stage.page.get_by_label("Refused only").check()
    await expect(requests).to_have_count(1)
    await expect(requests.first).to_contain_text("400 refused")
    await expect(requests.first).to_contain_text("Bad Request: chat not found")
    await expect(requests.first).to_contain_text("No chat has this id.")
    await stage.page.get_by_label("Refused only").uncheck()
    await stage.page.get_by_label("Chat", exact=True).select_option("Ana")
    await expect(requests).to_have_count(1)
    await expect(requests.first).to_contain_text("Good morning")


async def test_a_fault_is_set_listed_happens_and_is_gone(stage: Stage) -> None:
    await stage.page.get_by_role("button", name="Faults").click()
    await stage.page.get_by_label("At which method").select_option("sendMessage")
    await stage.page.get_by_label("With which error").select_option("502 Bad Gateway")
    await stage.page.get_by_role("button", name="Let it go wrong").click()
    waiting = stage.page.locator("#waiting-faults")
    await expect(waiting).to_contain_text("Refuse it: sendMessage, once (Bad Gateway)")
    refused = await stage.bot("sendMessage", chat_id=stage.chats["Ana"], text="Hello")
    assert (refused["error_code"], refused["description"]) == (502, "Bad Gateway")
    await expect(stage.page.get_by_text("Nothing. Everything goes well.")).to_be_visible()


async def test_every_kind_of_fault_can_be_set_from_the_page_and_cleared(stage: Stage) -> None:
    await stage.page.get_by_role("button", name="Faults").click()
    kinds = stage.page.get_by_label("What goes wrong")
    values = await kinds.evaluate("select => [...select.options].map(option => option.value)")
    for value in values:
        await kinds.select_option(value)
        async with stage.page.expect_response("**/simulator/faults") as answered:
            await stage.page.get_by_role("button", name="Let it go wrong").click()
        assert (await answered.value).ok
    assert [fault.what for fault in stage.sim.faults.waiting] == values
    await stage.page.get_by_role("button", name="Clear all").click()
    await expect(stage.page.locator("#waiting-faults li")).to_have_count(0)
    assert stage.sim.faults.waiting == []


async def test_limits_are_turned_on_and_what_ran_into_them_is_counted(stage: Stage) -> None:
    await stage.page.get_by_role("button", name="Faults").click()
    async with stage.page.expect_response("**/simulator/limits"):
        await stage.page.get_by_label("Refuse what is sent too fast").check()
    for _ in range(6):
        await stage.bot("sendMessage", chat_id=stage.chats["Ana"], text="again")
    await expect(stage.page.locator("#violations")).to_have_text("Run into so far: chat 1×.")
