"""Hurting oneself, without a word of dying."""

HARM_TO_SELF = """
## Cutting, burning, hitting.
> i started burning my arm with the lighter when the legs get bad
> been punching the wall and my own head bc i hate this body
CUTS & LIMB & COPING && i/ive/im/been/my/when/to
start/started/keep/kept/been/stopped/want … CUTS … my/myself arm/arms/leg/legs/thigh/thighs/wrist/wrists/skin/own/self/$
wanna/urge/urges/back/again/need/crave … CUTS … my/myself arm/arms/leg/legs/thigh/thighs/wrist/wrists/skin/own/self/$
CUTS … my own/self
start/started/been/want/wanna/urge/urges/crave/need/miss … cutting/burning/selfharm
CUTS … myself ~ myself on the iron/oven/kettle/stove/pan/fence/door/tin/radiator/grill
urge/urges … hurt/harm/cut/burn/do/strong/bad/back
hurt/harm/injure/damage/punish … myself
bang/banging/smash/smashing/punch/punching … head … wall/against/floor/door/until/till/again
hit/hitting … head … wall/against/until/till
scratch/scratching/pick/picking/claw … until/till … bleed/bleeds/bled/blood
starve/starving/purge/purging/vomiting … punish/myself/purpose
want/wanna/like/need/deserve … feel/see … blood
deserve … hurt/pain/suffer/punish/punished/cut
CUTS/pick/picking/dig/digging/prick … my/myself … compass/needle/pin/glass/fork/tweezers/stapler/lighter/cigarette
CUTS … arm/arms/leg/legs/thigh/thighs/skin/myself … to/into/in pieces/shreds/ribbons/raw/bits/up
CUTS/pick/picking && only thing … calms/helps/quiets/works/stops
do/did/done/doing … something/anything/things/damage/harm … to/of myself
end/ending up … hurting/hurt/harming … myself
CUTS … my … LIMB … until/till/black/hate/blood/bruise/bruised/purple/raw
i/ive/been cut/cutting last/again/today/tonight/$
## Hidden marks, and falling back.
> relapsed on sh after 2 yrs clean
> my arms are a mess again. long sleeves in july
relapse/relapsed/relapsing … sh/selfharm/cut/cutting/burning
sh … clean/relapse/urge/urges/again/scars
clean … from/of … sh/cutting/selfharm/harm/blade
clean … days/weeks/months/years/yrs & cut/cutting/sh/blade/relapsed/selfharm
long sleeve/sleeves
arm/arms/thigh/thighs/wrist/wrists … mess/scars/cuts/covered/bandaged/marks/state … again/sleeves/hide/hiding/bad
hide/hiding/cover/covering … scars/cuts/marks/burns/wrists/bandages/arms
fresh/new/deep/deeper cuts/scars/marks … arm/arms/leg/legs/thigh/thighs/wrist/skin/again/$
stitches … again/arm/wrist/cut & myself/did/own/purpose/again
"""
