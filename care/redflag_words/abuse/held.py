"""Being locked in, cut off, watched, followed, controlled."""

HELD = """
## Is locked in or kept in.
> he locks the door when he goes to work and takes the key
> i am kept in one room
> im a prisoner in my own house he has the keys
> he stands in the doorway so i cant get past
WHO .. lock/locks/locked/locking … me/us … in/up/out/room/house/inside/bedroom/bathroom/cupboard/garden
lock/locks/locked/locking me in/up/out/inside/here
locks/lock/locked … door/doors/gate & key/keys/leave/out/goes/me & WHO ~ myself ~ lost
WHO … take/takes/took/taken/hide/hides/hid/keeps/has … the/my/door/house/car/all
  keys/key/passport/documents/papers/shoes ~ garage ~ lift ~ spare ~ by mistake/accident ~ i put/left/lost
WHO .. change/changes/changed the locks
WHO … keep/keeps/kept/keeping me … inside/indoors/locked/prisoner/captive/hostage/house/room/bedroom/home/isolated
keep/keeps me locked/prisoner/captive/hostage
im/am/being/was/been kept in … one/a/the/my room/house/bedroom
im/being/am held … against/captive/hostage/prisoner
prisoner/hostage/captive & WHO/key/keys/lock/locked ~ pain ~ illness
block/blocks/blocked/blocking/stands/stood … doorway/door/exit/way & WHO & me/cant/past/out/leave
wont/doesnt/wouldnt/never/not/dont/refuses let/allow/letting me/us … leave/out/go/anywhere/outside & WHO ~ leave
  early ~ ladder ~ win ~ cook/lift/carry/drive
not/wont/doesnt/dont/never let me go out/anywhere ~ knee/shoulder/hip/back ~ pain
wont/doesnt/wouldnt/never/not/dont let/allow me … see/phone/call/ring/contact/talk/speak/visit/meet …
  anyone/friends/friend/family/mum/sister/kids/people/men/doctor/anybody/home/police/mother/parents/brother/daughter/son
wont/doesnt/wouldnt/never/not/dont let me … eat/sleep/use/wash/shower/phone/study & WHO ~ let me eat …
  gluten/sugar/chocolate/crisps/biscuits/sweets/cake/chips
not/never/isnt allowed …
  out/friends/phone/leave/see/talk/speak/visitors/work/family/sister/mother/toilet/bathroom/outside/door ~
  until/till ~ heals ~ doctor/surgeon/physio/surgery/op ~ knee/hip/ankle ~ visiting ~ ward/covid
=madam & let/passport/beat/out/food/lock/hit/pay/paid
passport & WHO & took/takes/take/taken/keep/keeps/hide/hides/hid/holds/has ~ photo/renew/renewed
ask/get/need/asking/have … his/her/their permission
ask/asking/beg/need … permission … to/bathroom/eat/toilet/leave/out/phone/use & have/must/always/WHO/wee ~
  insurance/insurer
WHO .. wont/doesnt/wouldnt/never/not/dont/refuses let/lets/allow/allows me/us ~ let me HARMLESS_TO ~ let me do/go
  too/the/a ~ let me have/eat … chips/cake/gluten/sugar/chocolate/crisps/biscuits/sweets/wine/coffee/dessert/seconds
  ~ leave early ~ up the ladder/stairs
i/im/am/get/being/was/been/are locked in/up/inside ~ mistake/accident ~ myself ~ app/phone/account
wont/doesnt/never/not let me out/leave ~ out of bed/hospital ~ dog/cat/puppy ~ knee/hip/back/pain/legs/leg/body ~
  leave early
bolt/bolts/bolted/padlock/padlocked & door/me/gate/room & outside/WHO ~ dinner
door … from … outside & lock/locks/locked/bolt/bolted/shut
lock/locks/locked/lock me away
nail/nailed/screwed/boarded … window/windows/door … shut/up/closed
unless/until/without he/she/they/hes/husband … says/allows/agrees/lets/there/knows/knowing & cant/not/never/dont ~
  doctor
## Is cut off from others.
> he cut me off from everyone
> he doesnt like me seeing my friends so i dont
doesnt/dont/wont/didnt/hates/hate like/want/when … me/i …
  seeing/see/talking/speak/speaking/meet/meeting/having/going/visit/visiting/out & WHO
cut/cuts/cutting/keeps/kept me off/away from … everyone/friends/family/world/people/mum/everybody
isolate/isolates/isolated/isolating me
turn/turned/turns/turning … my family/friends/kids/children/everyone … against me
i … cant/not/never … go/see/leave/speak/talk/do/anything … without his/him/her …
  permission/knowing/there/watching/say/approval
no/lost/any friends/family left … because … WHO
WHO … answers … for/my me/calls & wont/never/all/always/every/let
broke/ended/ruined/destroyed … my … friendships/friendship & WHO
## Is watched, tracked, told what to do.
> he has cameras in every room watching me
> he goes through my phone every night
> he tells me what to wear and who i can see
> he rings me twenty times a day at work to check up on me
camera/cameras & watch/watches/watching/every/room/bedroom/bathroom/me/inside & WHO ~ doorbell ~ new ~ holiday
tracker/airtag/spyware/tracking & my/me & WHO/put/found ~ parcel/parcels/steps/sleep
WHO … goes/go/going/went/looks/look/looking/reads/read/reading/checks/check/checking … through/at/my/all …
  my/ONSCREEN ONSCREEN ~ cant work/see ~ because of my
WHO … checks/check/checked/reads/read/monitors/searches/looks my/at/all …
  phone/messages/texts/emails/bag/post/mileage/underwear/pockets ~ cant work/see ~ because of my
WHO … check/checks/checking/monitor/monitors/monitoring/spy/spies/spying/tracks/track …
  phone/location/where/everything/calls/move/messages ~ cant work/see ~
  steps/parcel/parcels/blood/pressure/sugar/sugars
monitors/monitor/spies/spying on/me/everything/my & WHO ~ blood/pressure/sugar/sugars/baby
every move/minute & WHO & where/watch/watches/knows/checks/my/me ~ rest
WHO … know/knows/found/finds/find/finding … where … i/im … am/live/go/work/moved/$ &
  ex/prison/jail/every/minute/he/always/scared/left/found
WHO times me
times/timed/timing me & WHO & shop/toilet/bathroom/out/how/when ~ physio
tells/tell/telling/decides/dictates/controls/control … what … wear/eat/spend/do … and/who/when/everything/$ & WHO &
  me/i ~ doctor/physio/clinic
WHO & what i .. wear
who i … can/may/get/see/talk/speak/meet … see/talk/speak/meet/to/$ & WHO
WHO … control/controls/controlled/controlling me/everything/what/who/where/all/our/my ~ pain controls ~ fibro
  controls ~ telly/tv/remote/heating/blood/sugar/diabetes/music
WHO .. is/so/very/too/getting/became/really/hes/shes controlling $
WHO .. is/so/very/too/getting/became/really/hes/shes controlling/possessive and/of/with/but/he/i/when/never/me
controlling/possessive/jealous husband/wife/partner/boyfriend/girlfriend/ex/relationship/son/mother/man
jealous & WHO & hit/hits/phone/accuse/accuses/friends/out/check/checks/angry/locks
accuse/accuses/accused/accusing me … affair/cheating/flirting/sleeping/other/lying
coercive/coercion
rings/calls/texts/phones/ringing/calling me … many/twenty/constantly/nonstop/hour/every & WHO &
  check/times/time/hour/work/where/dont/answer ~ okay/ok ~ morning/evening/sunday
has/had/having/got me followed/watched
app & my phone & where/location/watch/listen/tracks & WHO ~ weather ~ fibro
suspicious & WHO & phone/chat/message/messages/bot/husband/partner
WHO .. decides/dictates/chooses/controls/picks … i ~ doctor/clinic/physio
hes/shes/he/she/husband/partner .. always/constantly/keeps/forever watching/watches/listening me/to/my ~
  telly/tv/football
im/am/being =watched/monitored/spied ~ by the clinic/doctor/doctors/nurses/hospital
spyware/stalkerware
WHO … checks/check … mileage/receipts/pockets/underwear
## Is followed; an ex who does not let go.
> my ex wont leave me alone, he is outside again
> i have a restraining order and he ignores it
WHO … stalk/stalks/stalked/stalking/follow/follows/following … me/us ~ exercise/class/follow me in/up/on ~ dog
stalk/stalks/stalked/stalking/stalker ~ celery ~ film ~ postman/parcel/facebook/instagram
someone/somebody/man … following/follows/watching/watches me/my
turns/turn/turning/turned/shows/showing/showed/waits/waiting/sits/sitting/stands/parked/parks …
  up/outside/everywhere & ex/split/left/house/work/i … go/my/me/since/outside/everywhere & ex/he/she/hes/shes/man &
  everywhere/outside/split/left/ex ~ bus/taxi/rain/clinic/lift
ex keeps/keep … driving/calling/texting/turning/coming/ringing/messaging/watching/waiting ~ kids/dog/cat/birthday/school
ex &
  outside/following/follows/harass/threat/broke/breaks/break/attacked/hurt/scared/afraid/watching/violent/hits/hit/banging/texts/wont
  ~ kids
ex/boyfriend/girlfriend/husband/neighbour/neighbor/he … wont/doesnt/never/not leave me alone ~ case ~ fall ~ cat/dog
harass/harasses/harassed/harassing/harassment me/us/by/from/again/WHO
WHO … broke/breaks/breaking … in/into/down … house/home/flat/and/again/door/room/$ ~ shed ~ ball ~
  arm/leg/cup/cups/glass
restraining/protection/protective/molestation/barring order
injunction
out of/from prison/jail & he/ex/husband/dad/partner/father/him
police & husband/partner/boyfriend/ex/son/wife/dad & came/come/called/call/rang/out/because/arrested/took/night ~
  officer ~ works
"""
