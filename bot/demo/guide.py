"""The short guide beside the phones."""

GUIDE = """
<h2>What to try</h2>
<ol>
  <li><b>Dr Bruno</b>: send <code>/invite P-07</code>. Then press <b>Scan</b> below the link, for Ana.</li>
  <li><b>Ana</b>: read, agree, answer what is asked.</li>
  <li><b>Dr Bruno</b>: send<br>
      <code>/plan P-07 LDN 1.5 mg at 21:00 for 7 days, then 3 mg</code>,<br>
      answer the checks, confirm.</li>
  <li><b>Ana</b>: look at it, name it, accept it.</li>
  <li>Press <b>next event</b> until the reminder comes. Answer it, or don't.</li>
  <li>Ask <code>/learn dreams</code>, here or in the group. Press <b>Help</b> anywhere.</li>
</ol>
<p>Or press <b>Play two weeks</b> and watch. What the script makes is marked as made up.</p>
<p>No clinician has reviewed the articles: each says so. Nothing here leaves this machine.</p>
"""
