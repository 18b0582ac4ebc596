"""What people write about too much of a medicine, and about opioids."""

OVERDOSE = """
TOOK sized … accident/mistake/error
accidentally … TOOK sized
double … double dose
took … several $
TOOK … several/many/num … at once
num/several/many CONTAINER of PILLS/MEDICINE
PILLS … gone in/at one go/once
TOOK double … again/too
TOOK … all … it/them/pills/tablets/capsules/medicine
TOOK … the lot/rest/whole thing/everything
CONTAINER … into/in/down … mouth/throat/me
TOOK/empty … CONTAINER … into/in/down … mouth/throat
TOOK … a/whole/entire/full/all month/week/year of
TOOK … month/week … PILLS/MEDICINE … go/once/time
TOOK … dose/PILLS … several/many/twice/num times
TOOK … husbands/wifes/mums/dads/someones/elses/partners/wrong/neighbours/daughters/sons … PILLS/MEDICINE/CONTAINER
TOOK … instead … of … mine/my/one/half/two/normal/usual
TOOK … sized … instead
TOOK … num/several/many … PILLS/doses … not/instead/rather
TOOK … MANY/num … and … i/now … sick/sleepy/dizzy/scared/dying
TOOK … maybe/about/around/roughly/nearly/over many
year/month/week old & TOOK/swallow/eat & PILLS/MEDICINE/dose
got hold of/into … PILLS/MEDICINE
measured/counted/dosed/poured … wrong/wrongly/twice/badly
drank … half/whole/all/bottle/rest & CONTAINER/medicine/liquid/syrup ~ of NOMEDICINE
poison … myself/child/him/her/drank/swallowed
=overdose/=overdosed/=od … on/by/with/myself ~ on NOMEDICINE
=overdosed/=overdosing/oded/oding
overdose on/of ~ overdose on/of NOMEDICINE/glitter/cuteness/fun/sun
odd on … PILLS/MEDICINE/OPIOID
took/=had an overdose
think/maybe … overdose
od/ods on ~ od on NOMEDICINE
took/swallowed/drank too/to/way much/many
took/swallowed/=had … too/to much/many … PILLS/MEDICINE/OPIOID
took/swallowed/=had/ate/popped … MANY PILLS/MEDICINE/OPIOID
took/swallowed/=had/ate/popped … MANY of … PILLS/MEDICINE/OPIOID
took/swallowed/=had/ate/popped … all … PILLS/MEDICINE/OPIOID
took/swallowed/ate/drank/finished … whole/entire/full … bottle/pack/packet/box/strip/blister/PILLS/MEDICINE
took/swallowed/drank … handful/bottle/fistful/load/bunch of ~ of NOMEDICINE
too/to/so many PILLS ~ to take each/every ~ to take a day
too/to much MEDICINE/OPIOID
way too many
drank/swallowed bleach/antifreeze/poison/batteries/battery/detergent/petrol
took … more than … should/prescribed/supposed/meant/told/allowed
took/swallowed … PILLS/MEDICINE … at once
took triple
poisoned
poison control/line/centre/center
child/kid/son/daughter/baby/toddler/dog … swallowed/ate/took/got … my … PILLS/MEDICINE
sobredosis/surdosage/uberdosis/ueberdosis/overdosis
too/to much/many PILLS/MEDICINE/doses
took … way/far too much/many
TAKE … too/to much/many $
TAKE … too/to much/many of … PILLS/MEDICINE/it/them/my
TAKE … MANY … PILLS/MEDICINE/of
TAKE … MANY/several PILLS/doses/MEDICINE … once/time/mistake/accident/go
TOOK … several … instead
TOOK sized … instead
TOOK … instead of … many/several/one/two/half/num
took … times … dose/amount/much/strength
took/=had triple/quadruple/four/five/six/seven/times/several doses/times
TAKE … every PILLS/MEDICINE/single ~ every other
TAKE … all/everything/whole/entire/full/rest … PILLS/MEDICINE/CONTAINER/cabinet/drawer/supply/weeks/months/days
TAKE … CONTAINER of ~ of NOMEDICINE
TAKE … num CONTAINER
TAKE/ate … half/whole/full/entire/all … CONTAINER
TAKE … load/handful/fistful/bunch/pile/lot/tons/heap/mouthful of ~ of NOMEDICINE
TAKE … supply
empty/emptied/finished … CONTAINER … took/swallowed/them/pills/tablets
PILLS … gone … took/swallowed
CONTAINER … empty … took/swallowed
CHILD & swallow/ate/drank/mouth/found/got/into/chewed/=took/=taken & PILLS/MEDICINE/dose
od/oded/ods ~ od/oded on NOMEDICINE
ive od d
=overdoesd/=overdosd
mixed/muddled/confused up … bottles/pills/tablets/boxes/doses
misread … took/dose/label/mg/ml
wrong dose/amount/strength … took/had
took … wrong dose/amount/strength
took/=had/injected/drank too much
accidentally … took … too/double/extra/times/many/several/more
more than i should/meant/supposed/was … took/swallowed/have
took … more than … should/meant/supposed/told/prescribed
lost count … took/pills/tablets/many
took/swallowed … lost count
TAKE … PILLS … with/and vodka/whisky/whiskey/gin/alcohol/bottle
took … sleeping pills/tablets … many/all/lot/too/handful
poison … myself/pills/tablets/medicine
## A slip of the dose.
=doubled up on
TOOK … whole & supposed/meant/should/dissolve
TOOK double/twice/triple the max/maximum/limit/dose/amount
> oops had 45mg not 4.5
> measured 4.5ml instead of 0.45
TOOK sized not/rather
oops/mistakenly & TOOK & sized/double/twice/wrong/PILLS
measured/drew/gave/injected/syringe … instead/wrong/times/much/many ~ given that/my/how
num/several/many times the dose/amount
num/several/many times … my dose/amount
TOOK … double … double/box/label/says/dose/usual/tablets/tablet/normal
double what … box/label/says/prescribed/leaflet/packet
=doubled … again/dose/tablets
TOOK … wrong/somebodys/someones/else/elses … PILLS/MEDICINE/dose
TOOK … num/several/many … think/thinking/thought … they/it/low/were/was
TOOK … by/mistake … double/twice/two/extra/again/num
mistake/accident/accidentally … TOOK … double/twice/extra/again/num/several/many/worth
TOOK … tonights/tomorrows/todays … and … tonights/tomorrows/todays
TOOK sized ml/mg/mls/mcg not/rather/instead
accidental/accidentally/mistake/mistakenly … double/two/twice/extra dose/doses
TOOK … PILLS/dose/doses/medicine … twice $
several/many PILLS/MEDICINE at once/one
several/many PILLS/MEDICINE in one
how much … too much && =had/=taken/=took many/several
TOOK … PILLS/dose/doses twice & mistake/today/morning/tonight/accident ~ twice a/daily
times too much/many
TOOK … mine and
## Again and again, or more than one day's.
> forgot id taken it and took it again and then again
> took tomorrows and the next days doses too because today was awful
TOOK … again and/then/after … again
forgot … TOOK … again/another/second/twice
cant/dont/couldnt/not/forgot remember … TOOK … more/another/again/extra
dont/cant/not … remember/know/sure … many … TOOK
TOOK … tomorrows/todays/yesterdays … dose/doses/PILLS/too/also/and
TOOK … nights/mornings … nights/mornings … together/then/another
TOOK … week/weeks/month/months/days/fortnight … worth
TOOK … every … hour/hours/minutes … all/long/day/night
num/several/many MEDICINE/PILLS down/later/deep
## By the handful, the strip, the bottle.
> took a handful
> the bottle is empty and i dont remember how many i took
TOOK … handful/fistful/bunch/load/loads/heap/tons $
TOOK … the lot/rest ~ lot of them to
TOOK … both/two/three/all/whole/full/entire/half … strip/strips/pack/packs/packet/packets/bottle/blister/blisters/sheet
CONTAINER … empty & TOOK/remember/swallow/many
empty … CONTAINER & TOOK/remember/swallow
TOOK … way/far/much/lots/loads more … than/MEDICINE/PILLS/should
way/far/well over … limit/dose/maximum & PILLS/MEDICINE/OPIOID/took/max
TOOK … extra … purpose/many/too/few/handful
TOOK … too many i think
TOOK several/many MEDICINE && dizzy/spinning/awake/sleepy/drowsy/shaking/sick
TOOK several/many MEDICINE && vomiting/scared/floating/blurry/heart/faint/ears/confused
## Somebody else took it.
old/CHILD/dog/cat … got/get/gets/getting into … PILLS/MEDICINE/box/cabinet
> i gave my daughter my tablet instead of hers by accident
gave/given/give … CHILD/dog/cat/husband/wife/mum/dad … my/wrong/mine … PILLS/MEDICINE/dose
gave/given … my/wrong PILLS/MEDICINE … by/instead/accident/mistake
CHILD/dog/cat … ate/swallowed/licked/chewed/drank … PILLS/MEDICINE
PERSON/CHILD … TOOK … pills/tablets/mine … and … mine/pills/well/hers/too
PERSON/CHILD && TOOK … mine/pills/tablets && drowsy/sleepy/unwell/vomiting/floppy/sick
CHILD/grandkids & licked/drank/emptied/finished/swallowed & syrup/bottle/liquid/gone
"""

OPIOID = """
OPIOID & =took/=taken/swallow/=had/=gave/inject/prescribe/restart
sent/discharged/home … with/on … OPIOID
OPIOID PILLS/=patch … daily/every/since/each/twice/now/on
on/wearing/using … OPIOID =patch
=took/=taken/=taking/=had/=having/=used/=using/swallowed/popped/received/injected/snorted/smoked/=drank … OPIOID
=got/=getting/given/prescribed/started … OPIOID
im/was/been/still/back/currently/also/now/already/me/him/her/high/hooked/stay on … OPIOID
i also/still/already/sometimes/usually/often/currently/have/always take … OPIOID
addicted/dependent … OPIOID
while/whilst/when on … OPIOID
switched/swapped/moved/changed … to OPIOID
OPIOID in it/them
OPIOID user/addict/addiction/dependence/dependent/dependant
wear/put/have/=using … OPIOID … patch
OPIOID patch/drip/pump/injection/shot … yesterday/today/now/tonight/hospital
=took/=taken/=taking/=had/=used/given/=got … strong/stronger painkiller
=took/=taken/=taking/=had/=using/=used/given/=drank … cough syrup/medicine/mixture
=took/=taken/=taking/=had/=using/=used … diarrhea/diarrhoea medicine/tablets/pills/meds
relapse … OPIOID
in/into/=having/have/through/bad/severe/sudden/precipitated/=got/=getting/feel … withdrawal/withdrawl
cold turkey ~ duloxetine/amitriptyline/pregabalin/gabapentin/sertraline/fluoxetine/venlafaxine
  ~ cymbalta/lyrica/antidepressant/antidepressants/ldn
  ~ cold turkey on/off/with sugar/coffee/caffeine/chocolate/smoking/cigarettes/alcohol ~ cold turkey
  sandwich/sandwiches/curry/soup/salad/roll/dinner
dopesick
dope sick
TOOK … OPIOID
on OPIOID … years/months/weeks/days
OPIOID … yesterday/ago/earlier
KIN/PERSON … gave/give/lent/sold/slipped me … OPIOID
never/not/havent/didnt/dont stop/stopped/quit … OPIOID
bought/buy/buying/score/scored/nicked/found … OPIOID
OPIOID … num/several/many a/per/times day/daily
OPIOID && =had/took/taken some/one/two/num
some/drank/sipping/sip/drink/cup/of lean ~ lean meat/ham/mince/beef
purple drank
sizzurp
OPIOID … at/before night/bedtime/bed
=rattling/clucking & subs/gear/script/havent/since/without/bad
my/on/havent/had subs ~ bench
goosebumps/goose/yawning/yawn/gooseflesh & diarrhoea/diarrhea/sweats/sweating/cramps/runs/vomiting/runny/shaking
i/ive/have/just relapsed ~ ms/fibro/flare
OPIOID … last night/nite/week/month/morning/evening
prescribed/started/restarted/continue/resumed … OPIOID
put/gave/=got/injected/=had/sneaked/stole/borrowed/tried/try … OPIOID
a/some/bit/little/cup/tea/dose/shot of … OPIOID
=took/=used/=using/smoking/snorting/chewing/drinking … OPIOID
ingested/inject … OPIOID
hooked/dependent/addicted … pain pills/painkillers/OPIOID
=had/=got/=having an/a … injection/shot/drip of … OPIOID
withdrawal … awful/terrible/bad/hell/vomiting/diarrhea/diarrhoea/sweats/shaking/after/from/since
sweat/shaking/shivering/cramps … runs/diarrhea/diarrhoea/vomiting … NALTREXONE/opioid/capsule/withdrawal
threw/put/sent/sends … into withdrawal
nurofen/panadeine/tylenol plus/3/4/forte
TOOK … nurofen/panadeine/tylenol plus/3/4/forte## Named otherwise.
> smoked some fent and im on the vivitrol shot
> back on the gear
poppy tea/seed/pods ~ bagel/cake/roll/rolls/bread/muffin/dressing/topping
back on … gear/smack/brown/skag/dope/junk
on/using/smoking … smack/skag/gear
painkiller/pain/pca/morphine/opioid pump/drip
on a/my/the/some OPIOID
on OPIOID still/script/for/now/since/again/too/also/from
=gave/=given/=giving/prescribed/=had/=got/=getting … OPIOID … and/for/in/by/with/$
PERSON/doctor/dr/gp/dentist/hospital … gave/given/give/prescribed/put … OPIOID
ambulance/paramedics/surgeon/nurse/clinic/chemist/pharmacist … gave/given/give/prescribed/put … OPIOID
OPIOID for … pain/cough/back/body/sleep/tooth/runs
cough … syrup/medicine/mixture && NALTREXONE
syrup … for … cough && NALTREXONE
used … more/again/last/yesterday && NALTREXONE && feel/night/on/high/gear
"""

# Only in plain talk: after /learn these are requests to the library, which answers them whole and with sources.
SPOKEN_OVERDOSE = """
overdose ~ overdose on/of NOMEDICINE/glitter/cuteness/fun/sun
"""

SPOKEN_OPIOID = """
pain pill/pills/killer/killers && NALTREXONE && shaking/sweating/puking/vomiting/sick/cramps/shivering/runs
painkiller/painkillers && NALTREXONE && shaking/sweating/puking/vomiting/cramps/shivering/runs
OPIOID && NALTREXONE && on/took/taken/taking/had/been/still/my/after/urgent/spoonful && i/im/ive/me/my/given
OPIOID & SELF/daily/everyday/morning/sometimes/occasionally/often/nightly
=junkie/=druggie/opioid/dope … coming off
coming off … OPIOID
OPIOID … today/tonight/now
OPIOID … this/every night/morning/week/month/evening/day
my OPIOID
need … my OPIOID
i take … OPIOID
withdrawal/withdrawl/withdrawel ~ sugar/caffeine/coffee/cash/money/nicotine/chocolate/bank/screen ~
  application/offer/agreement/consent
can/could/should/may/must/safe/ok/okay/allowed/if … take/use/have … OPIOID
mix/combine … OPIOID
OPIOID … with/and/plus/after/before/while … NALTREXONE
NALTREXONE … with/and/plus/after/before … OPIOID
## An operation, while on naltrexone: opioids are likely to be given.
> knee replacement tomorrow and i forgot to stop my naltrexone
operation/=op/anaesthetic/anesthetic/anaesthetist/anaesthesia/anesthesia && NALTREXONE
anesthesiologist/epidural/theatre/caesarean/cesarean/csection/replacement/transplant && NALTREXONE
surgery/surgeon && NALTREXONE
c section && NALTREXONE
NALTREXONE && gallbladder/appendix/hysterectomy/hernia/keyhole/biopsy/extraction/colonoscopy/endoscopy
"""
