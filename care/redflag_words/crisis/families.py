"""Families of words that the ideas of a crisis are made of: any word of a family may stand for its name."""

FAMILIES = {
    "DEATH": """
        die dead death dying fatal terminal grave coffin funeral killed suicide
    """,
    "WANTS": """
        want wanna wish hope hoping hoped pray praying beg begging crave long rather prefer dream ready tempted wanting
    """,
    "WELCOME": """
        kindness mercy relief relieved peace peaceful gift blessing release escape answer solution easier nice comfort
        beautiful welcome tempting friend freedom quiet calm happy glad
    """,
    "LOVED": """
        kids kid children child family wife husband mum mom mother dad father parents son daughter everyone everybody
        people friends they theyd theyll them partner world sister brother girls boys grandkids mates boyfriend
        girlfriend fiance hubby missus carers others wifes husbands
    """,
    "VEHICLE": """
        bus train lorry truck car van tube traffic tram motorway lightning
    """,
    "HEIGHT": """
        bridge roof rooftop cliff platform ledge balcony railing railings tracks overpass viaduct pier carpark
    """,
    "DAY": """
        monday tuesday wednesday thursday friday saturday sunday christmas birthday easter summer spring winter weekend
        tonight tomorrow month week year january february march april may june july august september october november
        december
    """,
    "REGRET": """
        gutted disappointed disappointment sad sorry annoyed angry hate cry cried upset devastated gutting wishing
    """,
    "BLADE": """
        blade blades razor razors knife knives scalpel scissors
    """,
    "DRINK": """
        vodka whisky whiskey gin rum alcohol drink drinks wine booze brandy
    """,
    "CUTS": """
        cut cutting burn burning scratch scratching slice slicing carve carving stab stabbing bite biting punch punching
        slap slapping hit hitting bang banging pinch
    """,
    "LIMB": """
        arm arms leg legs thigh thighs wrist wrists skin head face stomach belly hand hands myself
    """,
    "COPING": """
        purpose deliberately deliberate lighter cigarette cope release relief
        numb punish hate razor blade knife calms feel
        control bleed bled blood
    """,
    "STASH": """
        =lined laid spread stacked =counted =counting =piled
        saved saving stash stashed stashing stockpile stockpiled hoard
        hoarded hoarding hidden collect collecting collected tipped
    """,
    "LONGER": """
        longer anymore soon ever forever again
    """,
    "VITAL": """
        insulin dialysis chemo inhaler eating drinking warfarin heart treatment steroids transplant
    """,
    "ALIVE": """
        alive living live exist existing existence
    """,
}
