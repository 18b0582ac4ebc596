"""The first lines in other languages: a net, no more, until somebody reviews a list of that language (R8)."""

ABROAD = {
    "CRISIS": """
ganas … vivir
plus/pas/aucune … envie … vivre
tot/gestorben sein
will/mochte/moechte … tot/sterben/schluss
no puedo mas … vida/vivir
# Spanish, Portuguese
suicidio/suicidarme/suicidar
matarme/ahorcarme
quiero/quisiera/quero/queria morir/morirme/morrer
no quiero vivir
no quiero … vivir
nao quero … viver
quitarme la vida
hacerme dano
me matar
# French
suicider
veux/voudrais/envie … mourir
me tuer
plus envie de vivre
veux plus vivre
en finir avec
# German
selbstmord/suizid/umbringen/selbstverletzung
nicht mehr leben
will/mochte/moechte … sterben
mich toten/toeten/ritzen
# Danish, Dutch
selvmord/selvmordstanker
vil … dø/doe
ikke leve mere
zelfmoord
wil/wou dood
wil … niet meer leven
niet meer leven
# Hindi in Latin letters
khudkushi/khudkhushi/atmahatya/aatmahatya
marna chahta/chahti
# Spanish, Portuguese
me quiero/quisiera morir
quiero … acabar/terminar con … todo/vida
quiero … desaparecer
acabar con … vida/todo
cansado/cansada de vivir
nao quero mais viver
quero acabar com tudo
# French
veux/voudrais/vais … en finir/mourir
me suicider
envie de … mourir/vivre
marre de vivre/la vie
# German
mochte/will/wollte … sterben/tot
lebensmude
will/mag/mochte nicht mehr/langer leben/da
keinen sinn mehr
mir/meinem … leben nehmen/ende
# Italian
voglio/vorrei … morire/ammazzarmi/uccidermi
farla finita
non voglio … vivere
# Polish, in Latin letters
chce … umrzec
zabic sie
nie chce … zyc
# Hindi in Latin letters
jeena/jina/jeene/jine nahi/nahin/nai
nahi/nahin … jeena/jina
zindagi … khatam/khatm/tang/thak/bojh
khatam/khatm kar
jeene/jine/jeeney … mann/man/nahi/nahin/ichha
marne … man
mar … jaye/jaun/jaana/jana
# Spanish, Portuguese, French, German, Italian, Dutch, Danish, Turkish, Russian, Arabic
seguir viviendo
no aguanto mas
no vale … pena
ya no puedo mas
nao aguento mais
peux plus continuer/vivre
nen peux plus
plus la force … vivre/continuer
kann nicht mehr
nicht mehr weiter
ce la faccio piu
wil niet meer
vil ikke leve
orker ikke … mere
intihar
olmek istiyorum
хочу … умереть
не хочу … жить
суицид/самоубийство/покончить
الانتحار/انتحار
اريد … اموت
""",
    "EMERGENCY": """
visage/cara/gesicht/faccia & paralysee/paralizada/gelahmt/paralizzata
# Other languages
dolor/dor/douleur … pecho/peito/poitrine
herzinfarkt/schlaganfall/brustschmerzen/brustschmerz/hjertestop/brystsmerter
infarto/infarctus/hartaanval/hjerteanfald
pijn op … borst
# Spanish, Portuguese, French, Italian, German
duele/dolor/presion/opresion/dor & pecho/peito/petto
mal/douleur/serre & poitrine
schmerz/schmerzen/druck/enge/weh/brust & brust/brustkorb/brustschmerz
gesicht/mundwinkel … hangt/taub/schief
cara/boca/visage/bouche … torcida/paralizada/paralyse/tombe
desmaye/desmayado/desmayada/evanoui/ohnmachtig/bewusstlos/svenuto/svenuta
ambulancia/krankenwagen/notarzt/ambulanza
""",
    "BREATHING": """
consigo/puedo/posso & respirar
# Other languages
no puedo respirar
nao consigo respirar
peux … pas respirer
keine luft
nicht atmen
kan … ikke fa vejret
kan … niet ademen
krijg geen lucht
# Spanish, French, German, Portuguese, Italian
cuesta/dificultad/puedo/falta & respirar/aire
ahogo/ahogando/ahogandome
narrive/arrive/mal/peine/peux/difficulte & respirer/souffle
jetouffe/etouffe
atemnot/kurzatmig/erstickungsgefuhl
bekomme/kriege … kaum/keine/schlecht luft
schwer/nicht/kaum … atmen
falta de ar
respirare & posso/riesco/fatica
hinchada/hinchado/gonfle/gonflee/geschwollen … lengua/labios/garganta/langue/levres/gorge/zunge/lippen/hals
lengua/labios/garganta/langue/levres/gorge/zunge/lippen/hals … hinchada/hinchado/gonfle/gonflee/geschwollen
""",
    "OVERDOSE": """
pris/avale/bu … toute/tous/boite/flacon
# Spanish, French, German, Portuguese, Italian
tome/tomado/tomo/tragado/trague … todas/todos/demasiadas/demasiados/muchas/muchos … pastillas/pildoras/comprimidos
tome/tomado/tragado … bote/caja … pastillas/pildoras/comprimidos
tome/tomado … demasiado/demasiadas
pris/avale … trop/tous/toute/boite/beaucoup … cachets/comprimes/pilules/medicaments/gelules
pris/avale … trop
genommen/geschluckt & viele/alle/ganze/packung/schachtel & tabletten/pillen/kapseln
viele tabletten/pillen/kapseln genommen/geschluckt
tomei/engoli … todos/todas/muitos/muitas/demais … comprimidos/remedios
preso … troppe/tutte … pastiglie/pillole/compresse
sobredosis/surdose/surdosage/uberdosis/ueberdosis/overdosis
""",
    "OPIOID": """
# Spanish, French, German, Portuguese, Italian, Dutch, Danish
tomado/tome/tomo/tomando/tomei/inyectaron/dieron … OPIOID
pris/prends/prenez/donne/prescrit/sous … OPIOID
genommen/nehme/nahm/bekommen/verschrieben/gekriegt … OPIOID
OPIOID genommen/bekommen/verschrieben/eingenommen
preso/prendo … OPIOID
genomen/gebruik/taget/tager … OPIOID
OPIOID genomen/taget
""",
    "JAUNDICE": """
# Spanish, French, German, Portuguese, Italian
ojos/piel/yeux/peau/olhos/pele/occhi & amarillos/amarilla/jaunes/amarelos/amarela/gialli/gialla
augen/haut & gelb/gelblich
orina/urina/urine/pipi & oscura/oscuro/escura/scura/foncee/fonce/brune/dunkel/dunkler/dunkle/braun/brauner
ictericia/jaunisse/gelbsucht/ittero
""",
    "PREGNANCY": """
# Spanish, French, German, Portuguese, Italian, Dutch
embarazada/enceinte/schwanger/schwangerschaft/gravida/incinta/zwanger/gravid
""",
    "ABUSE": """
# Spanish, French, German, Portuguese, Italian
marido/esposo/novio/pareja/padre/hijo/el … pega/pego/golpea/golpeo/maltrata/amenaza
me pega/pego/golpea/maltrata/viola/violo/amenaza
mari/copain/conjoint/pere/fils/il … frappe/bat/tape/menace/viole/violente
me frappe/bat/tape/menace
mann/freund/partner/vater/sohn/er … schlagt/schlug/geschlagen/bedroht/vergewaltigt/wurgt
schlagt/schlug/bedroht mich
meu marido/namorado/pai … bate/bateu/agride/ameaca
marito/fidanzato/padre … picchia/picchiato/minaccia
violencia/maltrato/maltrata/missbraucht/vergewaltigt/agresse
""",
}
