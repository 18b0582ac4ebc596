"""Being a burden; others better off; what still holds somebody here; joining the dead."""

OTHERS_BETTER = """
## Others would be better off.
> better i go and they live in peace
> theyd be sad for a week then relieved
> worlds better with one less of me
> who would even miss me
LOVED & better/happier/easier/freer/relieved/peace/lighter/richer & without/if/im/gone/id/i
LOVED … better/best … without me
better/best/easier/kinder/right i/if/that/im/me … go/leave/disappear/gone/die/vanish/not/wasnt/werent/stop
better off/of … without/alone/if/me/with
LOVED … get/got/move/recover … over/on/about/fine/without/happy/ok/okay … me/it/gone/year/week/weeks/eventually/without
LOVED … forget/cope/manage/be … over/on/about/fine/without/happy/ok/okay … me/it/gone/year/week/weeks/eventually/without
sad/cry/upset/grieve/hurt/miss … week/while/bit/month/year … then/but/and … relieved/happy/fine/better
sad/cry/upset/grieve/hurt/miss … week/while/bit/month/year … then/but/and … forget/ok/move/over/free
relieved … im/i/when/if … gone/go/dead
cost/costing & people/LOVED/insurance & all/only/i
LOVED … get/have/claim … insurance/payout & least/dead/gone/when/if ~ travel/car/home insurance
LOVED/everyone … better off $
less/fewer/minus … of/for … me/burden
one … less/fewer … mouth/burden/problem/person/worry/cripple/thing/patient
who/whod/would/will/wont/nobody/noone … miss/notice/mourn/care … me/if/im/gone
nobody … notice/miss/care … gone/days/week/weeks/dead/if/me
set/sets/setting LOVED … free
free/release/spare/rid … LOVED … of/from me/this/burden
rid of me
deserve/deserves/need/needs/find/marry … better/proper/real/healthy/new/another/someone mum/mom/mother/dad/father/wife
deserve/deserves/need/needs/find/marry … better/proper/real husband/partner/else/woman/man/than
deserve/deserves/need/needs/find/marry … healthy/new/another/someone husband/partner/else/woman/man/than
LOVED need … mum/mom/mother/dad/father … works/properly/not
deserve … than me
dead weight/wood
deadweight
just/only/always in the way
ruin/ruining/ruined/wreck/drag/dragging/destroy/wasting … LOVED … life/lives/down
weight & LOVED/im/being ~ lose/lost/losing/gain/gained ~ put/putting on
  ~ kilos/stone/pounds/lift/gym
burden/drain/drag/nuisance/liability/millstone/leech/parasite & LOVED/im/i/just/only/nothing/being ~
  dragged/drags me
better without … me
everyone/everybody/LOVED … sick/tired/fed … of/up/with … me ~ me moaning/complaining/talking/asking/snoring/being
hold/holding LOVED back
cost/costing/spending … money … on/for … me
LOVED/all/id/theyd … sigh/breath/breathe … of relief ~ results/bloods/scan/tests
im/just a/only waste/mistake/joke/drain/burden/nobody/nothing
LOVED … go/carry/keep … on … without
world/life/everything … go/carry/keep/spin/turn … on/spinning/turning … without
LOVED … did it … understand/why/get/too/same
understand/get/see/know why … people/he/she/they did/do/jump/end/choose/it
not/nobody/noone … coming/come … save/help/rescue
LOVED & grieve/mourn
LOVED … deserve/deserves … someone/who
nothing/no/nobody/reason … stick/stay/hang/wait/sticking/staying/hanging … around/here/for
why … stick/stay/hang/sticking/staying/hanging … around/here/for
cant … be … mum/mother/mom/dad/father/wife/husband … anymore
favour/favor/service & LOVED/world & do/doing/me/gone/be/if
LOVED … be/is/are … happier/relieved/freer
be/being/been/just/only/am/im/such … burden
lost cause
would … anyone/anybody/they/somebody/you … care/notice/miss/cry
nobody … cry
LOVED … be … fine/ok/okay/alright after/without/eventually/soon
stay/stick … for & nobody/nothing/no/left/why
why … should/bother … stay/continue/live
hurt/hurts LOVED … less … than/if
better as … memory
give/gave/given … cat/dog/pet/pets/animals … to & free/go/shelter/rehome
let … go … like … dog/dogs/animals/pets
## The one thing that still holds.
> only thing keeping me here is the cat
> if it wasnt for my kids i would have ended it already
keep/keeping/kept/keeps me … here/alive/going/breathing/from ~ going with/at ~ keeps me away
only/one/sole … reason/thing … still/here/alive/stay/stopping/not/havent
stop/stopping/stopped me … is/from/was … doing/kids/dog/cat/mum/only
only … stop/stopping/stopped … me
if it/i … wasnt/werent/hadnt/didnt/not/isnt … for/have … LOVED/dog/cat & end/ended/gone/dead/here/alive/over/done/go
would/wouldve/couldve/could/id have ended/gone/done/left … it/this/already/ago
id … ended/gone/done … already/ago/now
when … mum/mom/dog/cat/dad/parents/kids … gone/dies/dead/passes/grown & i/ill/im/me & go/follow/free/can/too/next
## Joining the dead; meeting God.
> im ready to meet god
> gonna join my mum up there soon
join/joining/follow … LOVED/late/nan/gran/baby/him/her … up/soon/heaven/there/where/tonight/other
see/be/with/meet/hug … LOVED/nan/gran/baby/him/her/twin … in/up/on … heaven/other/there/side/again
meet/see … god/maker/lord/jesus/allah/creator
god/lord/him/he/jesus/allah/bhagwan/angels … take/call/bring/carry … me ~ took/takes me
  out/to/for/shopping/swimming/there ~ he/him =calls/=called/=brings/=brought/=carries/=carried
take me … home/away/now/tonight/soon/already/please/lord/god
heaven/paradise/afterlife & soon/ready/wait/waiting/better/tonight/see/want/go
other side … soon/ready/see/peace/better
ill/i … have to/gotta/must/gonna … do it … myself
go/going/gone … home … to … jesus/god/lord/mum/mom/dad/him/her
to/with jesus/god/lord … tonight/soon/now/tomorrow/$
after her/him/them … i … go/also/too/follow
only/just … for/until/till … mum/mother/dog/cat/kids && after/then/once
be with … my late/mum/mom/dad/husband/wife/baby … again/soon/tonight
short pier
be with my LOVED again
"""
