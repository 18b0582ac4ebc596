"""What people write about yellow skin, dark urine and pregnancy."""

JAUNDICE = """
YELLOW & BODY
im/ive yellow
im/ive … gone/turned/look/colour yellow
i look/went/turned … yellow
URINE & DARK/amber/treacle/rust/rusty/cola/coffee/tea/syrup/beer/colour/color/blood/brown
DARK/amber … URINE
yellow & itching/itchy/stools/urine/colour/color/liver
yellow/yellowish/yelow/yello … skin/eye/eyeballs/face/=whites
skin/eye/eyeballs/face/=whites … yellow/yellowish/yelow/yello
turning/going/look yellow
dark/brown/tea/cola/coke/orange … urine/pee/wee/piss
urine/pee/wee/piss … dark/brown/cola/coke/tea/orange
=jaundiced
have/got … jaundice/jaundise/jondice
pale/clay/white/grey/gray … stool/poo/poop
stool/poo/poop … pale/clay/white/grey/gray
piel amarilla
ojos amarillos
gelbe haut/augen
YELLOW & SKINEYES
look/gone/turned/kind/bit/all … yellow/yellowish/yellowy
yellow all over
yellow/yellowish tinge/tint/colour/color/shade … SKINEYES
DARK & URINE
URINE … like/colour/color/of … tea/cola/coke/coffee/beer/rust/brown/dark/orange
PALEPOO & STOOL
=jaundise/=jondice/=jaundis
water i pass … dark/brown
"""

PREGNANCY = """
second/two/faint line … test/stick
line … test … faint/second
im/i … late … this month
expecting … in/this spring/summer/autumn/winter/year
im/were expecting in
expecting our/my/first/second/third/another/twins/baby/child
with/having/carrying/expecting twins/triplets
im/i/shes carrying $
im/i carrying … baby/child/twins
unplanned/unwanted/surprise/early/my pregnancy
family way
period & late/miss/skip/overdue
havent/not/didnt/no … period
period … not/hasnt/havent/didnt
test/stick/clearblue & positive/two/lines/pregnant/plus
BABYDUE & baby
many/num/several weeks/months gone/along/pregnant
ivf/conceive/ovulating
im/am/are/is/be/being/been/got/fell/was/maybe/might/become … pregnant/pregnent/preggo/preggers
im/am/be preg
positive/pos pregnancy/preg test
pregnancy/preg test … positive/two/lines
test … pregnant
missed/late … period
period … late/missed
weeks/months pregnant
im/am/were/be/is expecting
having a baby
try for a baby
weeks/days late
no period
period hasnt come
miscarriage/miscarried/miscarrying
expecting … baby
gonna have a baby
trying for … baby
trying to conceive
trying to get pregnant
embarazada/enceinte/schwanger/gravida/zwanger/gravid
🤰
🫄
might/could/think/possibly/maybe/possible/what … PREG
positive/pos … test
test … positive
two lines/stripes … test/stick
two lines
up the duff
knocked up
bun in the oven
with child
carrying twins/a/my baby/child/twins
having/expecting/got twins/triplets
baby on the way
baby … due
due date … jan/feb/march/april/may/june/july/august/september/october/november/december
due in … january/february/march/april/may/june/july/august/september/october/november/december … baby/child
num weeks along/gone/pregnant
num months along/gone/pregnant
im num weeks/months $
im num weeks/months along/gone/pregnant/now/today
says im … num weeks/months
first/second/third trimester
trimester
fell/got/become/became PREG
midwife/midwives/scan … weeks/baby
scan … baby
late … boobs/breasts/test/sick/nausea/baby/period/pregnant
period … late/missed/hasnt/havent/not/didnt/weeks/months
no period … months/weeks
missed … periods
conceived
"""

SPOKEN_JAUNDICE = """
jaundice
"""

SPOKEN_PREGNANCY = """
PREG
"""
