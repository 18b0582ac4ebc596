"""The short guide beside the phones. What stands in a button is sent at a press, on the phone that it names."""

GUIDE = """
<h2>Try it in five minutes</h2>
<ol>
  <li><b>Invite.</b> Dr Bruno makes a link for a patient. Then press <b>Scan with Ana</b> below it.
      <button data-phone="Dr Bruno" data-say="/invite P-07">/invite P-07</button></li>
  <li><b>Join.</b> On Ana's phone: read, agree, answer what is asked.</li>
  <li><b>Set a plan.</b> One line, and the checks that come with it.
      <button data-phone="Dr Bruno" data-say="/plan P-07 LDN 1.5 mg at 21:00 for 7 days, then 3 mg"
      >/plan P-07 LDN 1.5 mg at 21:00 for 7 days, then 3 mg</button></li>
  <li><b>Accept it.</b> Ana looks at the plan, gives it a name that tells nobody anything, and says yes.</li>
  <li><b>Let the evening come.</b> Press <b>Next event</b> until her reminder rings. Take it, put it off, skip it, or
      say nothing and see what happens.</li>
  <li><b>Ask.</b> In her chat or in the group:
      <button data-phone="Ana" data-say="/learn dreams">/learn dreams</button></li>
</ol>
<p>No time? <b>Play two weeks</b> taps and types through all of it, to the clinic's digest and Ana's week as a picture.
<b>Stop</b> ends it where it is. What it makes is marked as made up.</p>
<p>Curious? <b>Requests</b> shows in words what the bot asked of Telegram, <b>Faults</b> lets the line go dead at the
worst moment.</p>
<p class="muted">No clinician has reviewed the articles; each says so.</p>
"""
