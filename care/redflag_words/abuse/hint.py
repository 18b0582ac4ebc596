"""A hint only: somebody who must not see this."""

HINT = """
## If they see this.
> if he sees this im in trouble
> he mustnt see this
> if he finds out i wrote to you hell go mad
if/when/before/case/incase .. he/she/they/husband/wife/partner/son/dad/mum/mother/boyfriend/hes/shes ..
  sees/see/finds/find/reads/read/hears/hear/knows/know/discovers …
  this/chat/phone/message/messages/texting/writing/wrote/told/talking/spoke/asked ~
  cake/biscuit/present/gift/surprise/dent/bill
if/when .. he/she/they/husband/partner .. catch/catches/caught me
if/when .. he/she/they/husband/partner/dad finds out $
finds/found/find out & he/she/they/husband/partner/dad &
  hell/kill/mad/hurt/dead/trouble/angry/scared/hit/tell/told/wrote ~ surprise/party/present/gift
cant/mustnt/shouldnt/dont/wont/never/not .. let/want … him/her/them/husband/partner/wife … see/know/find/read/hear …
  this/out/about/i ~ surprise/party/present/gift ~ biscuit/cake/chocolate
he/she/they/husband/wife/partner/boyfriend/mother/dad/son … cant/mustnt/shouldnt/must/cannot …
  see/know/find/read/hear … this/out/about/message/chat/i ~ surprise/party/present/gift ~ biscuit/cake/chocolate
dont/please/never tell … him/husband/wife/partner/boyfriend/family/carer/mother/dad/son & said/wrote/this/told/about
  ~ surprise/party/present/gift ~ biscuit/cake/chocolate
trouble & if/when & i/im & not/dont/late/back/home ~ breathing/sleeping/walking
trouble & if/when & he/she/they/husband/partner/hes/shes & know/knows/see/sees/find/finds/hear/hears/wakes
hide/disguise/secret … this/these/messages/chat/app/bot/name/conversation & he/she/husband/partner/wife/checks/him/her
hide/disguise .. these/this/our messages/chat/conversation
different name/icon & he/she/husband/partner/checks/him
secret/hidden & he/she/husband/partner/wife & this/chat/bot/messages & please/keep/must/know/knows/find ~
  surprise/party/present/gift
he/she/hes/shes/husband/partner .. reads/checks/sees/read/check/see this/these/chat ~ cake
he/she/husband/partner/they thinks/think im ordering/shopping/texting/playing/talking/messaging
have/gotta/must .. delete … this/these/messages/chat ~ app/account/space
only/ring/call/text/message … when/while hes/shes/he/she/theyre .. at/out/work/gone/asleep/not
he/she/husband/partner/they .. walked/walks/came/comes in & sorry/stopping/stop/quick/delete/deleted
not/isnt/unsafe safe to text/talk/call/speak/write/message/type
cant say/talk/speak/type & hes/shes/he/she & here/right/next/room/beside
pretend … this/youre … reply/answer/about/message
doesnt/dont know i .. use/wrote/write/talk/text .. this/you/here && he/she/husband/partner &&
  secret/keep/please/angry/mad/find
## Cannot talk now.
cant say much/anything/what ~ good/bad ~ chemist/pharmacist/doctor/gp/nurse/article cant
> he is standing behind me
> deleting this now hes back
cant talk/speak/type/write/say … hes/shes/theyre/he/she/husband
cant talk/say … openly/freely
hes/shes/theyre/he/she … back/coming/home/listening/watching/room/downstairs &
  delete/deleting/quick/quickly/shh/whisper/bye/cant … talk/type/write/say/$/this/now/bye/quick/quickly
delete/deleting/erase/erasing/wipe/wiping & he/she/hes/shes/him/her/husband/partner/wife/safe &
  check/checks/sees/see/looks/back/reads/after/now/before/find/finds/home/coming
delete … this/these/message/messages/chat … after/before/every
deletes/delete/deleted itself/automatically
stands/standing/stood/sitting/looking/reads/reading … behind/over … me/shoulder & he/she/hes/shes/husband/partner ~
  haha/lol/breakfast
quick … before he/she/they/husband .. back/home/wakes/comes
hes/shes/theyre … coming/back/up & gotta/must/have/bye/go ~ christmas/weekend ~ coming to
## How I may be reached.
dont/not/please/never/only/avoid … call/ring/phone/text/message/messages/send/write &
  he/she/husband/partner/hes/shes … home/back/here/around/there/with ~ asleep
> dont call back, he listens
> please dont send messages in the evening he looks at my phone
dont/not/please/never … call/ring/phone/text/message/messages/send/write/leave &
  he/she/hes/shes/husband/partner/wife/they &
  look/looks/listen/listens/listening/check/checks/see/sees/read/reads/hear/hears/answer/answers/about
cant … call/ring/phone/safe … he/she/hes/shes & listens/listening/hears/checks/home/there
safe/unsafe … call/ring/text/message … me/when/only & he/she/him/her/out/work/husband
cant … write/type/talk … more/now/long & he/she/hes/shes/husband & coming/home/back/here/room
## Not what it looks like; in front of others.
> he isnt nice to me when nobodys about
isnt/not/wasnt/arent nice/kind/good/gentle/nicer to me & WHO & nobody/nobodys/when/home/alone/doors/behind/drunk
behind closed doors
lovely/nice/charming/different … front/people/outside/others/public … home/behind/alone/but & he/she/hes/shes/husband
everything/all/he/she/its fine/nice/good/lovely/different … people/visitors/others/nurse/company/here &
  changes/then/alone/gone/after/leave/behind & he/she/they/husband
things … happen/happening/going at home & cant/tell/say/bad/scared
someone/somebody at home … hurt/hurts/hurting/scares/scared/hits/hitting
getting/gets/get/got … worse/bad … at home … husband/him/he/her/partner/between
## Abroad and in broken English.
maltrata/maltrato
"""
