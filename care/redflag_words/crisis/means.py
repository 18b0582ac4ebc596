"""Means, plans, near tries, earlier tries, and asking how."""

MEANS = """
garage & car/engine/hose/exhaust & think/easy/sit/run/close/door && think/easy/end/sleep/gone
my plan is ready/set
before i do something/anything … stupid/silly/bad/terrible/$
use/used it on myself
planned it for/on
me included & stop/end/over/gone/finish
## Pills and drink at hand.
> ive got the pills lined up on the table
> i have drink and the sleeping tablets here
> please someone take my tablets off me before i use them
PILLS/MEDICINE/bottle & STASH
STASH … PILLS/MEDICINE/bottle/tramadol/morphine/codeine
DRINK & PILLS/MEDICINE & here/ready/front/tonight/bought/enough/table/night/bed/think/thinking/bad/got
PILLS/MEDICINE/bottle … front/table/hand/lap/floor/bed … me/right/now/think/enough/all/ready
take/lock/hide/keep/get/remove … PILLS/MEDICINE/knife/knives/BLADE … off/away/from … me
lock/hide … my … PILLS/MEDICINE … away/please
enough … PILLS/MEDICINE … to/for … do/end/finish/kill/job/it
PILLS/MEDICINE & enough & here/got/have/house/flat/drawer & end/finish/stop/sleep/job/trick/do
trust myself … alone/with/around/tonight/here/near/home/driving/on/not
not/dont/isnt … safe … with/from/around myself
safe … from myself
scared/afraid/frightened/worried … of … myself
scared/afraid/frightened/worried … what i/ill/id/im … do
swallow/take/neck/down … them/lot/all/whole … and/then … sleep/drift/end/over/go/finish/forever/done
could/should/might/wanna … =take/=taking/=swallow/=swallowing/neck … them/lot/all/whole/everything/too
gonna/want/tempted/=thinking … =take/=taking/=swallow/=swallowing/neck … them/lot/all/whole/everything/too
old/extra/spare/leftover … PILLS/MEDICINE/opioid … in/just case
old/spare/leftover … PILLS/MEDICINE/opioid & much/day
extra … PILLS/MEDICINE/opioid & much/day ~ can/could/should/may i
old/spare/leftover … PILLS/MEDICINE/opioid & when
extra … PILLS/MEDICINE/opioid & for when
PILLS/MEDICINE … just in case … much/gets/bad/cant
cant promise
keep … myself safe
not/dont/isnt/cant … safe … alone/tonight/myself/house
what/whats stopping me
PILLS/MEDICINE … =calling/whispering/=staring/tempting
cant … be … trusted/alone
PILLS/bottle … next/beside/near … me/bed
took/swallowed/drank/taken … hoping/hope/so … not/never/wake/end/sleep/forever
scared/afraid/frightened/about/gonna … do something
cant/wont take/undo … back
cyanide/nitrite
charcoal/nitrogen & bought/buy/order/ordered/car/tent/room/tank
pull … the trigger ~ trigger on a/the/some
choke/choking/strangle/strangling myself
im/i/feel not safe $/tonight/anymore/alone
gun/rope/bridge/pills/razor/overdose & fix/solve/answer/sort/cure
alone with … thoughts/pills/knife/knives/tablets/myself
## Roads, rails, heights, water, rope, blades, gas.
> i nearly stepped in front of a lorry today
> drove really fast at the wall and braked last second
> voices say i should jump
step/stepped/walk/walked/jump/jumped/run/throw/threw/lie/lay/drive/stand … infront/under/into … VEHICLE
infront … of … VEHICLE
under a/the … VEHICLE
lie/lay/lying/sit/stand … on the … tracks/rails/railway/road
drive/drove/driving … fast/straight/off/into/at … wall/tree/barrier/bridge/road/cliff/river/pole/central
let go … of/the … wheel
close/shut … eyes … driving/drive/wheel
steer/swerve … into … wall/tree/traffic/oncoming/barrier
bridge/roof/rooftop/cliff/ledge & stand/stood/standing/sit/sat/edge/over/think/thinking
railing/railings/overpass/viaduct/carpark & stand/stood/standing/sit/sat/edge/over/think/thinking
bridge/roof/rooftop/cliff/ledge & calling/look/looking/pull/high/climb/jump/nearly/tempted/hours
railing/railings/overpass/viaduct/carpark & calling/look/looking/pull/high/climb/jump/nearly/tempted/hours
HEIGHT & edge/think/thinking/calling/jump/nearly/tempted/staring/toes
wanna/should/could/nearly/almost/gonna/told/say/about jump/jumped $
jump … off/from/front/under/infront ~ jumping/jumped out
jump out … window
voice/voices & jump/do/kill/hurt/die/end/cut/stop/join/telling/tell/say
walk/walked/swim/wade … into/in/out … sea/river/lake/ocean/water/woods … not/never/until/keep
should/wanna/could/gonna/want/might … walk/swim/wade … into/in/out … sea/river/lake/ocean/water/woods
drown/drowning/drowned & myself/wanna/want/let/sea/bath/easy/peace/river/think/thinking
rope/noose/belt/cord/ligature/beam/hook/sheet/flex & bought/ready/garage/loft/shed/attic/neck/hang/tree/wardrobe ~
  swing/washing/boat/tent/dog/climbing/skipping
tied … rope/noose/belt/cord/ligature
hang/hanging … myself/from/in … garage/loft/shed/tree/door/beam
exhaust/fumes & car/hose/pipe/garage/engine
carbon monoxide
helium … tank/canister/bag/mask/exit
plastic bag … head/over
BLADE & wrist/wrists/arm/thigh/skin/looking/holding/hand/drawer
BLADE & bathroom/hidden/bath/deep/think/thinking/staring/calling/sharp
gun/pistol/rifle/shotgun/bullet & head/mouth/loaded/drawer/safe/cabinet/dad/dads/think/thinking/hand/buy/myself
bullet … my/me ~ bullet point/points/journal
open/opened … veins
gas … oven/on
set … myself/fire … fire/myself/alight
starve/starving … myself/to death/until
too/so close … edge/platform/tracks/road/line
edge & station/platform/cliff/roof/building/stand/standing/toes/step
looking/look … for … tree/wall/bridge/place/spot … hit/crash/jump/drive/quiet/die
BLADE/pills/rope/bridge/cupboard/cabinet & staring/calling/tempting/tempted/whispering
drawer/train/tablets/gun/insulin/edge & staring/calling/tempting/tempted/whispering
BLADE/pills/rope/bridge/drawer/gun/edge/noose & thinking/head/mind/leave & keep/about/wont/cant/every
drawer/cupboard/cabinet & staring/thinking/tempted/calling/keep
mix/mixing … everything/all/cabinet/cupboard/pills/tablets
what happens … if … i/you take/mix/swallow/jump/inject/drink … all/everything/whole/too/lot/box/bottle
if i had … gun/pills/rope/courage/guts/nerve/balls/way/button
feel/felt/feels like jumping/jump
wanna/want/tempted/should/could/thinking … crash/wreck/swerve/flip/roll … car/van/bike/into/off/it
crash … car … purpose/deliberately
BLADE … to/in/under/by/near … bed/bath/pillow/bathroom/tonight
took myself to
went/go/got/gone up/to/onto … bridge/roof/cliff/tracks/ledge/station … but/tonight/came/edge/jump/again
to/over/near the edge ~ edge of the/my table/seat/bed/chair/sofa/bath
i/ill/will jump $
train line/track/tracks/rails
platform/station & train & idea/jump/think/step/front/good/standing/edge
drop/fall … from … balcony/roof/bridge/cliff/window
garage & engine/exhaust/running/hose
bought … stuff && wardrobe/opened/ready/hidden/yet/drawer/tonight
the stuff … wardrobe/drawer/ready/hidden/bag
prisoner/prison … body && out/parole/free/escape/end/release
## Leaving off what keeps one alive.
> im going to stop my insulin. let nature do the rest
> stopped taking the heart tablets, with any luck it wont be long
stop/stopped/stopping/skip/skipping/refuse/refusing/quit … VITAL && nature/luck/long/rest/quicker/finish/peace/die/over
stop/stopped/stopping/skip/skipping/refuse/refusing/quit … VITAL && end/hope/point/slowly/fade/wait/tired/gone/god
stop/stopped/stopping … PILLS/MEDICINE && nature/luck … rest/course/long/over/take/do
nature … take/do/its … course/rest/job/it
let … nature
stop/stopped/stopping/skipping … PILLS/MEDICINE … purpose/deliberately
## Plans.
> theres a plan. im not telling you what it is
> most nights i think about how id do it
> dont worry i know exactly how im going to do it
theres/have/got/made/make/a plan && telling/tell/stop/pills/rope/note/method/goodbye
theres/have/got/made/make/a plan && date/tonight/bridge/die/kill/end/suicide/ready
think/thinking/thought/thinkin/plan/planning/planned … how/when/where/ways … do/go/end/=die/finish it/out/$
know/imagine/work/worked/decided/research/researched/figured … how/when/where/ways … do/go/end/=die/finish it/out/$
how/when/where id/ill/im … do it
ways out
way/ways … to … go/end/die … fast/quick/painless/pain/peaceful/myself
method/methods … suicide/painless/quick/chosen/death/researching/die/end/myself/peaceful
googled/googling/searched/looked/looking/read/reading/researching … how/ways/up … die/kill/end/hang/overdose/lethal
googled/googling/searched/looked … how/ways/up … painless/dose/suicide/long/bleed/high/drown
looking/read/reading/researching … how/ways/up … painless/dose/suicide/long/bleed/high/drown
i/im/ill/gonna … do it … tonight/now/tomorrow/DAY/soon/time
gonna do it
tonight/tomorrow/DAY … is … the night/day/it $
thought … about/of … doing it
practised/practiced/rehearsed/practice … hang/noose/knot/tie/rope/jump/it
ready to do it
something/anything … silly/stupid/drastic/final/permanent … do/tonight/myself
nearly/almost … did it/that
nearly/almost/about/so/close/came/tempted/ready … jumped/ended/stepped/did/do/go/went/going … through/it/over
through with it … on/last/tonight/this/time/DAY/$
coward/brave/courage/guts/nerve/bravery/scared … to … do/end/die/go/jump/finish/through it/through/jump/$
have/had/got/work/find/found … courage/guts/nerve/balls ~ my nerves ~ nerve
  pain/damage/block/test/conduction/endings ~ trapped/pinched nerve
googled/googling/searched/searching/looking/reading … many/pills/tablets/dose/overdose/cabinet
have/got/had … the/my means
brain/head/mind … tell/telling/tells/says/saying/whispers/wants … do/end/jump/die/kill/hurt/it
voice/voices/part/something … tell/telling/tells/says/saying/whispers/wants … do/end/jump/die/kill/hurt
voice/voices/part … tell/telling/tells/says/saying/whispers/wants … it
something tell/telling/tells/says/whispers … it
brave/strong/courage … enough … time/last/do/go/end/$
id do it
think/thinking/afraid/scared/worried/might/could/close/about/from/myself … doing something $
google/googling/googled/searching/researching … ways/methods
should i just … end/die/go/disappear/finish/jump/do
and do it $
snap … and … do
## Asking what kills.
> how many of these would it take
> what dose would be fatal
how/what/which … dose/many/much/amount/pills/tablets … kill/fatal/lethal/end/die/stop/finish/dangerous/deadly/death
how many … would/does … take … to/$
how long … take/does/until … die/bleed/drown/starve/death/kill
which … PILLS/MEDICINE … kill/fatal/lethal/painless/deadly
fatal/lethal/deadly … dose/amount/overdose
would/will/can/could … kill me/you/someone/somebody
is it … painful/quick/painless … to/when/if … die/hang/drown/overdose/bleed
how much/many … MEDICINE/PILLS … too/enough/safe/dangerous/kill
whats/what/any/is/need … quick/quickest/easy/easiest/painless/peaceful … way $
quick/quickest/easiest/painless/peaceful way to
## Help to die.
dignitas/euthanasia/euthanised/euthanized/euthanise/euthanize/samaritans
assist/assisted … dying/suicide/death
switzerland & die/end/clinic/book/booked/help/exit/pain/option/go
right to die
put/puts me … down/sleep/out ~ down as/for ~ misery and send/tell
pull … the plug
crisis line/team/number/text
suicide … line/hotline/number/watch/note
## Earlier tries.
> i survived my attempt in 2019 and im back in that same place now
survive/survived/after/since … attempt/overdose/suicide
my/last/first/second/third/previous/another/failed attempt/attempts
attempted/attempt … before/again/ago/once/twice/last/suicide
tried … to … die/end/kill/hang/overdose/jump/drown/myself
tried … it/this/once/before … before/again/ago/once & failed/work/worked/hospital/found
tried … it/this/once/before … before/again/ago/once & this/time/pills/tablets/properly/closer
should … have/ve … worked/died/let/succeeded
last time … tried/found/failed/work/took/pills/hospital/sectioned
back in/at … same/that/dark/bad/black place/headspace/hole
sectioned/psych … ward/again/before/once
"""
