"""Single phrases that the ideas beside this file do not cover; older than they are."""

PHRASES = """
# Nothing left: said of oneself, of hope, of the fight.
no/zero/without/lost hope
feel/am/im/so/its/all/everything hopeless
hopeless … anymore/life/pointless
what/no/not/see/seeing … point anymore/of/in it/life/living/everything/anything/me
what … the point $
no use/good to anyone/anybody/them/everyone/nobody
nobody/noone/everyone … needs/wants/loves/misses/hates me
worthless/useless/pathetic & SELF & nobody/everyone/family/kids/alive/live/here
if/when … i/im … wasnt/werent/isnt/not here/around/alive/born
so bad … if i … wasnt/werent/disappeared/gone
scared/afraid/frightened/worried/terrified … what i … do
do to myself
wrist & bleed/blood/blade/razor/cut/slit
bleed/blood … did it
lost the/my fight/battle/will
cant anymore $
cant … fight/struggle/pretend … anymore
dead than this/here/alive
plan how/when/where/what … do it
how … do it … quick/quickly/painless/painlessly/peacefully
would it be quick/painless/fast
sorry for everything
my last message/words/goodbye/day/night
should/wanna/gonna/time … go … forever/for good
no use … i should go
not … meant to be/live here/alive
ready to die/leave/go … life/world/good/forever
when/once/if im dead/gone
# A wish or a thought, and death, near each other.
SELF & =die/=death/suicide/fatal/lethal
SELF & kill/finish/end myself/=off
SELF/this & =killed me/myself ~ nearly/almost/half killed me
finish me/=off ~ nearly/almost/half finished me/off
wish/want/hope/pray/wanna/rather/if & =killed/=dead/=died/=gone me/myself/too/instead
die/dead/death … all i think
want/wanna/wish/need … heart/breathing/everything/life/brain … stop/end
SELF & TOEND & life/living/suffering/existence/misery
even if … means … death/dying/dead
mean/want/wanna/wish/hope/plan/=thought/rather & =dying
# Sleep that should not end.
WISH & not/never/dont/without … wake
not/never/dont … have to … wake
sleep … forever/for good
# A world without me.
world/everyone/everybody/family/kids/husband/wife/life/they & better/lighter/easier/happier & without/if me/i/im
better/lighter/easier/happier … without me/i
SELF & burden … everyone/everybody/all/them/family/kids/children/husband/wife/people/others
wont/not/never/last … see/hear … again & wife/husband/kids/children/family/mum/mom/love
tell … love … wont/never/goodbye/again
last night/day/time & let/god/please/hope/goodbye/forever
be … my last night/day/time
SELF … last night/day … alive/earth/here
find/found my/me body
nobody/noone/someone … find … me/body … till/until/when/dead
give … away … cat/dog/pets/books/things/stuff/everything/belongings/possessions
everything … ready … go/goodbye/letter/note
cant/dont/wont/not/never … see/imagine/picture … me/myself/i … next year/week/month/christmas/birthday/alive/old/older
next year … wont/not be/here/alive
# Means.
razor/blade/noose/gun/ligature & SELF ~ razor burn/rash ~ nail/glue gun
belt/rope/cord/scarf/sheet … round/around … neck
how many/much … kill/fatal/lethal/finish/end/die/enough/overdose/dangerous
enough … kill/end/finish me/myself/it
swallow/take … the lot … done/over/end
=swallow/=take … the lot
bridge/cliff/roof/balcony/platform/tracks/window & jump/throw/step/over/leap ~ my steps
hit/bang/smash/punch my head/myself … wall/bled/blood/floor/purpose
something/anything silly/stupid/terrible/drastic/bad … might/could/will/going/gonna
might/could/gonna/going/afraid/scared … do something silly/stupid/terrible/drastic/bad
do myself harm/damage/mischief
# No reason, no way.
no/any/isnt/not/what/see/lost/without … reason/point/purpose … live/exist/alive/going/here/on
life … not/isnt/no/aint … for me/worth/anymore/living
dont/not … deserve … live/breathe/life/alive/exist/here
hate/tired/sick/done … being/be … alive/here/me
escape … life/it … forever/for good
cant … see/find … way out/forward
want/need/wanna … out … life/forever
lost/no … hope … life/anymore/left/at all
give … up … life/living/hope/everything
suicide/suicidal/suicidality/sucide/sucidal/suiside/suicde/suacide/sewerslide/unalive
kill/hurt/harm/cut/hang/shoot/drown myself
=poison/stab/starve/burn/end/gas/strangle/injure/throw myself ~ myself on the iron/oven/kettle/stove/pan/radiator/grill
do/doing myself in
something bad/stupid/silly/terrible to myself
selfharm
self injury/injure/mutilation/harming/destruct
end my/this … life
take my life
end it/things/everything all/tonight/today/now
think … ending everything/things/it
like/ready/deserve/plan/waiting to die
rather/should/would/could die/dead
let me die
better of/off … dead/gone
easier/better … if … dead/gone
live or die
dont/doesnt care if … die/wake
feel like dying
bought/buy/got … rope ~ swing/washing/boat/tent/dog/climbing/skipping
nobody … miss/notice … me/died/gone
nobody would care
why was i … born
end my/the/this … suffering/misery
out of … misery ~ misery and send/tell
dont/cant/no see/seeing … future
pills/tablets … kill me
urge to cut/die/jump/end
die tonight/today/tomorrow
die in my sleep
ways to die
painless death
dont … wanna live/exist
dont … wanna be alive/here/around
dont wanna do this anymore
no longer wanna live/exist/be
will to live
reason/point/purpose to/in/of/for live/life/existing
reason/point to/in/of be/being alive/here
reason/point to/in/of go/carry on
cant go/carry/keep/continue on/going/living
cant be here anymore
cant live … anymore
cant do this/it/life anymore
cant take this/it/life anymore
cant take … pain/life anymore
done with life/living
tired/tierd/sick of life/living/existing/breathing
fed up with/of life/living
hate living
cant stand/bear being/to … alive/live/here
life … not/isnt/aint worth
worth living
hope/wish/pray/wanna/could/just … not/dont/never wake up
goodbye … forever/world/everyone/everybody
this is goodbye
final goodbye
last night/day on/of earth/life
wont be here/around … tomorrow/anymore/longer
wont see tomorrow
disappear forever
want it to be over
step/walk/run/drive front/infront … train/traffic/bus
step/run/drive into … sea/river/train/traffic/bus/tree
slit/slash … wrist/throat
cut my … wrist/veins/arms/legs/thighs
noose
wanna/gonna/will/might/could … take/swallow … all/every/whole … PILLS/bottle/MEDICINE
wanna/gonna/might/will/plan … overdose
thinking about/of overdose
overdose/od on purpose
please/someone/somebody/god kill me
just kill me
thinking/thinkin about/of … dying/death/ending/killing/dead
death would be
🔫
🪦
⚰
🔪
done/finished/through with being/be alive/here
tired/sick/weary of being/be here
done/finished … with this/my/the life/world
had enough of life/living/being/everything/it
nothing … left to/worth live/lose
better of/off … not waking/being/be
not wake up again/tomorrow/ever
never wake up
sleep … never/not … wake
cope/manage/happier/better/fine … without me
happier/better/easier … if/when … im/i … gone/dead/werent/wasnt
dont need me
waste of space/air/oxygen
dont/cant/no see/seeing … way out/forward/through/future/point
no future … me
written/leaving/left … letter/note to/for … kids/children/family/mum/mom/husband/wife/everyone/parents/them
suicide/farewell/goodbye note/letter
cant/dont … face/bear/stand/take/handle/want another/any/one/more day/night/morning
drive/crash … into … wall/tree/bridge/lorry/truck/river
cut again/myself/deep/deeper
cutting … arm/leg/wrist/skin/thigh
burn/scratch/bite/hit my … arm/leg/wrist/skin … purpose/deliberately/bleed/bleeds
on purpose … blood/bleed/cut/burn
notice/miss/care … if/when i … gone/died/dead/disappeared/vanished
notice/miss … me … if/when … gone/died/dead/disappeared
have/got/made … plan … means/way/pills/rope/method/ready
have/got … plan … end/die/kill/suicide
looking/stare at … PILLS/MEDICINE/knife/bottle/rope/ledge … think/wonder
count … PILLS … enough
kms
kys
ctb
rather/wanna/want/wish/prefer … not … be/exist/live/here
rather/sooner … not … on … earth
not … be on/in this earth/world/planet
dont wanna carry/go/keep/continue on/going
dont wanna … anymore … alive/live/here/life/world
feel like ending things/it/everything/myself
ending things
let me go … fight
dont … wanna … fight … anymore
tired/weary/done of/with fight/trying … anymore
tonight/today/tomorrow … night/day … do it
gonna/will/ill do it tonight/today/tomorrow/now
wanna/want/need … out of this/my/the life/world/body
i want out $
i want/wanna … with my … late/dead husband/wife/mum/mom/dad/mother/father/son/daughter/baby
deserve to … die/dead
end me
around for/at/by christmas/birthday/easter/summer/spring
have/got/bought/own/load … gun/rifle/pistol
hang … myself/yourself/noose
how to/do … hang/overdose/kill/die/end … yourself/myself/oneself/it/painlessly/quickly
might/may as well … dead/die
least painful way
painless/quick/quickest/easiest/best/simplest way … to … go/die/end/out
tried to … hang/kill/end/overdose/drown/shoot/cut/die
attempted … suicide/life
jump off/of/from/under/in/into/infront
life … no/has/without meaning/purpose/point
no meaning/purpose/point in/of/to … life/living/it
life … meaningless/pointless/hopeless/unbearable/worthless
im/i … worthless/burden/useless … alive/everyone/everybody/family/better/dead/children/kids
take … all/every/whole … at once … done/over/finished/sleep
take all/every of them/it … done/over/end/asleep/gone
lost/no … will to live/go
hope/wish/pray … god/i … take/die/dont/not … me/wake/tonight
dont/not/cant … think/see/reckon … ill/i … be around/here
not/dont/wont … exist
not/isnt/no … worth … living/alive
not sure … wanna/want … live/alive/here/go
unsure … wanna/want … live/be
disappear/vanish … nobody/noone/everyone … miss/care/notice/happier
nobody … miss/care/notice … me/if/disappeared/gone
said/saying my last
last/final message
"""
