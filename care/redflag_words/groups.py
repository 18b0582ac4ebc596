"""Groups of words that the lists of phrases use by name."""

from care.redflag_words.abuse.families import FAMILIES as ABUSE_FAMILIES
from care.redflag_words.crisis.families import FAMILIES as CRISIS_FAMILIES

GROUPS = (
    CRISIS_FAMILIES
    | ABUSE_FAMILIES
    | {
        "BABYDUE": """
        =due january february march april may june july august september october november december
    """,
        "BODY": """
        skin eye eyes face hand hands feet foot nail nails palm palms body arms legs complexion =whites
    """,
        "FACEPART": """
        face lip lips tongue throat mouth eyelid eyelids eyes cheek cheeks neck
    """,
        "BADWAY": """
        bad worse hard difficult shallow fast heavy funny wrong weird tight laboured rough stop
    """,
        "DEADPART": """
        =dead numb tingle tingling limp droop droopy dropped paralysed paralyzed weak heavy useless gone
    """,
        "CANT": """
        cant couldnt cannot unable wont barely hardly
    """,
        "WISH": """
        wish want wanna hope hoping pray praying rather anything wouldnt prefer please
    """,
        "TOEND": """
        end finish stop over escape quit leave
    """,
        "SELF": """
        i im me my myself ive ill id mine
    """,
        "OPIOID": """
        opioid opioids opiod opiods opiate opiates tramadol ultram tramal zydol tramacet codeine codein cocodamol
        codamol codydramol dihydrocodeine solpadeine morphine morphin oramorph mst oxycodone oxycontin oxycotin
        oxynorm oxy oxys endone percocet percoset percs targin hydrocodone vicodin norco lortab hydromorphone
        dilaudid oxymorphone fentanyl fentanil pethidine meperidine demerol methadone buprenorphine suboxone subutex
        butrans belbuca tapentadol nucynta palexia meptazinol tilidine tilidin heroin opium kratom loperamide
        imodium lomotil diphenoxylate zapain zomorph sevredol longtec shortec codipar nurofenplus panadeine oxyneo
        roxicodone opana dhc durogesic matrifen temgesic nubain fent diamorphine phensedyl corex cheratussin
        ultracet tussionex hycodan tramazac contramal domadol tapal nalbuphine butorphanol proxyvon
        dextropropoxyphene darvocet norspan transtec buvidal sublocade zubsolv methadose physeptone abstral actiq
        xtampza kadian jurnista palladone solpadol kapake remedeine tylex codral migraleve veganin mersyndol paramol
        lortab lorcet hysingla zohydro dydramol butec targinact sevodyne bupramyl panitaz reletrans hapoctasin
        bupeaze rebrikel fencino mezolar osmanil victanyl opiodur oxypro reltebon abtard oxylan lynlor morphgesic
        filnarine actimorph zamadol maxitram mabron tradorec zeridame conzip seglentis endocet roxicet roxybond
        xartemis nalocet apadaz bunavail brixadi levorphanol paracodol ibucod roxys roxies oxys percs trammies
        dihydros tianeptine linctus pholcodine oramorf morf smack pentazocine sufentanil remifentanil opioide
        codeina morfina tramadole tramadolo morphium heroina
    """,
        "NALTREXONE": """
        naltrexone naltrexon ldn revia contrave mysimba vivitrol
    """,
        "PILLS": """
        pill pills tablet tablets tabs capsule capsules caps painkiller painkillers
    """,
        "MEDICINE": """
        medicine medicines meds med medication medications paracetamol acetaminophen tylenol ibuprofen
        aspirin insulin amitriptyline pregabalin gabapentin duloxetine naltrexone ldn xanax valium sleepers
        alcohol sertraline diazepam zopiclone zolpidem paracetomol nurofen antidepressants venlafaxine
        fluoxetine benzos panadol mirtazapine lithium baclofen
        cyclobenzaprine flexeril clonazepam klonopin quetiapine seroquel trazodone propranolol metformin warfarin
        digoxin antihistamines benadryl diphenhydramine naproxen diclofenac celecoxib nortriptyline lyrica lorazepam
        ativan ambien temazepam citalopram escitalopram topiramate carbamazepine tizanidine methocarbamol colchicine
        nytol bisoprolol amlodipine ramipril cymbalta neurontin aleve advil prednisolone
    """,
        "MANY": """
        many ten eleven twelve fifteen twenty thirty forty fifty sixty hundred dozen dozens
    """,
        "PERSON": """
        he she they husband wife partner boyfriend girlfriend bf gf ex dad father stepdad mom mum mother
        stepmom brother son daughter carer caregiver hes shes uncle aunt nurse roommate flatmate landlord
        neighbour neighbor boss him her stepson grandson nephew spouse fiance
    """,
        "AREA": """
        groin saddle genitals genital crotch buttocks bum
    """,
        "TAKE": """
        =downed take taken took taking swallow swallowed swallowing neck necked pop popped gulp gulped eat ate eaten
        drink drank drunk chew chewed guzzle guzzled =had =having inject injected scoffed tok
    """,
        "TOOK": """
        =took =taken =taking =tok swallow neck pop gulp =ate =eaten =drank =drunk chew =had =having =used =using
        inject snort smoke receive =downed
    """,
        "KIN": """
        law niece nieces daughter daughters sister sisters cousin cousins granddaughter friend friends neighbour ex boss
        mate mates colleague
    """,
        "NOMEDICINE": """
        water juice milk squash cola coke lemonade tea flowers photos pictures pics books clothes washing rubbish
        toys notes cakes food snacks recycling chocolate easter sugar biscuits sweets crisps nuts grapes blueberries
        berries cheese pizza netflix telly sunshine christmas turkey chips fruit veg vegetables cake carbs pasta
        cookies
    """,
        "CONTAINER": """
        bottle bottles pack packs packet packets box boxes strip strips blister blisters tub jar sachet foil
        carton cabinet
    """,
        "CHILD": """
        child children kid kids son daughter baby toddler grandson granddaughter grandchild girl boy nephew
        niece infant
    """,
        "PAIN": """
        pain pains painful hurt hurts hurting ache aches aching sore discomfort stabbing burning crushing
        squeezing agony stab stabs
    """,
        "TIGHT": """
        tight tightness tightening pressure heavy heaviness crushing squeezing squeezed gripping pressing
    """,
        "BREATH": """
        breath breathe breathing breathes breaths
    """,
        "NOTWELL": """
        cant couldnt cannot hard difficult difficulty trouble struggle struggling short shortness worse
        wheezing wheezy shallow stopped stop funny fast laboured rapid fighting fight barely hardly unable
        catch problem problems gasping
    """,
        "SWELL": """
        swell swells swelling swelled swollen puffy puffed puffing puff balloon ballooned huge
    """,
        "YELLOW": """
        yellow yellowish yellowing yellowy yelow yello golden
    """,
        "SKINEYES": """
        skin eye eyes eyeball eyeballs face =whites palms complexion
    """,
        "DARK": """
        dark brown orange tea cola coke coffee rusty brownish black
    """,
        "URINE": """
        urine urin pee peeing wee weeing piss pissing peed
    """,
        "PALEPOO": """
        pale clay white grey gray chalky putty
    """,
        "STOOL": """
        stool stools poo poop poos faeces feces
    """,
        "PREG": """
        pregnant pregnent pregnat preggers preggo prego
    """,
    }
)
"""Words that stand for each other in the lists, by the name that the lists use."""
