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
## Other words for yellow.
> gone a bit banana coloured lol should i worry
> had hepatitis before and now my sclera are yellow again
gone/went/turned/look/looking/going/am … banana/custard/mustard/lemon/daffodil/simpson/simpsons/minion
sclera … YELLOW
YELLOW … sclera
YELLOW & eye/eyes/skin/=whites/tint/tinge
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
## Feeding a baby.
> breastfeeding a 4 month old and started ldn last week
> expressing milk for my preemie, is my dose a problem
feeding/nursing/pumping/expressing … baby/newborn/milk/bub/infant/preemie/twins/month/son/daughter
## Trying, testing, booking in.
> ttc since june, should i come off it
> clearblue says 2-3 weeks, took my dose last night
ttc
two/double/second/faint … line/lines && test/pregnant/tablets/pink/stop/period/stick/baby/blue
two pink/blue/clear lines
clearblue/frer
carrying … num/first/second/third … month/months/week/weeks
i/im/am carrying … month/baby/child/twins
pregnancy … of … month/months/weeks/num
i … have/having pregnancy
fertility treatment/clinic/drugs/doctor
insemination/embryo/iui
midwife/antenatal/obstetrician/booking … naltrexone/ldn/appointment/asked/said/in
condom … split/broke/burst/came
morning after pill
unprotected sex
want/wanna/trying … kids/baby/children/family && naltrexone/ldn/pill/dose/tablet
came/come/coming off … pill/contraception && kids/baby/children/ldn
"""

SPOKEN_JAUNDICE = """
jaundice
"""

SPOKEN_PREGNANCY = """
breastfeed/breastfeeding/breastfed/breastmilk/lactating/lactation/lactate
breast feed/feeding/fed/milk
PREG
"""
