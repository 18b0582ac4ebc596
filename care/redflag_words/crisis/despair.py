"""No point, no way on: despair that may stand for more than it says."""

DESPAIR = """
## Unbearable, and no going on.
> how do people keep living like this, i dont think i will
> ill blow my brains out before i do another year of this
> i cant do another winter of this pain
cant/dont/wont/how/not/nobody … keep/go/carry … living/going/on … like/this/anymore/much
cant/how/dont/wont/not/rather/nobody/no … live like/this/with
cant/couldnt/not/unable =take/bear/=stand/cope … anymore/longer/much/more/another/forever
cant/couldnt/not/unable endure/handle/survive/face/manage … anymore/longer/much/more/another/forever
cant/dont/wont/not/no … another/more year/years/month/week/winter/summer/decade/christmas … of/like/this/in
before/rather/face/if/without … another/more year/years/month/week/winter/summer/decade/christmas … of/like/this/in
cant … keep/carry/go … doing/going/on/fighting/pretending/living
too tired/exhausted/weak/weary/much … to/for live/exist/fight/go/carry/keep/continue/life
so/just/too/im/bone tired … of … it all/everything/this/fighting/hurting/trying/pretending/life/myself/suffering
no/dont … fight/strength/energy/reason/reasons/hope/will … left … in/to/for/me/$
nothing left … me/inside
nothing left $
nothing left to/for give/lose/live/me/do/say/fight/hope
ran/run/running out of … reasons/hope/road/fight/options/will
cant/dont/wont … hold/hang … on … anymore/longer/much
letting go
let … go … of … life/everything/it
at … end … of my rope/tether/road $
end … of … life
end of the road/line
broken/broke … beyond/cant … repair/fixed
pain … has/have/already won
no/only/one/other way … out/stop/end/pain
only … way … stop/end/over/out/peace/escape
one/only … way … this … ends/end/goes/stops
only … =death/=dying/=die … stop/end/free/help/peace
want/wanna/need/make … it/pain/this/everything/all/life/suffering … over/end/finish/stop forever/now/permanently
when/wish/please/hope … it/pain/this/everything/all/life/suffering … over/end/finish/stop forever/now/permanently
want/wanna/need/make/wish/please/hope … it/pain/this/everything/all/life … over/end/finish/stop for good/ever
want/wanna/wish/hope/need … everything/all/life … over/end/finish/stop/gone/quiet
=ended it/things/all ~ ended it with
end … it/things … all/now/myself/soon/tonight/already/somehow
end … my … pain/suffering/story/life/misery
put me … out/down ~ down as/for ~ misery and send/tell
breaking/broken point
ive had enough now/$
=thoughts … back/louder/loud/coming/stronger/winning/won/scare/worse/dark/die/away
=ideation
need/want/make/wanna … pain/it/this … end/stop … any/whatever/somehow/anything … way/takes/$
make it … stop
having/had/have/getting/got … those/these/such … =thoughts
those =thoughts
im/i … at the end $
in me anymore
no/any … light … tunnel/end
=want/wanna/need … peace $
cant/couldnt … no more
only so much … take/bear/stand
hit/reached … my … limit $
## "Done", as a veiled word.
> im so done with fighting this body
done/finished/through/over with/of/being/from … everything/=all/=life/world/trying/fighting/fight
done/finished/through/over with/of/being/from … struggling/suffering/existing/living/pretending/people/hurting
done trying/fighting/struggling/suffering/existing/living/pretending/hurting
so/completely/totally/truly/really/just/utterly done $
im done && cant/anymore/tired/pain/fight/life/sorry/love/everyone/point/goodbye
i give up $
ive given up
give/given/giving up … trying/hope/hoping/fighting/living/life/everything/completely/myself
give/given/giving up on me/us/myself/everything
give/given/giving up on it ~ do/should/can/could/when/before i give/giving
want/wanna … give up $
i … quit life/living/everything
throw/throwing/threw … towel
cant/couldnt … be bothered/arsed … living/alive/life/exist/anymore
=finishing it $
finish/ending/end it $
give/giving/gave in $
has/have/its/is beaten/defeated/broken/beat me
=beaten me $
nothing … to lose
anything to … end/not
## No point, no future, no worth.
> theres nothing for me here
why … bother/carry/keep/go/continue/wake … on/living/going/trying/up/$
why … am/should/do … i … here/alive/exist/bother/live/living/even/still
what … living/alive/live … for
what/why … point/use … me/living/life/life/carry/going/trying/wake/waking/breathing/existing/anymore/any
no/not/see/any/isnt/aint/zero point … life/living/going/me/trying/carrying/waking/anymore/existing/any/being/left
nothing … for me/live … here/left/anymore/$
nothing/nobody … worth/live … living/for/anymore/staying
not/never/isnt/aint … worth … it/living/life/pain/fight … anymore/living/alive
life … over/finished/ruined/empty/pointless/hell/meaningless/nothing/useless/waste/torture/joke/curse
life … no/not/without … good/sense/meaning/worth/point/value
no/not/dont/cant … see/have/got … future/tomorrow/way/end/light … me/us/ahead/this/$
nothing … look/looking forward $/ever/anymore
nothing … look/looking forward to $/ever/anymore
waste of … space/life/skin/oxygen/time/money
useless/worthless/pathetic/failure/hopeless/unlovable/disgusting && =die/=dead/=gone/exist
useless/worthless/pathetic/failure/hopeless/unlovable/disgusting && anymore/burden/alive/nobody/without
hate … myself/life/existing/existence
hate being … me/alive/here
hate … my/this … life/existence/self
loathe/despise … myself
dark/bad/scary/intrusive/black/evil/terrible/dangerous/wrong … thoughts/thing/things … again/head/tonight/about/back
dark/bad/scary/intrusive/black/evil/terrible/dangerous/wrong … =thoughts/=thought/thing/things …
  coming/stop/night/today/$
think/thinking/having … bad/dark/black/evil/terrible/worst/scary/dangerous … thing/things/thoughts
dark/black/bad/low place/hole/headspace … right/again/tonight/now/cant/very/really/$
in/into … dark/black place/hole/pit
im/ive … rock bottom $
empty inside
numb inside
already/feel/im … dead inside
cant … see … light/way/end
all alone … anymore/nobody/cant
nobody … help/save/fix/cares/listens … me/anymore/cant
too late … for/to … me/save/help
beyond help/saving/hope
despair/despairing/hopelessness/suicidal
world … too/doesnt/without … me/cruel/need/much/heavy
what … left for me/us
what/whats … use … in/of … going/living/trying/carrying/life/me/anything
reason/reasons … not/to … die/do/stay/live/keep/here/on
give/tell/name me … reason
why … shouldnt/not … i … end/just/die/go
"""
