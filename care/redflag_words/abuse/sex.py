"""Being made to have sex, touched, shown."""

MADE_TO = """
## Is made to have sex.
> he makes me have sex when im sore
> i say no and he does it anyway
> he says its my duty as a wife even when i cry
> i woke up and he was inside me
=rape/=raped/=rapes/=raping/=rapist ~ rape seed/oil
force/forces/forced/forcing/makes/made/make … sex/bed/sleep/oral/intercourse/it & me/WHO &
  sex/bed/sleep/oral/intercourse/him/her ~ bed early ~ go/get … sleep
force/forces/forced/forcing … himself/herself/themselves/me/us & WHO & on/into/sex/down/bed/kiss/strip ~
  walk/walks/eat/rest/exercise
have/has/had/having sex with me & WHO & asleep/sleeping/sleep/when/while/drunk/even/dont/anyway/crying/out
sex & WHO &
  demand/demands/demanding/insists/pester/pestering/pesters/pressure/pressures/duty/anyway/consent/against/refuse/forced/forces/owe/owed/punish/sulks/angry/wont
sex & say/said/says no
say/said/saying no … anyway/still/carries/carried/keeps/kept/does/did/continues/doesnt/didnt/then ~ cake/biscuit/thanks
say/said no & ignores/ignored/anyway/carries/carried & WHO
WHO .. doesnt/wont/didnt/never/not stop … say/cry/ask/beg/no/hurts/tell
WHO … does/did/do/doing/done it to me/us … asleep/while/when/anyway/night/drunk
no for an answer & bed/sex/WHO
inside me & woke/wake/he/him/asleep
on top of me & woke/wake/he/him
woke … to/with … him/he … me/on/in
duty/wifely/conjugal … wife/woman/husband/bed/sex/night/marriage & WHO/sex/cry
WHO … wants/makes/made me … things/stuff/acts … dont/bed/him/sex/strangers/friends/camera/filthy/dirty/bad
uncle/dad/father/stepdad/brother/cousin/grandad/carer/boss … make/makes/made me do
sleep with him/men/his/them/people & force/make/makes/made/money/have/for/or ~ cant
sell/sells/selling/pimps me
without/no/against my/any consent/will
WHO … come/comes/coming/came/gets/climbs/climbed/creeps/sneaks … in/into my/the room/bedroom/bed &
  night/again/drunk/dont/uncle/law/asleep/lock/stepdad
he/him/uncle/stepdad/stepfather/law/landlord … gets/climbs/got into my bed
stop/no/dont … but/and/then … he/she … kept/keeps/carried/continued/didnt/doesnt & said/say/told/says
uncle/stepdad/stepfather/brother/law/carer/he/grandad .. on me again
didnt/dont/not/never want … but he/she/they .. did/made/makes/kept/does/carried/went/forced
porn & makes/made/copy/force/forces/shows/watch & me & WHO
WHO climbs/climbed/lies/lay/gets on me/top
made/makes/make/force/forced/forces me … sexual/sexually
WHO … does/did/do/doing things/stuff .. to me
i/was/were/am/being/been/got/get =forced/=made … sex/bed/strip/undress/oral
i/was/were/am/being/been/got/get =forced/=made … sleep with
no sex no/then
## Is touched.
> my carer puts his hand up my nightie
> my grandad used to touch me and now i have to see him
> the masseur touched me where he shouldnt
touch/touches/touching/touched me &
  wrong/dont/without/private/privates/down/breast/breasts/inappropriately/bum/places/shouldnt/where/want/sexually/nobody/asleep
  ~ shoulder ~ song ~ heart
WHO .. =touches/=touching/=touch me
manager/colleague/teacher/coach/pastor/priest/imam/masseur/therapist/driver .. =touches/=touching/=touch me
WHO … used to touch … me/us
grope/gropes/groped/groping/fondle/fondled/fondles/molest/molested
hand/hands … up/under/down my … nightie/skirt/top/shirt/clothes/pants/knickers/trousers/dress/pyjamas/blouse/bra
interfered with … me/as/when/child/by
interfere/interfered/interferes with me
sexual/sexually assault/abuse/assaulted/abused/harass/harassed/harassment/exploited
expose/exposes/exposed/exposing/flash/flashed/flashes himself/herself
incest
watches/watch/watching me … shower/undress/bath/dress/toilet/change & WHO
kiss/kisses/kissed/kissing me & dont/force/forces/without/wont/stop & WHO
WHO … films/filmed/filming/records/recorded/photographs … me ~ exercise/exercises/physio/walking/wedding/birthday
someone/somebody/carer/staff/uncle/landlord touched me ~ shoulder/arm/elbow/hand/heart/soul
## Pictures; a drink spiked; the condom taken off.
> he says hell send my photos to everyone if i leave
> someone spiked my drink and i dont know what happened
post/share/send/put/upload/sent/shared/posted … PICTURES of me & if/leave/threat/threatens/without/ex ~
  knee/wedding/birthday
INTIMATE PICTURES & share/shared/shares/send/sends/sent/post/posted/threat/threatens/everyone/online/blackmail
send/post/share/sent/posted/shared/show … PICTURES/nudes … everyone/online/family/work/internet/boss/parents & leave/WHO
blackmail/blackmails/blackmailing
spike/spiked/spikes … drink/drinks/me
drug/drugs/drugged/drugging me
condom & purpose/takes/pulls/pulled/removed/refuse/refuses/wont & WHO
wont/doesnt/not/never let/allow me … contraception/contraceptives/condom/pill
stealthing/stealthed
"""
