"""Being hit, shaken, thrown about, handled roughly or neglected, and what is told of it."""

HIT = """
## Is hit: somebody, a blow, and me.
> hubby clouted me round the ear last night
> my sister pinches and scratches me when nobody is looking
> in laws are beating me because i cannot do housework
~ dreamt/dreamed ~ dream/nightmare/dreams/nightmares that/about/where/of ~ my dream/nightmare ~
  feel/feels/felt/feeling like/as ~ like/as/if someone/somebody ~ in his/her sleep ~ by accident ~
  physio/massage/therapist/trainer/workout/osteopath .. STRIKE/HANDLE
STRIKE me/us & WHO ~ hit me that ~ hit me how ~ beat me at/to ~ at chess/cards/scrabble/tennis/darts
STRIKE my … MYPART & WHO ~ accident/accidentally ~ ball ~ needle ~ massage ~ dreamt/dreamed ~ my dream
bit/bites/biting my … MYPART & WHO ~ dog/cat
got/get/getting/was/been/being pushed/shoved/thrown/punched/kicked/slapped/grabbed/dragged/smacked …
  into/against/down/wall/floor/stairs/again/about/around ~ crowd/queue/bus/train/wave/sea
hold/holds/held/grab/grabs/grabbed/pinned … by … throat/neck/hair
black and blue ~ injection/injections/test/needle/cannula
fat/split/busted/bust/bloody/burst lip/nose & WHO/gave/again
thick ear
=shiner/=beatings
what for & gave/give/gives me ~ know what for
seven/living/bells/shit/daylights … out of me
got/get/gave/took … kicking/hiding/pasting/leathering … from/off .. WHO
being/am/im/getting/get hurt/harmed at/by .. home/WHO/someone/somebody ~ by the
kids/children/boys/girls … see/saw/watch/watched/heard … hit/hitting/fight/fighting/hurt/hurting & he/him/me/his
rough in bed & WHO
force/forces/forced feed/feeds/feeding
WHO .. hurt/hurts/hurting/harming me/us ~ vein/needle/injection/blood
WHO … keep/keeps/kept hurting/hitting/pinching/poking me
hurt/hurts/hurting me & WHO & purpose/deliberately/again/tell/drunk/angry/leave/home/away
WHO … pinch/pinches/pinching/scratch/scratches/claws/prods/pokes … me
WHO … sit/sits/sat/kneel/kneels/knelt/stamp/stamps/stamped/trod on me/my
WHO … hit/hits/beat/beats … the/my/our MYKIDS/kids/mum/mother/dog
slaps/punches/batters/smacks/whacks/clouts me ~ toddler/baby/wind/dog/cat/puppy/horse
STRIKE/burn/burned … me … with/across …
  belt/stick/cable/remote/wire/cigarette/cigarettes/iron/shoe/slipper/pan/bottle/lighter
STRIKE … me/my … where … show/see/notice
STRIKE me & because/cos/daily/regularly/everyday & not/cant/dinner/slow/cook/clean/drunk/drinks/cry
burn/burned/burnt me & WHO & purpose/cigarette/cigarettes/lighter/iron
STRIKE/grabbed/kicked/punched/hurt/knocked/thrown/touched/abused/threatened … by …
  WHO/husbands/exs/man/men/stranger/guy/woman/gang ~ by the/a/his/her dog/cat/puppy/car/bike
be/been/being/was/got/getting/get abused/beaten/battered/assaulted/attacked/strangled/molested/raped/mistreated/beat
  ~ midges ~ customers/callers/passengers ~ by a/the ~ dog
get/getting/got/been beat/beaten/smacked/slapped/knocked/bashed up/about/around
someone/somebody/they/people … hurting/hitting/beating me
WHO … beating/hitting/slapping daily/everyday/every/again
dragged me by
tried/trying/tries … run/drive me over/down
=ran/=drove at me
cigarette/cigarettes/iron/lighter … on me & WHO
nobody/noone … feeds/feed/washes me
swing/swung/swings/lunge/lunged/lunges/launched/launches/hurled … at/for me & WHO
kick/throw/chuck/smash/yank … my … wheelchair/walker/stick/crutches/cane/frame/chair & WHO
yank/yanks/yanked/haul/hauls/hauled/drag/drags/dragged me … bed/arm/hair/floor &
  carer/carers/worker/nurse/staff/rough/WHO ~ shop/shops/yoga/dancing
worker/carer/staff/nurse … HANDLE me
=hits/=kicks/=punches/=slaps me where/with/if/every ~ tens ~ machine
on purpose & scald/scalded/burn/burned/burnt/trip/tripped/hurt/pushed/dropped me
WHO .. beat/beats/hits/slaps/kicks … every/daily/everyday/always/again ~ record/score/odds/drum/drums/chess/cards
pillow/cushion & face/mouth/over & WHO ~ under
hurting/hitting/beating/slapping … residents/patients/others/people/ladies & someone/somebody/staff/carer/they/nurse
## A slap, a beating, hands laid on.
> got a slap for dropping the plate
> she raised her fist at me
~ dreamt/dreamed ~ dream/nightmare/dreams/nightmares that/about/where/of ~ my dream/nightmare ~
  feel/feels/felt/feeling like/as ~ like/as/if someone/somebody ~ in his/her sleep ~ by accident ~
  physio/massage/therapist/trainer/workout/osteopath .. STRIKE/HANDLE
get/got/give/gave/given/gives/getting/had …
  slap/smack/thump/clout/=beating/backhander/backhand/thrashing/belting/=battering/clip ~ heart ~ smack of
give/gave/gives me … hiding/black/slap/smack/kicking/dig/bruises ~ playing/squash/football/rugby/tennis ~ mascara ~
  tablets/steroids
lay/lays/laid/laying hand/hands/finger on me/us/her/him
puts/put/putting … hands … on/around/round/over me/us/my … neck/throat/mouth/drunk/angry/drinks/again/when/$ & WHO
hand/hands/fist/fists … round/around/at/on my throat/neck/face
hand/hands … over my mouth/nose
WHO … raise/raises/raised/lift/lifts/lifted/shakes … hand/hands/fist/fists … at/to/me/us/$ ~ class ~ therapy ~
  physio ~ exercise
WHO … his/her/a/their fist/fists/belt … me/at/off
come/comes/came/coming/goes/went/go at me & WHO
goes/went for me & WHO & knife/with/again/drunk/night/fists ~ shop/shops/shopping/prescription/chemist/pharmacy
WHO … lash/lashes/lashed/lashing out
swing/swings/swung/swinging at me
WHO … lose/loses/lost/losing/has/got … temper/rag … me/and/when/with ~ printer/computer/telly/football
loses/lost it with me/us
loses it & WHO
take/takes/took/taking … out on me/us/the
WHO kicks/kicked/kicking off & scared/afraid/thrown/smash/me/if/when ~ match/game/film
temper & bruise/bruises/scared/afraid/frightened/hurt/hides
## Grabbed, thrown, pinned, tied, dragged.
> he slammed me against the wall
> the care worker yanks me out of bed by the arm
> he holds me down
~ dreamt/dreamed ~ dream/nightmare/dreams/nightmares that/about/where/of ~ my dream/nightmare ~
  feel/feels/felt/feeling like/as ~ like/as/if someone/somebody ~ in his/her sleep ~ by accident ~
  physio/massage/therapist/trainer/workout/osteopath .. STRIKE/HANDLE
HANDLE me & WHO & floor/wall/stairs/against/across/down/over/by/bed/room/table/door/around/about/again/hair ~
  shop/shops/yoga/dancing
WHO .. push/pushes/pushed/shove/shoves/shoved me $
WHO .. push/shove me … when/because/if/and ~ wheelchair ~ swing ~ try
WHO … HANDLE … my/the hair/throat/neck
WHO … grab/grabs/grabbed/squeezed/squeezes/twist/twists/twisted/bent/wrench/wrenched … my/me … MYPART/by ~ didnt
  fall ~ dont fall ~ from falling ~ massage
grabbed/squeezed/grabs/squeezes/held my throat/neck
pin/pins/pinned/pinning me ~ dog/cat/puppy
hold/holds/held/holding me down/under
arm/arms … behind my back & WHO
tie/ties/tied/tying/strap/straps/strapped/chained/handcuffed me … to/up/down/chair/bed/radiator
push/pushes/pushed/tip/tips/tipped … my wheelchair/chair … into/over/against
pour/pours/poured/threw/throws/tipped/chucked … water/tea/coffee/oil/acid/plate/food/drink … on/at/over me
threw/throw/throws/throwing/chucks/chucked … at/towards me/us & WHO ~ ball/kiss/kisses/snowball/snowballs
threw/throw/throws/throwing … things/stuff/plates/objects/plate/cup/shoes … at/towards me/us/wall
things/stuff/furniture/plates/doors get/gets/got/getting/being thrown/smashed/broken/broke
WHO … smash/smashes/smashed/smashing/trashes/trashed/wrecks/wrecked …
  things/stuff/phone/house/furniture/place/plates/door/my/up ~ favourite/favorite ~ record/pb
WHO … break/breaks/breaking/broke/punches/punched/kicked … things/furniture/doors/door/plates/wall/walls
punched/punches/kicked/smashed/hit/slammed … door/wall/table … then/and me
WHO .. broke/cracked/busted/fractured/dislocated/knocked … my … BONE
WHO drive/drives/drove/driving & scare/angry/purpose/maniac & me
get/gets/getting/got/turns/turned/becomes physical/violent/nasty ~ therapy
physical/violent/aggressive with/towards/to me/us
handy with his/her/fists
handy & drink/drunk/drinks/drinking & he/she/husband/partner
WHO … throw/chuck/fling … my/the dinner/plate/food/tea/phone … at/floor/wall/bin ~ away ~ leftovers
## Violent people, violence at home.
> the violence has started again
> my girlfriend gets violent when she drinks
violent & WHO/home/drink/drinks/drunk/relationship/marriage ~ game/games/film/films/movie/toys ~ brakes ~ telly
WHO .. is/are/gets/got/been/so/very/turns aggressive
violence & home/started/starting/again/family/partner/marriage/in ~ film/book/novel/series/programme/charity
live/living … with … violent/abusive/aggressive
domestic/family/home/partner violence/abuse/situation/problems ~ film/book/novel/charity/article/programme/documentary
abuse/abusive/abuser/abused/abuses & me/home/relationship/marriage/WHO/am/been/being/is/partners/help ~
  film/book/novel/charity/programme/documentary ~ alcohol/drug/drugs/substance/steroid ~ fibro is
sexually/physically/emotionally/verbally abused/assaulted/abusive/abuses
it/this abuse
abuse $ ~ film/book/novel/charity/programme/documentary ~ alcohol/drug/drugs/substance/steroid abuse
## Rough, neglected, left lying.
> my carer leaves me on the toilet for hours as a punishment
> they neglect me, no wash for days no food
> im being mistreated where i live
cruel & staff/carer/carers/nurse/nurses/home/husband/wife/partner/son/daughter/mother ~ weather/joke/world
rough/roughly & carer/carers/nurse/nurses/staff/aide/helper/caregiver ~ needle/blood/dressing ~ rough
  night/day/time/week
rough with me/us
WHO .. is/are/gets/get/got/being/too/so/very/handles/handled/treats … rough/roughly ~ rough night/time/day/week
handles/handled me like ~ like china/glass/a queen
left/leave/leaves … without … water/food/toilet/wash/care/drink & hours/days/night/carer/carers
handles/handled/treats/treated/treat … me … rough/roughly/badly/dirt/animal/slave/dog/rubbish/servant
leave/leaves/left me … bed/chair/room & no/without/hours & WHO
leave/leaves/left me … toilet/wet/soiled/dirty/nappy/pad/mess/floor/cold/dark/garden/outside/commode & WHO
neglect/neglects/neglecting me/us
being/am/im/been/was/get neglected/mistreated
mistreat/mistreats/mistreated
starve/starves/starving me/us
wont/doesnt/dont/refuse/refuses/not/never feed/feeding/wash/washing me & WHO/unless/for/days/because
no/not/without … food … until/till/unless/days & WHO/i/giving
wont/wouldnt/refused/refuses/didnt … call/ring/get/phone … ambulance/doctor & WHO
## Bruises that need a story.
fingerprints/handprint/handprints/fingermarks & arm/arms/neck/throat/me/wrist/wrists
broken/broke/fractured/cracked/bust & BONE & wasnt/not/isnt & door/fall/stairs/accident
accidents & drunk/drinks/angry/WHO & when/after/keep/keeps/always
bruise/bruises & but/because & him/husband/he/her/partner
not .. fibro/pain/illness … its/it/thats … him/husband/he/her/partner/wife/son/dad
apologise/apologises/apologised/apologizes/sorry & again/starts/happens/until/next/flowers &
  he/she/husband/partner/his/her ~ late ~ reply/message
loses/lost/losing control & he/husband/partner/dad/son/brother/mother ~ car/bladder/bike ~ control of
isnt/not … bad/evil man/person/husband/boy & just/but/only/he/when
lied to .. doctor/nurse/hospital/gp/them/you … about/how
it/that/this wasnt/isnt/not an accident
hide/hides/hiding/cover/covering/covers … what he/she/they did/does/done
what he/she/they/husband/partner/dad did/does/done/doing to me/us
INJURY & because … of him/her/husband/what
keep/kept/shut my mouth/trap shut & or/told/worse/said
WHO & cop/catch/get it & when/if/for ~ get it for me ~ better ~ too ~ had it ~ for years
accidents/accident … happen/happens/have & says/said/saying/keeps/warns
> the bruises arent from falling
> told the doctor i fell down stairs. i didnt fall
> my husband has a temper and i end up with bruises
> he did this to me
INJURY … from/off/by … WHO ~ blood test/tests
bruise/bruises/marks & hide/hiding/cover/makeup/sleeves/purpose/grabbed/grip/fingers/handprint & WHO/make/grip
bruise/bruises/marks/black/injuries & arent/werent/wasnt/isnt/not/didnt & fall/falling/fell/accident/stairs/door/fibro
told/tell/said/say/lied … fell/stairs/door/doors/accident/bumped/tripped/walked && didnt/lie/lied/not/truth/wasnt
walk/walked/walks into doors/door & tell/say/people/always/lot
lie/lied … bruise/bruises/how/injury/injuries
i didnt fall $ ~ so i didnt fall
not/isnt/wasnt … from … fall && WHO did
wear/cover/hide/hiding/covering … bruise/bruises
black eye & WHO/gave/got/given/another/again ~ mascara
gave me a black eye
spat/spits/spit in/at/on my/me
WHO did this/that/it to me/us
WHO done this/that/it to me/us
makes/made/make him/her/them angry/mad/cross && hurt/hurts/ribs/bruise/face/hit/afraid/scared/pay/sore
"""
