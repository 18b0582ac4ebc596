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
"""
