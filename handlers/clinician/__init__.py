from handlers.context import NotYours


async def invite(update, context):
    raise NotYours


patients = plan = invite


async def typed(update, context, ask):
    raise NotYours


PRESSES = {}
