"""Families of words that the ideas of abuse are made of: any word of a family may stand for its name."""

FAMILIES = {
    "WHO": """
        worker workers man woman guy lady he she they hes shes theyre him them husband hubby wife missus partner
        boyfriend girlfriend bf gf ex exs bloke fella fiance spouse dad father stepdad stepfather mom mum mother
        stepmom stepmum stepmother mil fil inlaws parents brother brothers sister sisters son sons stepson daughter
        daughters stepdaughter grandson granddaughter grandad nan cousin cousins uncle aunt nephew niece family
        relatives carer carers caregiver caretaker aide helper nurse nurses staff orderly landlord lodger roommate
        roomate flatmate housemate neighbour neighbor neighbours boss madam someone somebody =law
    """,
    "STRIKE": """
        hit beat kick punch slap smack whack clout thump batter bash wallop whip cane lash bite spit spat
        headbutt shake choke strangle throttle smother suffocate scald stab thrash pummel backhand clobber
        manhandle grope attack assault abuse molest torture rape maul slam shove slug belt harm knee elbow swipe
    """,
    "HANDLE": """
        throw chuck fling slam drag yank haul push shove knock pull grab lob launch hurl
    """,
    "MYPART": """
        arm arms hair neck throat wrist wrists leg legs ear ears hand hands fingers head face collar shoulder
        shoulders back hip hips knee knees stomach belly tummy ribs chest jaw mouth bum backside shin shins foot
        feet breast breasts
    """,
    "INJURY": """
        bruise bruises bruised bruising marks mark black broken fractured cracked split busted =scars injuries
    """,
    "HARMLESS_TO": """
        lift carry cook drive hoover clean win forget miss skip near overdo garden bend down early climb pay
        help stop wash iron shovel mow push give
    """,
    "BONE": """
        nose rib ribs jaw arm wrist finger fingers tooth teeth cheekbone collarbone eardrum
    """,
    "AFRAIDS": """
        afraid scared frightened terrified fear fearful petrified frightning scard
    """,
    "MEDS": """
        pill pills tablet tablets capsule capsules painkiller painkillers meds med medicine medicines medication
        medications prescription inhaler doses patches patch insulin ldn naltrexone
    """,
    "MONEY": """
        money wages wage pension benefits pip savings account card cards income salary cash pay purse wallet
        allowance
    """,
    "RAGE": """
        rage rages raging furious snaps snapped explodes exploded exploding flips flipped erupts berserk
        ballistic mental psycho temper rampage
    """,
    "PANICS": """
        sick panic panics panicking freeze shake shaking tremble races racing pounds pounding stomach tense
    """,
    "AIDS": """
        wheelchair walker frame stick crutches cane stairlift hearing glasses scooter rollator phone alarm
        pendant
    """,
    "MYKIDS": """
        kids kid children child baby son daughter
    """,
    "WEAPON": """
        gun knife machete hammer axe cleaver pistol rifle shotgun blade poker
    """,
    "ONSCREEN": """
        phone messages message texts emails chats whatsapp history calls
    """,
    "INTIMATE": """
        naked nude nudes intimate sexual private
    """,
    "PICTURES": """
        photo photos pic pics picture pictures video videos image images
    """,
}
