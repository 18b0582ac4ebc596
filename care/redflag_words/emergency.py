"""What people write about chest, stroke, breath and allergy."""

EMERGENCY = """
rash & fade/fades/fading/glass
heart/hart & hurt/ache/pain & arm/jaw/numb/sweat/sweating/neck
face/mouth/eyelid … not/isnt/wont/cant/stopped move/working
half … face & not/isnt/wont/cant/numb/stopped
numb/numbness/cant … bottom/bum/groin/saddle/privates/genitals & pee/poo/wee/toilet/bladder/bowel/wet
lost my/all sight/vision/speech/voice
CANT … feel … private/parts/bottom/groin/bum/genitals/saddle
my chest
chest & kill/agony/clutch/grip/hurt/burn/bad/crush/explode/stab/sharp/pinch/twinge/spasm
face/mouth/lip & DEADPART
arm/leg/hand/side/body … =dead/limp/useless/paralysed
SELF & suddenly & CANT/lost/forgot/blind/deaf/weak/numb
suddenly/sudden … weak/blind/deaf/confused/numb/paralysed/collapsed/headache
forgot/forget/cant/couldnt/unable … how to … speak/talk/walk/swallow
cant/couldnt/unable/lost … speak/talk/speech/voice & suddenly/face/arm/words
lost/no … strength/power/use/feeling/movement … side/arm/leg/hand/face/half
eye … black/blind/blank/dark
cant/couldnt see … anything/out/one/left/right
vision/sight/eyesight … black/blurred/blurry/double/lost/gone/blank
isnt/not/wont/doesnt/unable … respond/waking/conscious/breathing ~ looking forward
found … floor/unconscious/collapsed & not/isnt/wont/wake/respond
CANT/lost/no … hold/feel/control … pee/wee/urine/bladder/bowel/poo
thighs/groin/bum/buttocks/privates/crotch/legs/below waist & numb/feeling & pee/wee/bladder/bowel/toilet/wet/poo/CANT
thighs/groin/bum/buttocks/privates/crotch … numb/tingling
CANT … walk/stand/move & suddenly/weak/numb/legs
legs … gone/gave … weak/way/numb
=stroke/seizure/heart … symptoms/signs/attack/coming
keep/kept … passing/blacking/fainting/collapsing/falling … out/down
feel … passing/blacking … out
dial/call/ring/phone/get 999/911/112/000/111/ambulance/help/paramedics
chest/cheast/chset … pain/hurt/ache/discomfort/feels
chest/cheast/chset … tight/tightness/pressure/heavy/crushing/squeezing
chestpain
pain/tightness/pressure/squeezing/ache/crushing/elephant … chest/cheast/chset
my heart stopped
heart/hart attack
cardiac arrest
having/getting a stroke
mini/like/of/suspected stroke
think … stroke
face/mouth/smile/eyelid … droop/droopy/dropped/sagging/crooked
drooping face/mouth/eyelid
droopy/lopsided/crooked/uneven face/mouth/smile
face/mouth/smile … lopsided/uneven
half/side of my/his/her face … numb/dead
slurred … speech/words/talking
speech … slurred
cant speak/talk/swallow ~ cant talk long/here/openly/now/hes/shes/im
cant move/feel my/one … arm/leg/face/side/hand/body
one side … weak/numb/weakness/paralysed/paralyzed/dead
arm/leg … paralysed/paralyzed
sudden/suddenly … weak/weakness/numb/numbness/blind/confused/confusion/headache
arm/leg/face … suddenly … weak/numb
gone blind
cant see anymore
lost … vision/eyesight
worst headache
thunderclap
passed out ~ passed out leaflets/flyers/sweets
faint
black out ~ windows/window/curtains/blinds
blackout
unconscious/unresponsive
lost consciousness
PERSON … not/isnt/wont/doesnt wake up
hes/shes not waking up
wont wake up
wont respond
collapse
seizure/convulsion/convulsing
had a fit
vision/eyesight/sight/speech … gone/disappeared
double vision
numb/numbness … AREA
cant feel … AREA
AREA … numb/numbness
numb/numbness … between … legs/thighs
numb/numbness … there/privates
cant pee … numb
lost/no control … bladder/bowel/pee/poo
cant control my bladder/bowel/pee/poo
wet/soiled myself
cauda equina
cough/vomit/throwing/puking/spitting … blood
blood in my vomit/sick
vomit … coffee grounds
bleeding wont stop
wont stop bleeding
cant stop … bleeding
bleeding heavily/badly
call/need/send/get … ambulance
ambulance … please/now
call/dial 911/999/112/000/111/paramedics
im dying
im gonna die
think/feel … im … dying
think … gonna die
is/its an/a emergency
medical emergency
🚑
🆘
chest & PAIN
chest & TIGHT
chest & arm/jaw/neck/shoulder/sweat/breathless/numb
breastbone/sternum/heart & PAIN
chest & sit/stood/elephant/brick/weight/clamp/vice/vise/band/fist
heart … racing/pounding/fluttering/skipping … faint/dizzy/sweat/pass/collapse
arm/leg/side/face/mouth/smile/hand/foot/body/half … numb/weak/limp/dead/heavy/droop/useless … sudden/suddenly/since/now
cant lift/move/raise/feel/use my/one/the … arm/leg/hand/face/side/foot/body/limb
arm/leg/hand … doesnt/wont/not/isnt/stopped … work/move
face/mouth/smile/lip/eye … droop/droopy/drop/crooked/lopsided/slid/fell/slipping/wonky/skewed
words/speech/talk/speak … slur/jumbled/garbled/funny/gibberish/nonsense
slur
cant get … words out
cant/couldnt/cannot see … of/from … eye
cant/couldnt see … suddenly
half/side … body/face … numb/weak/dead/paralysed/paralyzed/tingling
numb/numbness … half/one/left/right side/body/arm/face/leg
sudden/suddenly … weakness/numbness/blind/blindness/confused/confusion/headache/dizzy/paralysed
confused … sudden/suddenly
weakness … one side/arm
presion/dolor/opresion & pecho
private/genitals/saddle/groin … numb/numbness/feel
saddle … numb/numbness/anaesthesia/anesthesia/area
lost/no/without … feeling/control … bladder/bowel/bum/toilet/urine/groin
leak … urine/pee/wee … numb/feel/legs
legs … numb/weak … pee/wet/toilet/bladder/bowel
having a … fit/seizure
fitting/convulsing … floor
he/she/mum/mom/dad/husband/wife … collapsed/fainted/unconscious/unresponsive/fitting
## A heart attack in other words.
> i have big pain in the breast left side and arm is like sleep
> band around my ribs squeezing, sweating loads
breast/ribs/ribcage & PAIN/TIGHT & arm/left/sweat/sweating/breath/jaw/band
ribs/ribcage/breastbone/sternum & TIGHT/band/belt/vice/rope/squeezing
heart & PAIN/TIGHT/sweat/sweating/faint & arm/jaw/sweat/sweating/faint/dizzy/left/breath/now
heart & jumping/stopping/irregular/fast/racing & arm/jaw/sweat/sweating/faint/dizzy/left/breath/now
arm … asleep/sleep/heavy/numb/dead & left/chest/breast/jaw/heart
jaw & PAIN & arm/sweat/sweating/left/sick/chest
clutching … chest
## A stroke in other words.
> my mouth is hanging down on one side and i cant smile right
> suddenly cant read the words, they look scrambled
face/mouth/lip/eye/cheek/smile … hang/hanging/down/dribble/dribbling/drooling/lopsided/melting/slipped
dribble/dribbling/drooling/hanging & face/mouth/side/chin
cant/couldnt/wont/hardly … smile/whistle
words/speech/talking … wrong/scrambled/jumbled/slurring/backwards/mush/thick
SELF/mum/dad/he/she & CANT/not … making sense
grip … gone/wont/cant
hand/arm/leg/foot … wont/doesnt/not/stopped grip/hold/move/work/lift/obey/listen
wont/cant hold me/anything & leg/legs/hand/arm
lost/losing/loss/gone … sight/vision/eyesight … eye/left/right/minutes/ago/suddenly/half
lost the sight/vision
vision/sight & curtain/half/black/blur/minutes/gone/shadow
curtain … eye/vision/sight/down
weakness/weak … right/left/one … hand/arm/leg/side/foot
right/left/one hand/arm/leg/side … weak/weakness/numb/paralysed/dead/useless
head/headache & worst/bang/thunder/exploded/explosion & ever/suddenly/life/came/like
## Bladder, bowel and saddle.
> cant feel when i wipe
> havent been able to wee for 14 hours, numb round the back passage
feel/feeling … wipe/wiping
cant/dont/not/no/without … feel/feeling/sensation … pee/poo/wee/toilet/wipe/wiping/bottom
cant/dont/not/no/without … feel/feeling/sensation … bum/backside/bladder/going/below/underneath/saddle
no/lost … feeling/sensation … down/below/there/saddle/bum/bottom/groin/between
cant/dont/not … tell/know/feel … need/needing/want … toilet/pee/wee/loo/poo/urine
bladder … wont/cant/not/doesnt/isnt/stopped … empty/work/go/hold
bladder/pee/wee/urine/poo/bowel/bowels & numb/numbness/tingling/legs
CANT/not/havent/no/hasnt … able … wee/pee/urinate/pass/poo
CANT/havent/hasnt/wont/not wee/pee/peed/urinate/urinated & hours/day/since/numb/legs/all/yesterday/today
wee/pee/urine/poo … comes/came/coming/leaking/leaks/running … alone/itself/without/own/feeling
numb/numbness/tingling … passage/anus/backside/rear/seat/perineum/bike/saddle/bottom/behind
sit/sitting … bike/saddle & numb/numbness
cant hold … poo/pee/wee/bowels/bladder/stool/urine
wee/pee/urine wont/isnt/not/hasnt … come/coming … out/all/today
## Collapse and bleeding.
> dad just dropped to the floor and is twitching
PERSON … dropped/fell/slumped/keeled … floor/down/over & twitching/shaking/wont/not/jerking/blue/cant
twitching/jerking … floor/cant/wont/eyes
came/come to on the floor
black/tarry/bloody/blood … poo/stool/stools/poop/toilet & dizzy/faint/weak/lots/black/tarry
tarry … poo/stool/stools
blood … everywhere/pouring/gushing/lots
pooed/wet/soiled/pissed/weed/peed … myself && feel/felt/back/numb/legs/notice
"""

BREATHING = """
breathing … feel/is/seems/gone wrong/weird/strange/off/different/bad/tight/funny
air & no/not/CANT/enough/need/gasp/fight/hungry/getting/barely/hardly
my breathing … BADWAY
breathing … not/isnt … right/normal/good/well/working/okay/ok
lungs & sit/squash/crush/burn/close/shut/fill/tight/stop/collapse/CANT
BREATH & CANT/barely/hardly/struggle/trouble/difficult/hard/tough/harder/worse/shallow/fight/problem/laboured
choke … feel/like/im/cant/throat/air
feel/like … choke/smothered/strangled
FACEPART & SWELL/blown/double/bigger/twice/thick/fat/inflated/ballooning
FACEPART & itch/itchy/hives/rash & SWELL/up/after/dose/capsule/tablet
oxygen/sats/saturation … low/dropping/80/81/82/83/84/85/86/87/88/89
cant/couldnt/hardly/barely/unable breathe/breth/breeth
cant/couldnt … breathe
unable to breathe
hard/difficult/harder/difficulty/difficulties/trouble/problem … breathe/breth
struggle … breathe/air
breathing … hard/difficult/trouble/stopped/shallow/fast/worse/bad/funny/heavy
stopped/not/isnt breathing
short/shortness/shortnes of breath
out of breath
breathless/breathlessness
cant catch/get/draw my/a/any/enough breath/air
fighting for air/breath
gasping/wheezing/wheezy/suffocating
im/i/keep/started/feel/like =choking
=choking … throat/food/air/feeling/breath
throat … closing/swelling/tight/tightening/tightness
face/lip/tongue/throat/mouth/eyes … swell/puffed/balloon
swell/puffy … face/lip/tongue/throat/mouth
blue lips
lips … blue
anaphylaxis/anaphylactic/anaphalactic/anaphylatic
allergic reaction
allergy attack
severe/bad allergic/allergy
epipen
asthma attack
hives
rash … swell
swelling … rash
BREATH & NOTWELL
cant/couldnt/hardly/barely/not … get/catch/take/draw/pull/inhale/swallow … air/breath
cant/couldnt inhale/exhale
need air
hard/struggle/fight/trouble … get/for … air/breath
hungry for air
not/no/enough/without … enough/get air/oxygen
lungs … fill/full/tight/closing/work/burning/shut
airway/windpipe … closing/tight/swelling/blocked/shut
throat/tongue/lip/face/mouth/eyelid/eyes & SWELL
lips/tongue/throat/mouth … tingling/tingly/itchy/huge/big/thick/numb
hives/welts/nettle
rash … lips/face/throat/breath/swallow/dizzy/everywhere/wheezy
out/broke/come/came … rash/hives/spots/welts … lips/face/throat/tongue/breath
react/reaction … throat/lips/tongue/face/breath/severe/bad
severe/bad/massive/serious/allergic … reaction/allergy
having/got/think … allergic/allergy reaction/attack
cant/couldnt/hard swallow
breathing … straw
panting/puffing … air/breath/dog
lips/fingers/face/skin … blue/grey/gray/purple
suffocate/smother/strangled … air/breath/feel
stopped/pause/not breathing
## Breath in other words.
> breath is not coming properly
BREATH … not/isnt/wont/cant/hardly … coming/come/going/enough/properly/in/full
gurgling/gurgly/rattling … chest/breath
sit/prop/propped … up … to breathe
cant/couldnt … lie/lying flat … breathe/breath
eyes/eye … SWELL … shut/tablet/capsule/dose/pill
"""

SPOKEN_EMERGENCY = """
emergency
stroke
"""
