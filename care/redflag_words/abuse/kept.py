"""Medicine, food, aids or money kept from somebody."""

KEPT = """
## The medicine kept back, taken, spoiled.
> he rations my painkillers
> my mum says no meds until i do the dishes
> he makes me beg for my pain meds
WHO …
  withhold/withholds/withheld/hide/hides/hid/hiding/flush/flushes/flushed/steal/steals/stole/ration/rations/rationed/confiscates/control/controls/controlling/destroy/destroys
  … my/the MEDS
WHO … sells/sell/sold/selling/swaps/swap/swapped/binned/bins/nicks/nicked/pinches/takes/taking … my .. MEDS ~
  pharmacy ~ chemist ~ out of the ~ upstairs ~ can/could/may/should my/WHO take ~ can/could/may/should my WHO take ~
  ok/okay/safe/fine if ~ by mistake/accident
WHO .. take/takes/took … my/MEDS away/off & MEDS/medicine/dose
WHO … lock/locks/locked/throw/throws/threw/chuck/chucks … my MEDS … away/up/bin/out/toilet/window/loo ~ safe ~
  empty/old/expired
WHO … keep/keeps/hold/holds … my MEDS & from/until/unless/punish/behave/locked/beg/good/earn/only
WHO .. wont/doesnt/refuse/refuses/dont/never/not let/give/gives/allow me … my/any/MEDS MEDS/medicine/dose ~ doctor ~
  let me forget/miss/skip
WHO .. wont/refuses/refuse/doesnt/not/dont/never … give me … MEDS/food/medicine/money/water
wont/doesnt/not let me … have/take … my MEDS/dose & WHO
withhold/withholds/withheld/withholding … my … MEDS/medicine/food/money/treatment
partner/husband/wife/he/she/son/daughter … hides/hid/sells/flushes … MEDS
hide/hiding … my MEDS/money/phone … he/she/him/her/son/husband/partner/from ~ toddler ~ grandchildren ~ kids ~ child
until/till/unless i & no/not/wont/cant MEDS/food/money/eat
no MEDS/food/money/medicine … until/till/unless i & do/clean/cook/dishes/good/sign/behave/say/what/sex/work ~ doctor
beg/begging/earn/permission/grovel … for/my … MEDS/dose/money/food/medicine
have/got to/gotta ask/beg him/her/them … for/to ~ lift ~ help
WHO … make/makes/made/making … beg/crawl/grovel/earn … for/my/MEDS/on/permission
punish/punishes/punishing/punishment & MEDS/medicine/food/me & WHO
says … dont/not need … MEDS/medicine/them & keep/keeps/locked/hides/takes/wont/bin/throws
all in my head & bin/throws/hides/takes/hits/wont
WHO .. takes my medicine/meds … away
crush/crushes/crushed/puts/slips/putting/slipping … something/stuff/things … in/into … tea/food/drink/coffee/dinner
WHO & give/gives/gave me & double/extra/many/too … MEDS/dose & quiet/sleep/asleep/drowsy/calm
keep/keeps me quiet/drowsy/drugged/sedated/doped & WHO/so/to
cant/not/never have my MEDS until/till/unless/without he/she/hes/shes/they/i
WHO & down/in/into … sink/toilet/loo/bin/drain && MEDS ~ old/expired/empty/disposal
puts/put/pours/poured/tips/tipped/flushed … MEDS/them/it … down … sink/toilet/loo/drain & WHO
WHO .. take/takes/took/taken/taking … my … away/from ~
  temperature/pressure/plate/dishes/rubbish/parcel/bags/pain/worries/breath/blood
WHO .. wont/doesnt/refuse/refuses/not/never give me back/my ~ lift
WHO .. hides/hid/hiding my ~ present/presents/birthday/biscuits/chocolate/gifts/sweets ~ pain
WHO .. stops/stopping/prevents/preventing me ..
  from/seeing/leaving/going/taking/talking/getting/having/using/working/sleeping/eating ~
  falling/forgetting/worrying/overdoing/missing/going mad
WHO .. forces/force/forcing me to ~ me to rest/walk/move/exercise/stretch/drink/laugh/slow/relax/see/take
MEDS … in/on his/their pocket/room/car/bag/locker/safe
punish/punishes/punishing/punished me/us ~ god/body/pain
sells/sell the rest/half/others
not/no/never/dont give/giving .. food/MEDS/medicine/money/water & WHO
WHO … empties/emptied/fills/filled/swaps/replaces/replaced … my .. MEDS
MEDS & mood & WHO & hands/gives/give/only/when ~ my mood
makes/made me choose & MEDS/food
## Kept from the clinic, from help, from a wheelchair.
> he cancels my appointments behind my back
> he unplugs my stairlift so i cant come down
cancel/cancels/cancelled … my appointment/appointments/prescription/prescriptions/meds &
  he/she/husband/partner/mother/behind
wont/doesnt/refuses/not/never … drive/take me … clinic/doctor/hospital/appointment/appointments & WHO &
  unless/until/let/allow/punish/because
unless i do … what/as … he/she/they
wont/doesnt/dont/never/not let/allow me … see/go/speak/talk … doctor/gp/clinic/nurse/hospital/physio & WHO ~ too
  early ~ alone in
wont/doesnt/never/not let me … see/speak/talk/be … alone/own/private & WHO
WHO … unplug/unplugs/hide/hides/hid/took/takes/taken/taking/break/breaks/smashed/moves … my … AIDS …
  away/so/from/cant/where/reach/phone/off/down ~ repair/repaired/fix/fixed/mend/mended/shop/cleaned
WHO … taken/takes/took my wheelchair/walker/crutches/stick/frame away
out of … reach & WHO & purpose/puts/phone/deliberately/leaves
WHO .. hides/hid/hiding my AIDS/crutches/shoes/coat
WHO .. took/takes/taken … off my wheelchair/chair/walker/scooter
turn/turns/turned/switch/switches/cut/cuts … off … heating/electricity/power/internet/wifi/water/oxygen/hot & WHO &
  me/i/when/so
lock/locks/locked … fridge/food/cupboard/cupboards/kitchen/pantry & WHO
leftovers/scraps & WHO & eat/let/give/only/allowed
eat/food & WHO & deserve/allow/allowed/starve/ration/rations ~ doctor/scan/dietitian
## Money and papers taken.
> my niece has my bank card and i have no money for food
> he gives me an allowance and checks every receipt
> she made me sign the house over
WHO …
  take/takes/took/taking/steal/steals/stole/stealing/empty/empties/emptied/drain/drains/drained/control/controls/keep/keeps/pockets/spends/withholds/cleared
  … my/our/all … MONEY ~ car keys ~ bus
WHO … lives/living/live off my
WHO … got/has/have/keeps/holds/took/takes my … card/pension/bankcard & no/nothing/wont/food/hungry/cant/never/pin &&
  no/nothing/wont/never/hungry/cant
nothing/no money … food/heating/eat/left & WHO & takes/took/has/my/spends/gambles
goes/paid/go/going into his/her/their account
no/without access to … money/account/bank/funds/savings
hand/hands/handed/give/gives/giving/sign over … my/all … MONEY & WHO/made/make/force/forced/must/month
pin/number/code & WHO & till/until/give/gave/made/took/card ~ post ~ phone/telephone number ~ ring ~ so he/she/they
  can ~ get … shopping
pocket money & im/me/only/husband/wife/partner ~ kids/grandchildren/children/son/daughter/grandkids
give/gives/gave me no/nothing … money/food/cash/medicine/housekeeping & WHO
have/got/make/makes … account for every/each ~ energy/spoon/spoons
WHO … use/used/uses/using my .. card/money/account/pin … without
made/makes/make/force/forced me put/give/transfer/change/sell … name/will/house/flat/money/savings
every penny & WHO/ask/account/receipts/explain
receipt/receipts & every/check/checks/show & WHO/me/penny
give/gives/giving me … allowance/pocket & WHO
debt/debts/loan/loans/credit/card/cards … in my name
made/makes/make/making/force/forced me … sign/signing ~ clinic/hospital/bank/form/consent/gym/work
sign/signed … house/will/power/pension/papers/flat over/to/him/her/attorney &
  made/makes/make/force/forced/threat/threatens/dont/if/bullied
my son/daughter/grandson/nephew/niece/carer/helper/neighbour … steals/stealing/stole/robs/robbed/nicks
son/daughter/grandson/nephew/niece/carer/helper helps himself/herself to my
steal/steals/stealing/stole/robs … from me & WHO
gamble/gambles/drinks … my/our … MONEY/rent/benefits & WHO
i/im/am not/never allowed … money/bank/card/account/penny
financial/economic abuse/control
WHO … wont/doesnt/not/never let/allow/give me … money/bank/card/penny/job
"""
