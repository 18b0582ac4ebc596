"""Being afraid of somebody at home, and getting away."""

AFRAID_AT_HOME = """
## Is afraid of somebody.
> afraid of my partner
> my teenage son is getting bigger and i am afraid of him
> my children are frightened of their dad
AFRAIDS of/from/around/about .. WHO ~ cooking ~ driving ~ dying ~ losing ~ of my boss
AFRAIDS of the person/man/woman/guy/one
AFRAIDS for my/our life/safety
AFRAIDS … what … he/she/they/husband/partner/son … do/might/will/would
AFRAIDS … hell/shell/theyll/he/she/they/him/her … hurt/hit/kill/angry/do/home/back/come/next/find/take/start/snap ~
  fall/falls ~ dies/die
AFRAIDS to/of/about go/going/come/coming/be/being/stay/staying/leave/leaving/live/living/return ..
  home/there/here/back ~ motorway ~ dark ~ ice ~ wheelchair ~ stairs ~ on my own/alone ~ driving/drive/flying ~
  hospital
AFRAIDS … at/in my home/house ~ fall/falling/falls ~ stairs ~ alone ~ virus/covid
alone with him/her/them & AFRAIDS/hate/dread/safe/unsafe/never
live/living … in … fear ~ flare/flares ~ pain ~ of the
MYKIDS/kids … AFRAIDS of/around … dad/father/him/her/mum/stepdad
MYKIDS/kids … hide/hides/hiding/cry … when … he/dad/husband/father/stepdad/partner
makes/make me feel AFRAIDS/unsafe/small & WHO
AFRAIDS to … next/with/around/near/tell/upset/no/talk/wake/disagree/answer/refuse/leave/anger/cross/sleep …
  him/her/husband/partner/dad/mother/boyfriend ~ drive ~ pain
PANICS … when/whenever … he/she/husband/partner/dad/him ..
  walks/comes/gets/enters/home/near/drinks/raises/shouts/door/touches
marriage/relationship … isnt/not/unsafe/dangerous/toxic/scary/abusive/violent
out of hand/control & WHO & home/things/drinking/temper/argument/arguments/fights/getting
AFRAIDS/sick/PANICS/fear & WHO & way home/back/in
AFRAIDS/sick/PANICS & WHO … comes/gets/coming/come home/in/back ~ scan/hospital ~ flu/cold/bug
hide/hid/hiding/stay/lock … in/under … bathroom/room/bedroom/wardrobe/shed/loo/toilet … till/until/when/because/from
  .. he/she/they/him/her/husband/hes/shes
away from … husband/partner/boyfriend/wife/dad/father/stepdad &
  stay/staying/slept/sleeping/friend/friends/hotel/hostel/safe/sister/moved
## Dread, hush, and a door wedged shut.
tiptoe/tiptoes & kids/children/we/all & walk/round/around/house
go/goes/going/went quiet & when/if/WHO & WHO
on edge & WHO & home/around/when/whenever/near/in ~ seat
> i dread him coming home
> i feel sick when i hear his key in the door
> i keep quiet so he doesnt kick off
> i barricade my bedroom door at night
dread/dreads/dreading … him/her/husband/he/partner/dad/son/wife … home/back/coming/in/drunk
dread/dreading going/go/being/coming home ~ motorway ~ drive
his/her/their key/keys/car/footsteps/steps/boots & hear/hearing/sound & sick/scared/panic/freeze/shake/door/fear
keep/keeps/keeping/stay/staying/kept quiet/small/silent … so/or/otherwise/he/she/him/her/when & he/she/him/her/they/WHO
keep/keeping him/her/them sweet/happy/calm … or/so/else/otherwise
happy/sweet/quiet or else
or else & he/she/him/hell/shell & dinner/obey/do/time/house/quiet
eggshells ~ my back/knee/knees/feet/hip/hips/body ~ pain ~ flare
tiptoe/tiptoes/tiptoeing … round/around … him/her/WHO
flinch/flinches/flinched & he/she/him/her/hand/arm/someone ~ doctor/physio/dentist
barricade/barricaded
wedge/chair/push/drawers … under/against/behind … door/handle & night/him/her/sleep/bedroom/he/she
sleep/sleeping/slept … with … door locked/shut & he/she/him/her/man/dangerous
lock myself in & bathroom/bedroom/room/toilet & he/she/him/her/away/safe/WHO ~ mistake/accident
sleep/sleeping/slept … car/bathroom/shed/sofa/floor/van/friends … away/from/because/he/since &
  him/her/he/she/from/husband/partner/safe
hide/hides/hiding/hid from/in … him/her/them/husband/wife/son/dad/partner ~ surprise ~ game ~ grandkids
never/dont/cant know/tell/guess … what mood … he/she/they/hell/shell/hes/shes/husband/partner
AFRAIDS … tonight ~ dose/capsule/tablet/storm/step/sleep
sleep/sleeping … with … shoes/keys/knife/bag/clothes … in/just case
MYKIDS/we and i hide/hid/hiding ~ and seek
need/have/want/gotta/must/got get/to … out of this/the house/flat/here/home & he/tonight/hes/drunk/now/safe ~ get
  out of the house more
ran/run/fled … night & sisters/mums/neighbours/neighbour/kids/friends
## Not safe at home; getting away.
> its not safe for me to go back there
> i ran away from home last night with nothing
> i need somewhere safe to stay
> i have a bag packed for when he is out
not/isnt/dont/doesnt/never/arent/wasnt … safe … at/in/with/around/here/where …
  home/house/him/her/them/here/live/flat/partner/husband/$ ~ stairs/bathroom/rail/floor/wheelchair/wheelchairs ~ ice
  ~ drive/driving ~ take/taken ~ crowds
not/isnt/never/dont/doesnt … safe .. for me/us/kids … home/there/here/back/place/house
dont/not/never/doesnt feel/feeling/felt … safe … here/home/$/with/around/anymore/there/in/at ~ ice ~
  stairs/bath/shower/bathroom ~ drive/driving ~ crowds ~ walking
am/im not safe $
home/house/here isnt/not/doesnt/is … safe ~ wheelchair/wheelchairs ~ stairs/steps/bathroom/rail ~ safe for/to …
  drive/take
unsafe & home/here/house/him/her/partner/husband/wife/feel/where/live/with ~ stairs/bathroom/ice ~ drive ~
  medicine/tablet
feel/feels/feeling … trapped/controlled … by/with/at/in & him/her/partner/husband/wife/marriage/relationship ~ pain
  ~ body ~ snow
ran/run/running/runaway away from .. home/husband/him/her/family/them/wife/partner/parents
want/wanna/need/have/help/how … get/getting away/escape/leave/out … from/of/him/them/someone/her ..
  him/her/them/WHO/relationship/marriage/hurts/violent/abusive ~ work
leave/leaves/leaving/left/escape/escaping/escaped … him/her/husband/wife/partner/someone …
  safe/safely/found/hurt/hurts/violent/scared/afraid/kill/abusive/beat/hit/hits/threat ~ note
flee/fleeing/fled
away from him/them/WHO … hurts/safe/before/violent/night/tonight
somewhere/place/anywhere safe … to/stay/go/sleep/tonight/for & stay/go/sleep/tonight/me/us/kids ~ pills/tablets ~ keep
bag/suitcase packed/hidden/ready & he/him/she/leave/escape/husband/secret ~ holiday ~ hospital
hide/hid/hiding/stay in … bathroom/room/bedroom/wardrobe/shed && drinking/drunk/drinks/shouting/angry
shelter/refuge & moved/into/because/from/me/near/staying/stay/go/need/women/womens/in/living/place ~
  dog/dogs/animal/animals/cat/cats/donkey/donkeys ~ bus ~ volunteer ~ rain
safe house
=womens aid
domestic … helpline/hotline/unit/worker
nowhere … to go … away/from/him/her/safe/kids & him/her/he/she/husband/leave/home
dont/not wanna go/be home to/with him/her/WHO
"""
