"""Goodbyes, things put in order, a date after which there is nothing."""

FAREWELL = """
## Goodbye.
> im done. goodbye and thank you for trying
> tell my kids i loved them ok
> last check in from me
goodbye/bye/farewell && done/trying/everything/sorry/love/forgive/forever/everyone/pain/peace/world/life/anymore/tired
=farewell/=goodbyes
say/said/saying … bye/byes/goodbye/farewell ~ goodbye to summer/sugar/bread/coffee/my old
tell/telling LOVED … love/loved/sorry/fault/tried/best
tell my LOVED … i ~ dont tell
my/the/this/is/its last/final … checkin/check/message/entry/log/note/post/diary
last/final checkin/message/entry/log/note/check/in … from/ever/ill/youll
last time … hear/see/talk/write/log/speak … me/you/this/here
youll/you/nobody/they wont/never … hear/see … me/again
wont/never … hear/see … from me/again
my last/final … day/night/week/weekend/christmas/birthday/sunset/meal/words … on/alive/ever/here/with/was/earth/soon
this is it $
this is/will be/was … the end/goodbye/last … me/ever/$
thank/thanks … for everything/trying/all && decided/goodbye/end/die/over/peace/gone/anymore/last/pain
youve/you … been … good/kind/decent/nice/great … bot/friend
forgive me
dont/not … blame … yourself/themselves/herself/himself/anyone/you
not/isnt/nobodys … fault … my/when/if/i/anyones
remember me/us … how/when/as/for/smiling/happy
look/looking after … for me
take care of … for me
dont/not … sad/cry/grieve/mourn … for/when/over me/im/i
always … love/loved you
=loved you all/both
love you all/both && sorry/goodbye/tired/pain/anymore/done/cant
wont/not be logging/replying/answering/checking … again/anymore/more/tomorrow/here
wont/not be using/needing/writing/messaging/coming … again/anymore/more/tomorrow/here
stop/stopped replying/answering/logging/messaging … good/forever/worry/ever
goodnight/gone/away/leave/rest/quiet/free/out/off/escape … forever/permanently
one last time/look/hug/walk/meal/drive
dont … surprised … if … i
time you/youre … read/reading/see/get this
when/once/if/after you/youre … read/reading/see/get this && gone/dead/sorry/late/love/goodbye
see you … heaven/next/other … life/side
leave/leaving you/them/everyone … all/behind/forever/soon
dont/try/cant/nobody … stop me $
talk me out
ill/i be gone/free … soon/tonight/tomorrow/of/from
please look after my/the
please take care of my/the
know why & hear/gone/stop/vanish/silent
come/came looking
dear mum/mom/mummy/dad/daddy/kids/family/children/wife/husband
last … dose/pill/tablet/checkin/one … ever
convince me
find/finding … this/my message/note/phone/letter
my/own send off
before i go $
## Letters, the will, what is left behind.
> ive written the letters. just need to post them
> have sorted the will and the passwords
> ive been tidying the flat so whoever finds me doesnt have to
wrote/written/write/writing/left/posted/finished … the/my/all/goodbye/some/their/last letters/notes/goodbyes
  ~ gp/doctor/nurse/consultant/clinic wrote/left/writes
wrote/written/write/writing … letter/note/notes/letters/card/cards/video … for/to LOVED
letter/note/letters/notes … drawer/table/fridge/pillow/envelope/envelopes/desk/bedside
record/recorded/recording … video/message … for/to LOVED … when/after/later/gone
funeral/insurance/passwords/affairs/=bills/accounts/logins/finances & nobody/chase/after/gone/ready/when ~
  does/do/pays/pay the bills
funeral/insurance/passwords/affairs/=bills/accounts/logins/finances & case/kids/wife/husband/decided/sorted ~
  does/do/pays/pay the bills
sorted/made/updated/changed/signed/written/finished/redid/rewrote … my/the will/funeral/affairs/passwords
sorted/arrange/arranged/pick/picked/chose/choose/plan/paid … funeral/songs
life insurance … pay/payout/cover/suicide/worth/more/checked/still
whoever/whos/who … finds/find … me/it/body
find/finds me … doesnt/wont/dead/have/first/there/before/not
rehome/rehomed/rehoming … dog/cat/pet/pets/rabbit
who/someone/somebody … look/have/take/feed … dog/cat/pets/kids … when/after/if/once … im/gone/i
put/get/getting/got … house/things/everything/affairs/life … in order
wrap/wrapping/tie/tying … up/loose … ends/things/everything
given/gave/giving/give … away my/all/most everything/stuff/things/clothes/books/possessions/jewellery
give/gave/given/giving … my … jewellery/jewelry/guitar/ring … friend/away/sister/brother/son/daughter/charity
give/gave/given/giving … my … records/clothes/tools/books/bike … friend/away/sister/brother/son/daughter/charity
hand/handing/handed/giving out my/all … stuff/things/clothes/books/to
sorry … whoever/mess/clean/cleaning/find/finds/found
clean/cleaning … up … after me/mess
they/someone/somebody/she/he/you … will/ll/gonna/can … find me
find me $
dont/not/nobody look/looking for me
go/went missing
insurance/pension/payout & worth/more/kids/family/them/better/enough/money
door … unlocked
give/gave/giving/given … my … to … friends/friend/neighbour/neighbours/sister/brother/daughter/son/mum
give/gave/giving/given … friends/friend/neighbour … look/looked/care/remember
deleted … all … accounts/everything/photos/socials
who will … look/care/take/feed … kids/children/dog/cat/cats/dogs
where … papers/documents/keys/passwords … are
spare key/keys … papers/letter/note/neighbour/mat/find
## Calm, because it is decided.
> funny how light i feel now its decided
> weirdly at peace today. i know when it ends now
> shes in pain and has decided it stops on sunday. she is me
=decided & end/peace/calm/light/lighter/final & i/im/me/feel/its/has/is
=decided & fine & now/all
=decided & stop/end/go & DAY ~ stop/stopping/off/start/starting … PILLS/MEDICINE/opioid/taking
  ~ go back/home/ahead/up/down/off/for/out/with/on/to/private/and
its/all/now/been decided
made … up … mind $
mind … made up
peace/calm/peaceful/serene & decided/ends/finally/weird/weirdly/strangely/oddly/suddenly/over/soon
light/lighter & decided
know … when/how/where/what … it … ends/end/stops/finishes/happens
know/decided/chosen/chose/picked/set … date/method/place/day … and/when/end/it/$ && pain/end/goodbye/peace/note/anymore
know/decided/chosen/chose/picked/set … date/method/place/day … and/when/end/it/$ && ready/finish/over
know/decided/chosen/chose/picked/set … date/method/place/day … and/when/end/it/$ && tablets/pills/kids/die
end … is near/close/coming/here
permanent solution/fix/way/exit/escape/end
she/he is me
made … my … decision/choice/peace
worked/planned/figured … out/all … when/just/how/ready
matter of … when/time
time … to go $
night/day/time/ready/tonight … to go $
my time … up/come/over/done/go
my/own choice & end/go/left/leave/long/die/when
not long left for/in/$
final chapter/curtain/act/exit/journey/decision/sleep/solution/rest/peace
it/this/all/everything end/ends/stops/over/finished tonight/today/here/tomorrow/now/soon
had/having my time/turn/life/run/fun
nothing/nobody/cant/wont/dont … change my mind
call it … day/quits && innings/life/pain/enough/me/im
good innings
=end/=ending my chapter/story/journey/days/run/book
count/counting … down/the … days $
thats me finished/done/gone/out/over $
over/finished/curtains for me
enough is enough
chosen/choose/chose/picked/pick/set … a/the/my date/day $
had … good life/innings
story/journey/road … ends/end/over/finished … here/now/tonight/$
plan b & final/way/worse/exit
its/is/be final $
think/know/guess/feel … its time $
plan/planning/planned/thinking/think/know … my/her/his/the/an exit
quiet … because … planning/plan
## A date, and nothing after it.
> giving it till my birthday then im out
> if the pain isnt gone by friday i will be
> there wont be a tomorrow for me
> cant see myself making it to christmas
give/giving it/this/myself/life … till/until/to DAY $
give/giving it/this/myself/life … till/until/to DAY && out/gone/over/end/done/enough/thats
give/giving it/this/myself/life … one/more/another/num … DAY … then/and/before
then/and/or/that im/ill/its/i out/gone/done/finished/over/off $
DAY … and/then … im/ill … out/gone/done/finished/going/checking/over
not/isnt/doesnt/unless … gone/better/stop/fixed/improve/change … DAY & i/im/ill & will/go/gone/end
not/isnt/doesnt/unless … gone/better/stop/fixed/improve/change … DAY & i/im/ill & be/out/done/going/quit
wont/no/isnt/not/never/doubt … be a/another/no/there/my tomorrow/christmas/birthday
no/without more tomorrow/tomorrows/birthdays/christmas/mornings/mondays
no tomorrow
tomorrow … wont/never/not/doesnt … come/matter/exist/me
cant/dont/wont/not/doubt/unlikely … see/make/making/reach/last/get/live … to/till/until/past … DAY
cant/dont/wont/not/never … see/make/reach/last … christmas/birthday/easter/age/forty/fifty/sixty/thirty/40/50/60/30
not/wont/dont … planning/plan/intend … to be/on being … here/around/alive
wont/not/no/dont … here/alive/problem/burden/bother/trouble/worry/nuisance … longer/anymore/long
wont/not/no/dont be around … longer/anymore/long
wont/not/dont/no need/needing/worry/bother/book/order … where im/i
where im going/gonna
no need … remind/book/order/refill/reply/call … anymore/tomorrow/again/after
wont/not/dont be needing
wont/dont/not … need … anymore/refill/appointment/reminders/medication/tablets/clinic … gone/after/soon/anymore/longer
wont … hurt/suffer/pain/struggle … anymore/after/longer
no more … pain/hurt/suffering/struggle … after/tonight/soon/tomorrow/me/forever
after tonight/tomorrow/DAY & wont/no/never/nothing/over/peace/free/done/gone
check/checking/checkin/clock/clocking out $
check/clock out … for/of … good/ever/here/life
by/my/own choice & christmas/see/here/end/go/make
im outta here
game over
see you on … other/side
not/never/wont … come/coming back $
wont/never/not … come/coming/be … back/home … again/tonight/ever/this
cant/dont/not/never … see/picture/imagine/find … version/world/life/way/ending … where/that/i/in/with
not/dont/never/wont … grow/growing/get/getting/be/live/see/make old/older
dont/not/no/never want/wanna/need … see/face/meet/wake … another/tomorrow/sunrise/morning/day/christmas/birthday
hope … tomorrow … not/never/doesnt/dont
not/dont/without … planning/plan … around/here/alive/future
plan/planning … to/on … not
wont/not … have/need to … drive/look/care/worry/visit/pay/put … me … anymore/after/again/longer
not/dont/never … planning/plan/intend … see/reach/make/be/live/stay/grow
wont/not/never/doubt/doubtful … see … spring/summer/autumn/winter/christmas/easter/birthday/year
if … fails/badly/no/bad … im/me … finished/done/over/gone
counting … hours/days … until/till/left/end
cant/dont … see/imagine/picture … here/around/alive … DAY/years
last … day/night … of … pain/suffering
plans past/after/beyond
wont/never/doubt … make/get it through
written/wrote/writing letters … boys/girls/lads/kids/children
checking out soon/tonight/early/$ ~ hotel/till/checkout
wont be around for
hand/handing/handed/giving … my stuff/things/belongings .. out/away
note/letter/letters .. is/are written/done/ready/finished ~ physio/doctor/insurance/clinic/gp
"""
