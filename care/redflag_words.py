"""What people write when they need more than a bot: the phrases of each red-flag category (R7), as plain lists.

How to read a line: its words stand in this order, next to each other.

- ``kill/hurt myself``: either word.
- ``took … tablets``: up to five other words between, within one sentence.
- ``took … OPIOID``: any word of the group OPIOID below.
- Small letters, no accents, no apostrophes. Write ``cant dont im wanna gonna anymore myself`` for what
  ``SAME_WORDS`` lists, and ``many`` for any number of 8 or more.

Longer words also stand for their misspellings; see ``care.redflags``. Nobody has reviewed these lists yet.
The lines in other languages are a first net only: reviewed lists by language are still to come (R8).
"""

SAME_WORDS = {
    "can not": "cant",
    "cannot": "cant",
    "could not": "couldnt",
    "do not": "dont",
    "does not": "doesnt",
    "did not": "didnt",
    "is not": "isnt",
    "was not": "wasnt",
    "have not": "havent",
    "will not": "wont",
    "i am": "im",
    "i m": "im",
    "going to": "gonna",
    "gona": "gonna",
    "want to": "wanna",
    "wants to": "wanna",
    "wanted to": "wanna",
    "wanting to": "wanna",
    "want 2": "wanna",
    "wana": "wanna",
    "wnt to": "wanna",
    "wnat to": "wanna",
    "wan to": "wanna",
    "wanto": "wanna",
    "wish to": "wanna",
    "no one": "nobody",
    "noone": "nobody",
    "my self": "myself",
    "meself": "myself",
    "mysel": "myself",
    "any more": "anymore",
    "any longer": "anymore",
    "over dose": "overdose",
    "over dosed": "overdosed",
    "un alive": "unalive",
    "self harm": "selfharm",
    "od ed": "overdosed",
}

NEVER_MISSPELT = frozenset(
    (
        *("strike", "strikes", "stroked", "strokes", "grasping", "cooking", "amused", "amuse"),
        *("heroine", "heroic", "overdoes", "withdraw", "withdrawn"),
    )
)
"""Everyday words one letter away from a listed one; they are only ever themselves."""

NOT = frozenset(
    (
        *("not", "no", "never", "without", "nor", "neither", "dont", "doesnt", "didnt", "isnt", "wasnt"),
        *("arent", "havent", "hasnt", "hadnt", "wont"),
    )
)

GROUPS = {
    "OPIOID": """
        opioid opioids opiod opiods opiate opiates tramadol ultram tramal zydol tramacet codeine codein
        cocodamol codamol codydramol dihydrocodeine solpadeine morphine morphin oramorph mst oxycodone
        oxycontin oxycotin oxynorm oxy oxys endone percocet percoset percs targin hydrocodone vicodin norco
        lortab hydromorphone dilaudid oxymorphone fentanyl fentanil pethidine meperidine demerol methadone
        buprenorphine suboxone subutex butrans belbuca tapentadol nucynta palexia meptazinol tilidine tilidin
        heroin opium kratom loperamide imodium lomotil diphenoxylate
    """,
    "NALTREXONE": "naltrexone naltrexon ldn revia contrave mysimba vivitrol",
    "PILLS": "pill pills tablet tablets tabs capsule capsules caps painkiller painkillers",
    "MEDICINE": """
        medicine medicines meds med medication medications paracetamol acetaminophen tylenol ibuprofen aspirin
        insulin amitriptyline pregabalin gabapentin duloxetine naltrexone ldn xanax valium sleepers alcohol
    """,
    "MANY": "many ten eleven twelve fifteen twenty thirty forty fifty sixty hundred dozen dozens",
    "PERSON": """
        he she they husband wife partner boyfriend girlfriend bf gf ex dad father stepdad mom mum mother
        stepmom brother son daughter carer caregiver
    """,
    "AREA": "groin saddle genitals genital crotch buttocks bum",
}

CRISIS = """
suicide/suicides/suicidal/suicidality/suicid/sucide/sucidal/suiside/suicde/suacide/sewerslide/unalive/unaliving
kill/killing/killed/hurt/hurting/harm/harming/cut/cutting/hang/hanging/shoot/shooting/drown/drowning myself
poison/poisoning/poisoned/stab/stabbing/starve/burn/burning/end/ending/gas/strangle/injure/injuring/throw myself
wanna/to/gonna off myself
do/doing myself in
something bad/stupid/silly/terrible to myself
selfharm/selfharmed/selfharming
self injury/injure/mutilation/harming/harmed/destruct
lethal/deadly/fatal dose/amount
end/ending/ended my/this … life
take/taking my life
take/taking my own life
end/ending it/things/everything all/tonight/today/now
think/thinking … ending everything/things/it
wanna/gonna/should/could/to/ready end it
wanna … die/dead
want die
wanna 2 die
like/ready/deserve/plan/planning/waiting to die
rather/should/would/could die/dead
rather be dead
let me die
hope … die
wish … die/dead
wish … never been born
wish … never born
better of/off … dead/gone
easier/better … if … dead/gone
easier/better if im/i wasnt here
easier/better if i werent here
live or die
dont/doesnt care if … die/wake
feel/feels like dying
bought/buy/got … rope
nobody … miss/notice … me/died/gone
nobody would care
not being/be here/alive anymore
think/thinking/thought/thoughts … not being/be here/alive/around
why … still alive
why was i … born
plan/planning/planned/imagine/imagining my … death/funeral
leave/leaving this world
lord/god … take/takes me
burden to/on … everyone/everybody/family/kids/children/husband/wife/them
hate my life
my life is over/pointless/meaningless/worthless
end my/the/this … suffering/misery
out of … misery
dont/cant/no see/seeing … future
pills/tablets … kill me
urge/urges to cut/die/jump/end
die/dying tonight/today/tomorrow
die in my sleep
easy/easiest/painless/quick/best way/ways to die
ways to die
painless death
better … without me
dont wanna/want live/exist/alive
dont … wanna live/exist
dont … wanna be alive/here/around
dont wanna wake up
dont wanna do this anymore
dont wanna see tomorrow
no longer wanna live/exist/be
never wanna live
not wanna live/exist/be
will to live
reason/reasons/point/purpose to/in/of/for live/living/life/existing/exist
reason/point to/in/of be/being alive/here
reason/point to/in/of go/going/carry/carrying on
nothing … live for
no point anymore
no point in/of anything/everything
whats the point anymore
cant go/carry/keep/continue on/going/living
cant be here anymore
cant live like this
cant live … anymore
cant do this/it/life anymore
cant take this/it/life anymore
cant take … pain/life anymore
cant cope anymore
done with life/living
tired/tierd/sick of life/living/existing/breathing
tired/sick of being alive/here
fed up with/of life/living
hate living
hate/hating being alive/here
cant stand/bear being/to … alive/live/here
life … not/isnt/aint worth
worth living
give/gave/giving/given up on life/living
sleep forever
fall asleep forever
hope/wish/pray/wanna/could/just … not/dont/never wake/waking up
goodbye … forever/world/everyone/everybody
this is goodbye
final goodbye/goodbyes
say/saying/said my goodbye/goodbyes
goodbye note/letter
last night/day on/of earth/life
wont be here/around … tomorrow/anymore/longer
not be here tomorrow
wont see tomorrow
wanna … disappear
disappear forever
want it all to stop/end
want it all over
want it to be over
want everything to stop/end
no/only way out
jump/jumping/jumped off/of/from/under/in/infront … bridge/roof/building/balcony/window/train/traffic/cliff
step/walk/run/drive into/in/front/infront … sea/river/train/traffic/bus/tree
slit/slash/slitting/slashing … wrist/wrists/throat
cut/cutting my … wrist/wrists/veins/arms/arm/legs/thighs
noose
to/gonna/wanna/will/ill/imma/just/might/should/could kms
kms/kys now/tonight
wanna/gonna/will/might/could … take/swallow … all/every/whole … PILLS/bottle/MEDICINE
wanna/gonna/might/will/thinking/plan/planning … overdose/overdosing
think/thought about overdosing
overdose/overdosed/overdosing/od on purpose
goodbye … love … all/you
please/someone/somebody/god kill me
just kill me
thinking/think/thoughts/thought/thinkin about/of … dying/death/ending/killing/dead/die
wish/want/wanting/ready for death
death would be
🔫
🪦
⚰
🔪
# Spanish, Portuguese
suicidio/suicidarme/suicidar
matarme/ahorcarme
quiero/quisiera/quero/queria morir/morirme/morrer
no quiero vivir
no quiero … vivir
nao quero … viver
quitarme la vida
hacerme dano
me matar
# French
suicider
veux/voudrais/envie … mourir
me tuer
plus envie de vivre
veux plus vivre
en finir avec
# German
selbstmord/suizid/umbringen/selbstverletzung
nicht mehr leben
will/mochte/moechte … sterben
mich toten/toeten/ritzen
# Danish, Dutch
selvmord/selvmordstanker
vil … dø/doe
ikke leve mere
zelfmoord
wil/wou dood
wil … niet meer leven
niet meer leven
# Hindi in Latin letters
khudkushi/khudkhushi/atmahatya/aatmahatya
marna chahta/chahti
"""

RUN_TOGETHER = (
    "suicid",
    "killmyself",
    "killingmyself",
    "hurtmyself",
    "wanttodie",
    "wannadie",
    "endmylife",
    "enditall",
)
"""Looked for inside any longer word, so that "iwanttodie" and "#endmylife" are read too; all of them CRISIS."""

EMERGENCY = """
chest/cheast/chset … pain/pains/hurt/hurts/hurting/ache/aches/aching/discomfort/feels
chest/cheast/chset … tight/tightness/pressure/heavy/crushing/squeezing
chestpain/chestpains
pain/pains/tightness/pressure/squeezing/ache/crushing/elephant … chest/cheast/chset
my heart stopped/stopping
heart/hart attack
cardiac arrest
having/had/have/getting/get a stroke
mini/like/of/suspected stroke
think … stroke
face/mouth/smile/eyelid … droop/drooping/drooped/droopy/dropped/sagging/crooked
drooping face/mouth/eyelid
droopy/lopsided/crooked/uneven face/mouth/smile
face/mouth/smile … lopsided/uneven
half/side of my/his/her face … numb/dead
slurred/slurring/slurs … speech/words/talking
speech … slurred/slurring
cant speak/talk/swallow
cant move/feel my/one … arm/leg/face/side/legs/arms/hand/body
one side … weak/numb/weakness/paralysed/paralyzed/dead
arm/leg … paralysed/paralyzed
sudden/suddenly … weak/weakness/numb/numbness/blind/confused/confusion/headache
arm/leg/arms/legs/face … suddenly … weak/numb
gone/went/going blind
cant see anymore
lost … vision/eyesight
worst headache
thunderclap
passed/passing/pass/pased out
faint/fainted/fainting
black/blacked/blacking out
blackout
unconscious/unresponsive
lost/losing/lose consciousness
PERSON … not/isnt/wont/doesnt wake/waking up
hes/shes not waking up
wont wake up
wont respond
collapse/collapsed
seizure/seizures/convulsion/convulsions/convulsing
had/has/having a fit
vision/eyesight/sight/speech … gone/going/disappeared
double vision
numb/numbness … AREA
cant feel … AREA
AREA … numb/numbness
numb/numbness … between … legs/thighs
numb/numbness … there/privates
cant pee … numb
lost/losing/lose/no control … bladder/bowel/bowels/pee/poo
cant control my bladder/bowel/bowels/pee/poo
wet/soiled myself
cauda equina
cough/coughing/coughed/vomit/vomiting/vomited/throwing/threw/puking/spitting … blood
blood in my vomit/sick
vomit/vomiting … coffee grounds
bleeding wont stop
wont stop bleeding
cant stop … bleeding
bleeding heavily/badly
call/calling/need/send/get … ambulance
ambulance … please/now
call/calling/dial 911/999/112/000/111/paramedics
im dying
im gonna die
think/feel/feels/feeling … im … dying
think … gonna die
is/its an/a emergency
medical emergency
🚑
🆘
# Other languages
dolor/dor/douleur … pecho/peito/poitrine
herzinfarkt/schlaganfall/brustschmerzen/brustschmerz/hjertestop/brystsmerter
infarto/infarctus/hartaanval/hjerteanfald
pijn op … borst
"""

BREATHING = """
cant/couldnt/hardly/barely/unable breathe/breath/breth/breeth/breathing
cant/couldnt … breathe
unable to breathe/breath
hard/difficult/harder/difficulty/difficulties/trouble/problem/problems … breathe/breathing/breath/breth
struggle/struggling … breathe/breathing/breath/air
breathing … hard/difficult/trouble/stopped/stopping/shallow/fast/worse/bad/funny/heavy
stopped/stopping/stops/not/isnt breathing
short/shortness/shortnes of breath/breathe
out of breath
breathless/breathlessness
cant catch/get/draw my/a/any/enough breath/air
fighting for air/breath
gasping/wheezing/wheezy/suffocating/suffocate/choking
throat … closing/closed/swelling/swollen/tight/tightening/tightness
face/lip/lips/tongue/throat/mouth/eyes … swell/swells/swelling/swelled/swollen/puffed/balloon
swell/swelling/swelled/swollen/puffy … face/lip/lips/tongue/throat/mouth
blue lips
lips … blue
anaphylaxis/anaphylactic/anaphalactic/anaphylatic
allergic reaction
allergy attack
severe/bad allergic/allergy
epipen
asthma attack
hives
rash … swell/swelling/swollen
swelling/swollen … rash
# Other languages
no puedo respirar
nao consigo respirar
peux … pas respirer
keine luft
nicht atmen
kan … ikke fa vejret
kan … niet ademen
krijg geen lucht
"""

OVERDOSE = """
overdosed/overdosing/oded/oding
overdose on/of
odd on … PILLS/MEDICINE/OPIOID
took/taken/taking/had/having an overdose
think/maybe … overdose
od/ods on
took/taken/swallowed/drank too/to/way much/many
took/taken/swallowed/had … too/to much/many … PILLS/MEDICINE/OPIOID
took/taken/swallowed/had/ate/eaten/popped … MANY PILLS/MEDICINE/OPIOID
took/taken/swallowed/had/ate/eaten/popped … MANY of … PILLS/MEDICINE/OPIOID
took/taken/swallowed/had/ate/eaten/popped … all … PILLS/MEDICINE/OPIOID
took/taken/swallowed/ate/drank/finished … whole/entire/full … bottle/pack/packet/box/strip/blister/PILLS/MEDICINE
took/taken/swallowed/drank … handful/bottle/fistful/load/loads/bunch of
too/to/so many PILLS
too/to much MEDICINE/OPIOID
way too many
drank/swallowed/drunk bleach/antifreeze/poison/batteries/battery/detergent/petrol
took/taken … more than … should/prescribed/supposed/meant/told/allowed
took/taken/swallowed … PILLS/MEDICINE … at once
took/taken triple
poisoned
poison control/line/centre/center
child/kid/son/daughter/baby/toddler/dog … swallowed/ate/took/got … my … PILLS/MEDICINE
sobredosis/surdosage/uberdosis/ueberdosis/overdosis
"""

OPIOID = """
took/taken/taking/taken/had/having/used/using/swallowed/popped/received/injected/snorted/smoked/drank … OPIOID
got/getting/given/gave/give/gives/prescribed/prescribe/prescribing/started/starting/start … OPIOID
im/was/been/still/back/currently/also/now/already/me/him/her/high/hooked/stay on … OPIOID
i also/still/already/sometimes/usually/often/currently/have/always take … OPIOID
addicted/dependent … OPIOID
while/whilst/when on … OPIOID
switched/swapped/moved/changed … to OPIOID
OPIOID in it/them
OPIOID user/addict/addiction/dependence/dependent/dependant
wear/wearing/put/have/using … OPIOID … patch/patches
OPIOID patch/drip/pump/injection/shot … yesterday/today/now/tonight/hospital
took/taken/taking/had/used/given/got … strong/stronger painkiller/painkillers
took/taken/taking/had/using/used/given/drank … cough syrup/medicine/mixture
took/taken/taking/had/using/used … diarrhea/diarrhoea medicine/tablets/pills/tablet/meds
relapse/relapsed … OPIOID
in/into/having/have/through/bad/severe/sudden/precipitated/got/getting/feel/feels … withdrawal/withdrawals/withdrawl
cold turkey
dopesick
dope sick
"""

JAUNDICE = """
yellow/yellowish/yellowing/yelow/yello … skin/eye/eyes/eyeballs/face/whites
skin/eye/eyes/eyeballs/face/whites … yellow/yellowish/yellowing/yelow/yello
turning/turned/going/gone/went/look/looking yellow
dark/brown/tea/cola/coke/orange … urine/urin/pee/wee/piss
urine/urin/pee/wee/piss … dark/brown/cola/coke/tea/orange
jaundiced
have/got/getting/had/having … jaundice/jaundise/jondice
pale/clay/white/grey/gray … stool/stools/poo/poop
stool/stools/poo/poop … pale/clay/white/grey/gray
piel amarilla
ojos amarillos
gelbe haut/augen
"""

PREGNANCY = """
im/am/are/is/be/being/been/got/get/getting/fell/fallen/was/maybe/might/become … pregnant/pregnent/preggo/preggers
im/am/be preg
positive/pos pregnancy/preg test
pregnancy/preg test … positive/two/lines
test … pregnant
missed/late … period
period … late/missed/missing
weeks/months pregnant
im/am/were/be/is expecting
having a baby
try for a baby
weeks/days late
no period
period hasnt come
miscarriage/miscarried/miscarrying
expecting … baby
gonna have a baby
trying for … baby
trying to conceive
trying to get pregnant
embarazada/enceinte/schwanger/gravida/zwanger/gravid
🤰
🫄
"""

ABUSE = """
PERSON … hit/hits/beat/beats/kick/kicks/kicked/punch/punches/punched/slap/slaps/slapped me
PERSON … hitting/beating/kicking/punching/slapping/hurting/abusing/threatening/choking/strangling me
PERSON … choked/chokes/strangled/strangles/threatened/threatens/abused/abuses/hurts/forced/forces/rapes/attacked me
PERSON … kill/hurt/pushed/pushes/shoved/shoves/grabbed/grabs/threw/throws/scares/stalks me
PERSON … stalking/scaring/controlling me
black eye
hit/beaten/beat/kicked/punched/slapped/choked/hurt/abused/attacked/threatened by my/a … PERSON
being/been/was/got abused/beaten/raped/molested/assaulted/strangled
abused/abusive/abuser/raped/rape/molested/molesting
abuse at home
abusing me
abuses me
sexual/sexually assault/assaulted/abuse
domestic/home/family violence/abuse
violent husband/wife/partner/boyfriend/girlfriend/home/relationship/dad/father
PERSON … violent
someone/somebody … hurting/hitting/threatening/hits/threatens me
not/dont/never/isnt feel/feeling/safe … safe/home
dont … feel safe
not safe at/in/with/here
unsafe at/in home/my/here/house
feel/feeling/am/im unsafe
afraid/scared/frightened/terrified/fear of/for my … PERSON/life
afraid/scared/frightened/terrified of him/her/them
afraid/scared/frightened/terrified to/of go/going/be/being home
locks/locked me in
wont let me leave/out
PERSON … takes/took/hides/hid/controls my money/phone/pills/medication/medicine/meds
maltrata/maltrato
"""

# Only in plain talk: after /learn these are requests to the library, which answers them whole and with sources.
SPOKEN_EMERGENCY = """
emergency
stroke
"""
SPOKEN_OVERDOSE = """
overdose
"""
SPOKEN_OPIOID = """
my OPIOID
need/needed … my OPIOID
i take … OPIOID
withdrawal/withdrawals/withdrawl/withdrawel
can/could/should/may/must/safe/ok/okay/allowed/if … take/use/have/taking/using … OPIOID
mix/mixing/mixed/combine/combining/combined … OPIOID
OPIOID … with/and/plus/after/before/while … NALTREXONE
NALTREXONE … with/and/plus/after/before … OPIOID
"""
SPOKEN_JAUNDICE = """
jaundice
"""
SPOKEN_PREGNANCY = """
pregnant/pregnent
"""
