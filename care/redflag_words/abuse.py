"""What people write who are hurt, threatened or held by others."""

ABUSE = """
PERSON … wont/doesnt/dont/never/not let … me … have/take/eat/sleep/see/go/leave/out/use/call
PERSON & follow/stalk/watch/spy me
PERSON … keeps following/watching/hitting/hurting/threatening/calling me
HARM … by … PERSON
PERSON & HARM & me/us/kids/children
PERSON … HARM … kids/children/baby/dog/mum
hand/fist … round/around/on/at … my/me … neck/throat
forces himself/herself/themselves/me/us
touch … me
not/isnt/dont/never … safe & live/home/house/here/stay/with/him/flat
feel … unsafe/threatened/trapped/controlled & home/him/her/house/partner/husband/wife
PERSON … withhold/steal/hide/control/take/flush … my … PILLS/MEDICINE/money/phone/keys/food
live … in fear
fear/afraid/scared/terrified/frightened … of/from … PERSON/partner/home/him
need/want/have … get away/escape/leave … from … him/her/them/PERSON
PERSON & locked/trapped/prisoner … me/in/up
PERSON … broke … in/into
i/ive/was/been/being/got … assaulted/attacked/beaten/mugged/raped/molested
rough … me … slap/hit/carer/nurse
PERSON … hit/beat/kick/punch/slap me
PERSON … hitting/beating/kicking/punching/slapping/hurting/abusing/threatening/choking/strangling me
PERSON … choked/strangled/threatened/abused/hurts/forced/rapes/attacked me
PERSON … kill/hurt/pushed/shoved/grabbed/threw/scares/stalks me
PERSON … stalking/scaring/controlling me
black eye
hit/beaten/kicked/punched/slapped/choked/hurt/abused/attacked/threatened by my/a … PERSON
being/been/was/got abused/beaten/raped/molested/assaulted/strangled
abused/abusive/abuser/raped/molested
abuse at home
abusing me
abuses me
sexual/sexually assault/abuse
domestic/home/family violence/abuse
violent husband/wife/partner/boyfriend/girlfriend/home/relationship/dad/father
PERSON … violent
someone/somebody … hurting/hitting/threatening me
not/dont/never/isnt feel/safe … safe/home
dont … feel safe
not safe at/in/with/here
unsafe at/in home/my/here/house
feel/am/im unsafe
afraid/scared/frightened/terrified/fear of/for my … PERSON/life
afraid/scared/frightened/terrified of him/her/them
afraid/scared/frightened/terrified to/of go/be/being home
locks me in
wont let me leave/out
PERSON … takes/hides/controls my money/phone/pills/medication/medicine/meds
maltrata/maltrato
PERSON & HARM me/us
PERSON HARM me/us
me & HARM by … PERSON
threw things/stuff/plates/objects at me
gonna/will/said/says/threatens … kill/hurt/beat me
would kill/hurt me
grabbed/squeezed/held/choked … my throat/neck/hair/arm … PERSON
PERSON … grabbed/pulled/dragged/squeezed … my/me throat/neck/hair/arm/by
dragged me
bruise … from/by/again … him/her/PERSON
PERSON … violent/abusive/violence/controlling/drunk
PERSON … smashed/broke/destroyed/took/hides/checks/reads/controls my
wont/doesnt/never let/allow me … leave/out/see/go/phone/call/eat/sleep/speak/talk
lock me
locks/keeps me in/inside/locked/prisoner
not/isnt/dont/doesnt/never … safe … home/him/her/them/house/with
home/house isnt/not/doesnt … safe
scared/afraid/frightened/terrified/fear … of/from … PERSON/him/her/them
scared/afraid/frightened/terrified … go/be/come home
hide … from him/her/them/PERSON
touch me … dont/against/without/wrong/private/want
forced/made/makes me … sex/sleep/do
raped
hurt/hit/beat/punch/kick us
someone/somebody/they/people … hurt/harm me
will/gonna hurt/kill me … if/when
abuse/abusive
stalk/stalker
## Whoever does it, and how it is told.
> in laws are beating me because i cannot do housework
> getting knocked about at home again, dont say to go to the police
inlaws/parents/family/relatives/brothers/mil/fil … beating/beat/hit/hitting/slap/slapping me
inlaws/parents/family/relatives/brothers/mil/fil … hurt/hurting/kick/torture/torturing/harass/harassing me
in law … beat/beating/hit/hitting/slap/slapping/hurt/torture/harass
law … beats/beat/hits/hit/slaps me
beat/beating/beats/hit/hits/hitting/slap/slaps/slapping/torturing/tortures me … because/when/if/again/every/at/daily
knocked/knock/knocking/slapped/slapping/pushed/pushing/thrown/shoved/smacked me/about/around … home/again/by/him/her/he
get/gets/getting/got/turns/turned/becomes physical/violent/rough/nasty
punched/punches/kicked/smashed/hit/slammed … door/wall/table … then/and/me
last time i said no
eggshells
handles/handled/treats/grabs … me … rough/roughly/hard/badly/like
PERSON … shouts/yells/screams/spits/swears at/on me
## Bruises that need a story.
> the bruises arent from falling
> told the doctor i fell down stairs. i didnt fall
bruise/bruises/marks/black/injuries & arent/werent/wasnt/isnt/not/didnt & fall/falling/fell/accident/stairs/door
told/tell/said/lied … fell/stairs/door/accident/bumped/tripped/walked && didnt/lie/lied/not/truth/wasnt
lie/lied … bruise/bruises/how/injury/injuries
i didnt fall
wear/cover/hide/hiding/covering … makeup/bruise/bruises
## Control, threats, the medicine kept back.
> he makes me beg for my pain meds
> not allowed out of the house. not allowed friends
PERSON … make/makes/made/making … beg/crawl/sleep/earn/ask … for/my/PILLS/MEDICINE/on/permission
beg … for … my PILLS/MEDICINE/pain/money/food
PERSON … take/takes/taking/keep/hurt … kids/children … if/away/tell/leave
hell/he/she/shell/theyll/hed … take/hurt/kill/harm/find … kids/children/me/us/dog/myself … if/next/again
hurt/hits/hitting/hit/harm … the/my/our kids/children/baby … next/too/again
not/never/isnt allowed … out/friends/phone/money/leave/see/talk/visitors/work/food/family
delete … this/message/messages/chat … after/he/before/him/now
PERSON … read/reads/checks/check/monitor … everything/phone/messages/texts/location/move
PERSON … monitors/track/tracks/goes/watch/watches … everything/phone/messages/texts/location/move
PERSON … not/wont/refuse/refuses/dont/doesnt/never give … PILLS/MEDICINE/money/food/me
say/says/said … i … deserve/deserved
nobody/noone … else/would … want/love/have/believe me && he/she/him/her/husband/partner/says/hits/physical/hurts
sell/sells/steal/steals/stealing/stole … my/them … because/he/she/son/PILLS/MEDICINE
hide/hiding … PILLS/MEDICINE/money/phone … he/she/him/her/son/husband/partner
refuge/shelter
scared/afraid/frightened/terrified … hell/he/shell/she/theyll/him … hurt/hit/kill/angry/do/home/back/come/next/find
violent/abusive/aggressive … someone/home/partner/house/husband/wife/son/dad
live/living … with … violent/abusive/aggressive
someone … violent/abusive/aggressive
"""
