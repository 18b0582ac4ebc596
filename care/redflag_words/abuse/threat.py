"""Being threatened, frightened on purpose, worn down."""

THREAT = """
## Is threatened: me, my children, my home, my papers.
> he says he will put me in hospital
> she says she will get me deported if i complain
> he told me id be sorry if i talk to the clinic
threaten/threatens/threatened/threatening/threats …
  me/us/kill/hurt/hit/burn/leave/report/deport/beat/kids/children/himself/herself/home/suicide & WHO ~
  chocolate/biscuits/cake/overtime
WHO .. threaten/threatens/threatened/threatening me/us ~ overtime
feel/feeling threatened
WHO … will/gonna/would/hell/shell/theyll/ll/to
  kill/kills/bury/finish/stab/shoot/end/destroy/punish/beat/hurt/burn/drown/hunt/smash/break me/us/my ~
  exercise/exercises/walking/stretching/stretches/physio/injection/needle
gonna/will/said/says/threatens/would/want/wants/tried/tries/trying … kill/hurt/beat/bury/hunt/strangle/drown me &
  WHO ~ exercise/exercises/walking/stretching/stretches/physio/injection/needle
hell/shell/theyll kill/hurt/beat/find/bury/batter/murder me/us
will/gonna hurt/kill/beat me … if/when
kill me … if/when … i … leave/left/tell/talk/go/speak/run/call/say/told/try/write/complain
WHO … put/puts … me in … hospital/grave/ground/box
put me in … home & threat/threatens/threatened/says/said/if/sign/dont ~ mood
bury me & WHO
finish the job & WHO/says/said
said/says/will/gonna come for/after me/us
hed/hell/shell/theyd/theyll/will/gonna/would break/smash/kick my/me …
  leg/legs/neck/arm/arms/face/jaw/bones/fingers/head/in
will/hell/shell/theyll/gonna take my/the baby/kids/children & says/said/tells/if/threat/WHO ~ school/park/shops/zoo
tells/told/telling/says … to get out & WHO ~ get out more/of/and/in
im/am a dead man/woman/girl
says/said/message/text/told … im/youre =dead & ex/he/she/husband/partner/brother
call/calls/called/calling … worthless/useless/names/cripple/fat/slut/pathetic & by/WHO/me
WHO … id/ill/youll be sorry
make/makes/made me pay ~ bill/deposit/tax
teach/taught/teaches me a lesson & WHO/kill/hit/hurt
im/me/us/kids next & WHO & said/says/kick/kicked/hit/hurt/kill
says/said … next time
get/have/got/getting me … deported/sectioned/arrested & WHO
set/sets/burn/burns/torch … house/flat/home … me/us/down & said/says/WHO/threat
take/takes/keep/get … kids/children/baby … off/from/away & threat/threatens/says/said/if/WHO ~ school/park/shops
WHO … hell/shell/theyll/will … take … kids/children
hurt/hurts/hit/kill/kicked/killed/poisoned … my/the dog/cat/pet/puppy & WHO & next/lesson/if/because/angry/front/me
leave/throw/kick/put me … street/streets/out & if/says/said/threat/obey
street/streets/homeless & WHO & if/unless/says/threat ~ lives
WEAPON & WHO &
  wave/waves/waved/waving/point/pointed/points/hold/holds/held/pulled/pulls/came/comes/went/throat/threat/threatened/threatens/chased/burglars/sleeps
WHO … kill himself/herself/themselves … if i
hell/shell/theyll put me in
put/puts me in the ground
laughs/laugh/laughed & when/while & i/im & cry/fall/hurt/pain/fell/crying & WHO ~ joke/jokes
## Family honour; a marriage that was not chosen.
> they want to marry me off and i said no
marry/married/marrying me off
force/forced/forcing/make/making/made … marry/marriage
honour/honor/izzat/shame/shaming/dishonour & family & kill/beat/hurt/lock/threat/punish
dowry & fight/beat/money/scare/torture/harass/threat/more/demand/hit
arranged marriage & not/dont/force/refuse/scared
chased/chases/chasing me & WHO/knife ~ dreamt/dreamed ~ dream/nightmare/nightmares
WEAPON & WHO & showed/shows/pulled/took/takes/got/careful/me & showed/shows/pulled/careful/scared/said/says/throat ~
  bread/butter/kitchen/cook
ex & come/coming/round/get/sort/find/kill & me & says/said/gonna/will/hell/threat
WHO .. threaten/threatens/threatened/threatening ~ chocolate/biscuits/cake/overtime ~ to
  hide/buy/sing/come/cook/dance/move ~ throw out/away/my ~ to cancel ~ boss threatened/threatens to ~
  weather/rain/storm
sort me out & WHO & says/said/hell/brothers
regret & me/it/this & WHO & says/said/make/makes/hell/youll/ill
## Frightens, shouts, humiliates, wears down.
> my fella flies into rages and i cop it
WHO & angry/nasty/furious/violent/aggressive & at/with me/us
cant/dont/stopped/never/not/darent/afraid/quiet/hide … because/cos/or/so/incase … he/she/they/husband/partner …
  angry/mad/cross/furious/jealous/nasty ~ lol
he/she/husband/partner … angry/mad/furious/nasty & if/when i & dont/not/cant/slow/late/say/ask/talk/rest/see/no
WHO .. is/are/been/being/was … cruel/nasty/horrible/vile/brutal/mean to/with me/us
=slave/servant/property/punchbag & his/her/their/like/treat/treats/family
under his/her thumb
short leash/lead
WHO .. own/owns me
WHO & RAGE & me/i/us/house/home/again/drunk/drinks ~ printer/telly/computer/football/game/games ~ my temper ~ mental
  health/hospital
WHO … goes/go/went/going/gone mad/mental/crazy/ballistic/berserk & if/when/me/because/scared/hide ~ bill/haha/lol
> she humiliates me in front of everyone and calls me names
> my son screams in my face
WHO .. =scares/frightens/terrifies/intimidates/terrorises/terrorizes/bullies/torments/harasses me ~ driving ~ jumping
WHO … =scaring/frightening/intimidating/bullying/harassing/tormenting/terrorising/torturing me
WHO … shouts/yells/screams/shouting/screaming/yelling/swears/spits at/on me/us ~ parking/driver/driving
scream/screams/shout/shouts/yell/yells/screaming/shouting … in my/our face
shouts/screams/shouting/screaming & WHO & hits/afraid/scared/grabs/throws/rough/hide/mean/steals
wakes/wake/waking me … shout/scream/yell/argue/hit
humiliate/humiliates/humiliated/humiliating/degrade/degrades/degrading/belittle/belittles/belittling me
WHO & call/calls/called/calling me & names/useless/worthless/cripple/slut/whore/bitch/pathetic/retard/ugly
WHO … tells/says/saying … im/i/me useless/worthless/crazy/pathetic/nothing && believe/want/love/day/always/hit/hits
nobody/noone … else/would/will … want/love/have/believe me && WHO/hit/hits
puts/putting me down & WHO & always/constantly/all/every/then ~ slot ~ list ~ appointment
gaslight/gaslights/gaslighting/gaslit
say/says/said i deserve/deserved … it/this/pain/hit/that/everything
mental/emotional/psychological/financial/verbal cruelty/abuse
"""
