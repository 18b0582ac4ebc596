"""A wish to be dead, not to wake, not to exist."""

WISH = """
## Death as something wished for, or welcome.
> hoped the scan would find something fatal
> dying would be a kindness at this point
> praying for death every night
DEATH & WANTS/WELCOME
WANTS … fatal/terminal/incurable/cancer/tumour/tumor/malignant
months/weeks left & happy/glad/relieved/relief/good/love/wish/hope
WANTS/should/could/gonna/will/ill/better/must kill/finish/end/delete/off me $
top/delete/yeet/destroy/finish/unlive/unalive/gas/neck myself/himself/herself
selfdelete/unlive
blow/shoot/bash … brain/brains/head … out/off
mar jana/jaana/jaaun/jau/jaungi/jaunga
=marne/=marna/=marjana
feet under $
six feet under
kick … bucket ~ bucket over
death/grave … calling/waiting/closer/near/soon/sounds
think/thought/fantasise/fantasize/dream/imagine/obsessed … death/funeral/suicide/=dead
die & now/soon/already/alone/quick/quicker/faster/today/tonight/sooner & let/please/can/why/just/want
wish/wished … never/didnt/hadnt … woken/wake/born/survived/found/existed
swap/give/donate/trade … my … life/organs/years/heart … someone/somebody
=die/=dead/=death & rest/only/sleep/wish/closer
obituary/eulogy/epitaph/headstone/gravestone/cremated
already dead/gone
not/wont/cant/never/doubt … survive/outlive
=death & wait/waiting/come/coming/visit/ready
funeral & come/wonder/anyone/anybody/mine/cry/who & my
funeral … my own
my own funeral/wake/burial
it/that hurt … =die/drown/hang/bleed
envy/jealous/lucky & =dead/=died/=dying
whether … live/wake/die
dark/darkness/demons … win/winning/won/calling/taking/swallow/swallowing/over
too much … to live
wish/hope … take/kill/finish me
own life
=dead & worse/better/easier/peaceful/happier
hope/wish/want/wanna/why … heart/body … stop/quit/give/fail … beating/out/up/$
live/lived … enough $
live/lived long enough
well take/kill/finish me
=die
im/i/be/me … =dead ~ 😂/🤣/lol/haha/hahaha/laughing
=dead man/woman/person
better to die/go/end/stop
myself hanging/hang/swinging/falling/drowning/jumping
something permanent
envy/jealous/lucky … terminal/cancer/dying/died/dead
wish/hope … anaesthetic/anesthetic/operation/surgery … wear/wake/wrong/off
living/life … is/feels/like … punishment/torture/curse/sentence
no/not/dont … desire/wish … see/live/be/wake
not/isnt/no … scared/afraid/fear … =dying/=death/=die
put … dogs/animals/dog/animal … down/sleep/misery
someone/somebody … do it to/for me
just off myself
off myself
## An accident or illness would be a relief.
fine/ok/okay/alright/happy/glad … if … VEHICLE … hit/hits/took/take/flatten me
> honestly if a bus hit me id be relieved
> wouldnt mind if a truck ran me over
VEHICLE … hit/hits/ran/run/flatten/took/take/kill me & relieved/relief/happy/glad/wish/hope/mind/favour/favor/care/good
wish/hope/pray … VEHICLE/crash/accident/=stroke/heart/plane
hope/wish/pray … cancer/=fatal/=terminal/crash/accident
dont/wouldnt mind/care … die/died/dead/killed/=crash/run
## Not to wake up.
> maybe this is the one where i dont wake up
> every morning i open my eyes and im gutted
> i go to bed hoping its my last night
i/ill/id/just/where/rather/to/me dont/not/never/wont/didnt/without =wake up/anymore again/tomorrow/ever/and/or/from/in/$
i/ill/id/just/where/rather/to/me dont/not/never/wont/didnt/without =wake $
REGRET & =woke/wake/alive/opened/open … up/eyes/again/morning/alive/$
still alive/here/breathing … morning/today/again/sadly/unfortunately
sleep … stay/forever/eternal/permanent … asleep/there/$
eternal/permanent/forever/endless/final/everlasting sleep/rest/peace
go/fall/went … sleep/asleep … forever/ever/always
sleep & =forever/=eternity
bed/sleep/night & hope/hoping/wish/pray & last
not/never/dont … open … eyes
let/wish/hope … sleep … never/not/dont
drift/drifting/slip/slipping off/away & peace/peaceful/forever/never/not/just/let/easy
gone wrong/badly & never … come/came/come/woke round/back/up
lie/lay/lying … down … not/never/and/die … get/die/up
why … keep/have/still … waking/wake
tired/sick of waking
hate/dread waking … up
goodnight/night night/goodbye forever
## Not to be, not to exist.
> i just want to stop existing
> fantasising about not being here
> i no want live more
stop/cease/quit/end/without/instead/rather exist/existing/living/existence/being
not/without/never being/be here/alive/around/born/anything
not/dont/wouldnt/never/rather … be alive/born/anymore
not/dont/wouldnt/never/rather be here/alive/around
wont be here/alive/around $
dont/no/not/never want/wanna … here/life/live/living/exist/alive/earth/world
dont/not want/wanna … body anymore/$
no want/wanna live/life/more/be
not/no want/wanna/wish be
no/not … more live/life
live no more/longer
stop/end/want … being/be me/alive/here
had/took/take enough … of … life/living/world/everything
wish/hope/want/wanna/if/could … vanish/disappear/evaporate/dissolve/fade
erase/delete/remove me/myself
never/not … been/be born
cease … to … be/exist
take … me out $
shouldnt/shouldve/wasnt … exist/alive/born/meant
unsubscribe/resign/retire/log … from/off/out … life/living/existence/forever
life … dont/no … want/wanna
bored/tired/sick/exhausted/weary/fed/done/finished/enough … of/with/up/being … ALIVE
over … being/living alive/here/living/life
left/leave/leaving/depart … this life/world/earth/planet/place
world … without me … in
without me in it
no me … in/anymore
wasnt/werent … thing/here/around/born/alive
me/you/myself with it $
rather/want/wanna/belong/already … in/under … ground
ready/want/wanna/wish/let/hope/long … go/fade/turn … dark/black/silent
ready/want/wanna/wish/let/hope/long … silence $
nothingness/oblivion
off switch/button & me/life/myself
off switch && me ~ tens/machine/telly/lamp/light
life/living … isnt/not/impossible possible
switch/turn … me/myself/everything off … good/forever/permanently/$
life … finish/finished/end/ended
not/isnt/nothing worth carrying/going/living/continuing
hope/wish/pray … op/operation/surgery/anaesthetic/anesthetic … wrong/badly/last/never/dont
want/wanna it over with ~ scan/op/surgery/operation/appointment/dentist/move/test
shouldnt … be … here/alive/born/on
like/feel/want/could/wish/should … stop/stopping my heart
cant/dont … do life/living/existing/alive
life … is/isnt/not … for me
dont … save/revive/bring/rescue/resuscitate me
dnr
dont/not/no … want/need … saving/saved/rescued/rescuing
let me go $
alive/exist/existing/existence & hurts/hurt/hard/heavy/interest/lost/hate/cant/no/nothing/worth
alive/exist/existing/existence & point/why/only/just/tired/enough/pain/painful/exhausting/pointless/barely
living … only/just … for/because
interest … in … life/living/staying/alive
leave/leaving/exit/exiting/depart … world/life/earth/forever/everyone
world … not/isnt/wasnt/aint … for/made … me/people/us
life … heavy/unbearable/torture/agony/prison/cruel … me/anymore/$
no/not/cant/dont/wont … continue … life/live/living/anymore/like
tired/sick/exhausted … from/with … life/live/living/world/everything
take/taking … up … space/room/oxygen/air
past caring
dont care … anymore/happens
nothing matters/matter
wont matter … soon/tomorrow/after/anymore/$
doesnt matter anymore
=need/=want/=wanna … =not =be $
not/dont/never … feel anything … again/ever/anymore
cant … this/my/the life/world/existence
strength … for/to … live/life/living
lost/lose/losing … hope
want/wanna finish/end $
want/wanna =end all/everything/my
want finish/end all/everything/my
all/everything/life finish/finished … me
life … spoiled/spoilt/destroyed/wasted
like/enjoy … not … live/living
not … like … live/living/alive
slipping away/under/fast
living/live past/beyond
if im/i … still here/alive/around
dont/not wanna/want continue/stay/remain/carry/go $/on/living/like/here/anymore
an ending
button & =die/end/gone/off/stop & i/if/press/push
out of/from here
float/floating/drift/drifting/fly away
no more days/mornings/me
stop/stops when i stop/die/go/do
there … no me
dont … need … version … me
will/ill … not/just … be there/here $
will/ill just not
want/wanna be =gone
go … where … no/without pain/hurt/suffering
want/wanna/wish … light/lights … off/out
and not be $
"""
