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
turning/going/look yellow ~
  leaves/leaf/tree/trees/grass/wall/walls/wallpaper/paint/tomatoes/bananas/banana/teeth/bruise/bruises/lights/flowers
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
look/gone/turned/kind/bit/all … yellow/yellowish/yellowy ~
  leaves/leaf/tree/trees/grass/wall/walls/wallpaper/paint/tomatoes/bananas/banana/teeth/bruise/bruises/lights/flowers
eye/eyes/eyeball/eyeballs/skin/face/complexion … lemon/custard/mustard/banana/daffodil/saffron/turmeric ~
  cream/mask/cake/curry
colour/color of custard/mustard/lemon/lemons/banana/daffodil/daffodils/butter/saffron
=whites … eyes … arent/not/isnt/no … white
says/said … i/mummy/mum/mommy/im .. yellow ~ yellow top/dress/coat/jumper/card
my water … turned/gone/is/looks/went … DARK/amber
URINE … whisky/whiskey/rum/ale/guinness/stout/soy/gravy/marmite/molasses/maple/caramel/brandy
STOOL … beige/cream/putty/chalk/chalky/clay
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
## A period that did not come.
> aunt flo hasnt visited for 7 weeks
> no bleed since june and im 34
> my cycle is 10 days late
period/periods & late/miss/skip/overdue/pregnant/delayed ~ menopause/menopausal
late/later/delayed … period/periods
no period/periods ~ menopause/menopausal/hysterectomy
period … late/missed/hasnt/havent/didnt/weeks/months/delay/stopped ~ menopause/menopausal
havent/not/didnt/hasnt/no … period/periods & yet/month/months/weeks/since/had/come/came/have/got/this ~ pain
aunt flo & late/not/hasnt/didnt/missing/visit/visited
monthly/monthlies/cycle/bleed/menses/menstruation & late/behind/overdue/missed/skipped/hasnt/delayed/absent ~ nose
no bleed/bleeding … since/for/weeks/months ~ nose ~ ulcer ~ stomach
not/havent/hasnt/didnt bled/bleed … since/for/weeks/months ~ nose ~ cut
havent/hasnt/not/didnt come on this/yet/month/since $
havent/hasnt/not/didnt come on … month/weeks/days
time of … month & late/not/hasnt/didnt/missed/skipped
skipped/missed/missing … my/a/one/two/num/last … period/periods/cycle/monthly
weeks/days/days late ~ parcel/parcels/bus/delivery/dose/rent/appointment
im/am/be/being … late … this month ~ dose/rent/bill/appointment
im/i never late & late
## A test, a scan, signs.
> peed on a stick and it said yes
> saw the heartbeat today on the ultrasound
> been sick every morning and my boobs hurt, could it be
test/stick/clearblue/strip & pregnant/pregnancy
test/stick/clearblue/frer & two/second/double/faint & line/lines
two/double/second/faint … line/lines && test/tests/pregnant/pink/period/stick/baby/blue
two pink/blue/clear lines
two lines $
two stripes
stick/test & peed/peeing/weed/pee/wee
home/first/boots/clearblue/digital/cheap test … positive/plus/pregnant
test … positive … yesterday/today/twice/$ ~ eye ~
  covid/flu/ana/antibody/lupus/celiac/coeliac/blood/strep/thyroid/tb/allergy
positive/pos … test ~ covid/flu/ana/antibody/lupus/celiac/coeliac/blood/strep/thyroid/tb/allergy
test … positive $ ~ covid/flu/ana/antibody/lupus/celiac/coeliac/blood/strep/thyroid/tb/allergy
positive/pos pregnancy/preg test
bfp
clearblue/frer
=hcg
saw/heard/found/find/see/hear a heartbeat
saw/heard/see/hear/seen/found/find … heartbeat & scan/ultrasound/baby/today
dating/anomaly/booking/early/baby/num week/weeks scan
dating/anomaly/nuchal/booking scan
scan … baby ~ grandchild/grandchildren
midwife/midwives ~ sister ~ daughter ~ call the midwife
sick/nausea/puking/throwing … morning/mornings & boobs/breasts/late/period/could/test
boobs/breasts/nipples & sore/hurt/tender/swollen & late/period/test/could/sick/pregnant
baby … kick/kicks/kicking/moving/moves … inside/belly/tummy/bump
baby bump
=bump & showing/growing/baby/belly
could/might/may/maybe/think/possibly/possible/what … PREG
not sure … baby
menopause or … baby
could/might/may/maybe/possibly … pregnancy
im/i … with baby
## Is pregnant, in whatever words.
> were having a little one
> due my first in may, still on ldn
got/made/getting/get me pregnant/pregnent
im/am/i/ive/we/were/wife/partner .. pregnant/pregnent/preggo/preggers
is/be/being/been/got/fell/was/maybe/might/become/are … pregnant/pregnent/preggo/preggers ~ KIN
  is/has/got/fell/thinks/was
im/am/be/were/is preg
im/am/were/be expecting … baby/twins/child/first/second/third/another/$/in ~ parcel ~ delivery ~ call
expecting our/my/first/second/third/another/twins/baby/child/number ~ grandchild/grandson/granddaughter
expecting … baby/twins/triplets/child ~ daughter/niece/sister/friend
think/might/could/maybe/i … expecting/expectin $
having/have/carrying/got/carry … a/my/another/little/the baby/child/twins/triplets ~
  daughter/sister/niece/friend/friends/cousin ~ years/year ago
having/have/carrying/got/carry … a/my/another/little/the one ~ daughter/sister/niece/friend/friends/cousin ~
  years/year ago ~ can/could/may/should/shall/might i have
having/expecting … a/another little one
num/many/several wks/weeks/months gone/along/pregnant ~ gone … since/by
num weeks/months/wks along/pregnant ~ daughter/niece/sister/friend/cousin is ~ dog/cat is
num wks/weeks … told/due/baby/bump
im num num … told/baby/due/weeks
im num weeks/months/wks along/gone/now/today/$ ~ into/in ~ ldn ~ plan
gynae/gynaecologist/gyn/doctor/midwife/nurse/scan … im/i … num weeks/months ~ review/wait ~ ldn
first/second/third trimester
trimester
=due .. my/our first/second/third/baby/little ~ dose
BABYDUE & baby ~ daughter/sister/niece/friend/friends/cousin/granddaughter
due date … jan/feb/march/april/may/june/july/august/september/october/november/december
baby … due ~ daughter/sister/niece/friend/friends/cousin
due in … BABYDUE … baby/child ~ daughter/sister/niece/friend/friends/cousin
eating for two
up the duff/spout
knocked up ~ knocked up/me … breakfast/lunch/meal
bun in/cooking
in the family way
in the pudding club
in the club $ ~ running/walking/book/members
im/i/been/got caught … baby/pregnant/number/num ~ cold
with child
baby/little on/one on/coming … way
little one … on the way
little one … way
=stork
num of us soon
gonna be … mum/mom/mummy/mam/mama/mother/parent/parents/dad … again/soon/$/year ~ late
sprog
unplanned/unwanted/surprise/early/my/planned/planning pregnancy
pregnancy … of … month/months/weeks/num
i … have/having pregnancy
carrying … num/first/second/third … month/months/week/weeks
carrying twins/triplets/$ ~ shopping/bag/bags/heavy
carry/carrying … baby/child … belly/inside/tummy
surrogate
i/im/am carrying … month/baby/child/twins ~ grandchild/grandson
having twins/triplets
im/i … with twins/triplets
late … baby/pregnant ~ dose
expecting in … BABYDUE/spring/summer/autumn/winter/year ~ KIN is/expecting ~ parcel ~ delivery ~ call
embarazada/enceinte/schwanger/gravida/zwanger/gravid
🤰
🫄
num weeks/wks today ~ since/started/on/ldn/plan/without/off
## Lost or ended.
> booked a termination
> lost the baby at 9 weeks
miscarriage/miscarried/miscarrying/miscarry
lost/losing … baby/pregnancy
ectopic/stillbirth/stillborn
## Newly born, feeding.
> gave birth three weeks ago can i restart
> baby wont latch and im on naltrexone
give/gave/given birth ~ sister/daughter/niece/friend/cousin/cat/dog
my/our/a/with/have newborn ~ grandkids/grandson/granddaughter ~ daughter/niece/sister/friend/cousin
csection/caesarean/cesarean/caesarian & weeks/days/had/baby/ago
feeding/nursing/pumping/expressing/express/pump/nurse/feed …
  baby/newborn/milk/bub/infant/preemie/twins/month/son/daughter ~ cat ~ kitten
baby/newborn .. wont/not/isnt/doesnt latch/latching
latch/latching & ldn/naltrexone/breast
the breast ~ cancer ~ lump ~ scan ~ pain ~ clinic/unit ~ turkey/chicken
my milk … supply/baby/in/dose/ldn
weaning & baby/breast/milk
## Trying, or a slip.
> condom broke last night
> forgot my contraceptive pill and had sex
> we want to start a family next year
> planning to conceive
try/trying … for … a/another baby/child/kid/second/third/num
try/trying for kids/children/babies
decided/planning/plan/planned to have/start kids/children/babies/=baby
decided/planning/plan/planned to have/start a baby/family
scan … num weeks/wks ~ wait/until/till/review/results/since/ago
its a girl/boy & due/baby/scan/weeks
belly/bump/tummy & growing/kick/kicking & months/weeks/baby
try/trying/plan/planning/want/wanna/hoping/hope … conceive/pregnant/pregnancy
try for a baby
were/weve trying/started $
ttc
conceive/conceived/conception/conceiving
ovulating/ovulation/ovulate
ivf/iui/clomid/letrozole/embryo/insemination/blastocyst
egg/eggs & transfer/collection/retrieval/freezing/donor
fertility treatment/clinic/drugs/doctor/tests
want/wanna/having/wants/plan/planning … a/another/num/have baby/babies/child/kids &
  naltrexone/ldn/capsule/capsules/dose/tablet/tablets/stop/should/safe/husband/soon/year
want/wanna/start/starting/plan/planning … a family & year/soon/ldn/dose/stop/naltrexone/husband/capsules/$
condom/condoms … broke/split/burst/came/off/slipped/tore/without/fell
broken/split/burst condom
forgot/missed/skipped/stopped/forget/without/no … contraceptive/contraception/protection/depo/condom
forgot/missed/late & pill/depo/patch/contraceptive & sex
stopped/quit/off/without … using … protection/contraception/condoms/birth
come/came/coming off/of … pill/contraception/coil/implant/birth & baby/kids/children/family/ldn/trying/want
coil/iud/implant … fell/fallen/out/removed/moved/expelled ~ hip/knee/tooth/dental
morning after pill
took/take/taken/bought/need/had plan b
unprotected sex
unprotected $
dont/not/no/never use/using … contraception/protection/condoms/condom
im/i late and/but … worried/sick/scared/test/never/nervous
want a/another baby $
"""

SPOKEN_JAUNDICE = """
jaundice
"""

SPOKEN_PREGNANCY = """
antenatal/prenatal/obstetrician/obstetric/obgyn/folic ~ daughter
morning sickness
implantation
abortion/abort ~ programme/law/news
=termination
postpartum/postnatal
maternity
breastfeed/breastfeeding/breastfed/breastmilk/lactating/lactation/lactate
breast feed/feeding/fed/milk
PREG ~ KIN is/has/got/fell/thinks/was ~ KIN pregnant/expecting ~ pregnant cat/dog/cow/lady/woman/women ~ pregnant pause
"""
