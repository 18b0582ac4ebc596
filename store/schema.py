"""The schema, as a list of migrations: appended to, never edited once released.

Moments are UTC epoch milliseconds; local dates ISO text; ids ours, random and handed in. Erasing a person
is deleting the account row: everything that is that person's goes with it by ON DELETE CASCADE, or by the link.
"""

_PEOPLE = (
    """
    CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT
    """,
    """
    CREATE TABLE clinic (
        id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, phone TEXT NOT NULL, hours TEXT NOT NULL,
        country TEXT NOT NULL, zone TEXT NOT NULL, language TEXT NOT NULL,
        window_minutes INTEGER NOT NULL DEFAULT 240, missed_text_by TEXT, created_at INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE medicine (
        id TEXT PRIMARY KEY, clinic TEXT NOT NULL REFERENCES clinic ON DELETE CASCADE,
        name TEXT NOT NULL, spellings TEXT NOT NULL, unit TEXT NOT NULL, warn_above TEXT, refuse_above TEXT,
        opioid_check INTEGER NOT NULL, self_check INTEGER NOT NULL, UNIQUE (clinic, name)
    ) STRICT
    """,
    """
    CREATE TABLE account (
        id TEXT PRIMARY KEY, chat INTEGER NOT NULL UNIQUE, language TEXT NOT NULL, country TEXT, zone TEXT,
        asked_zone TEXT, asking INTEGER NOT NULL DEFAULT 1, quiet_since INTEGER, unreachable_at INTEGER,
        created_at INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE clinician (
        id TEXT PRIMARY KEY, clinic TEXT NOT NULL REFERENCES clinic ON DELETE CASCADE,
        account TEXT REFERENCES account ON DELETE SET NULL, name TEXT NOT NULL,
        joined_at INTEGER NOT NULL, withdrawn_at INTEGER
    ) STRICT
    """,
    """
    CREATE UNIQUE INDEX clinician_live ON clinician (account) WHERE withdrawn_at IS NULL AND account IS NOT NULL
    """,
    """
    CREATE TABLE link (
        id TEXT PRIMARY KEY, clinic TEXT NOT NULL REFERENCES clinic ON DELETE CASCADE, label TEXT NOT NULL,
        account TEXT REFERENCES account ON DELETE CASCADE, consent_version TEXT, consent_at INTEGER,
        shares INTEGER NOT NULL DEFAULT 0, shares_asked INTEGER NOT NULL DEFAULT 0,
        self_checked_at INTEGER, created_at INTEGER NOT NULL, ended_at INTEGER
    ) STRICT
    """,
    "CREATE UNIQUE INDEX link_label ON link (clinic, label) WHERE ended_at IS NULL",
    "CREATE UNIQUE INDEX link_account ON link (account) WHERE ended_at IS NULL AND account IS NOT NULL",
    """
    CREATE TABLE invite (
        id TEXT PRIMARY KEY, hash TEXT NOT NULL UNIQUE, clinic TEXT NOT NULL REFERENCES clinic ON DELETE CASCADE,
        link TEXT REFERENCES link ON DELETE CASCADE, name TEXT, expires_at INTEGER NOT NULL, used_at INTEGER
    ) STRICT
    """,
    """
    CREATE TABLE ask (
        chat INTEGER PRIMARY KEY, kind TEXT NOT NULL, facts TEXT NOT NULL, at INTEGER NOT NULL
    ) STRICT
    """,
)

_PLANS = (
    """
    CREATE TABLE draft (
        id TEXT PRIMARY KEY, clinician TEXT NOT NULL REFERENCES clinician ON DELETE CASCADE,
        link TEXT NOT NULL REFERENCES link ON DELETE CASCADE, facts TEXT NOT NULL, at INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE plan (
        id TEXT PRIMARY KEY, link TEXT NOT NULL REFERENCES link ON DELETE CASCADE,
        medicine TEXT NOT NULL REFERENCES medicine, version INTEGER, alias TEXT, next_at INTEGER,
        retry_at INTEGER, held_at INTEGER, hold_cause TEXT, ended_at INTEGER, created_at INTEGER NOT NULL
    ) STRICT
    """,
    "CREATE UNIQUE INDEX plan_live ON plan (link, medicine) WHERE ended_at IS NULL",
    "CREATE INDEX plan_next ON plan (next_at) WHERE next_at IS NOT NULL",
    """
    CREATE TABLE plan_version (
        plan TEXT NOT NULL REFERENCES plan ON DELETE CASCADE, version INTEGER NOT NULL, body TEXT NOT NULL,
        author TEXT NOT NULL, opioid_checked_on TEXT, opioid_initials TEXT, confirmed_at INTEGER NOT NULL,
        accepted_at INTEGER, declined_at INTEGER, PRIMARY KEY (plan, version)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE dose (
        id TEXT PRIMARY KEY, plan TEXT NOT NULL REFERENCES plan ON DELETE CASCADE, version INTEGER NOT NULL,
        local_date TEXT NOT NULL, slot INTEGER NOT NULL, due_at INTEGER NOT NULL, window_at INTEGER NOT NULL,
        amount TEXT NOT NULL, step INTEGER NOT NULL, first INTEGER NOT NULL, state TEXT NOT NULL,
        repeat_at INTEGER, later_at INTEGER, laters INTEGER NOT NULL DEFAULT 0, in_doubt INTEGER NOT NULL DEFAULT 0,
        answered_at INTEGER, reason TEXT, UNIQUE (plan, local_date, slot)
    ) STRICT
    """,
    "CREATE INDEX dose_open ON dose (window_at) WHERE state IN ('due', 'sent', 'later')",
    "CREATE INDEX dose_repeat ON dose (repeat_at) WHERE repeat_at IS NOT NULL",
    "CREATE INDEX dose_later ON dose (later_at) WHERE later_at IS NOT NULL",
    """
    CREATE TABLE answer (
        dose TEXT NOT NULL REFERENCES dose ON DELETE CASCADE, at INTEGER NOT NULL, state_before TEXT NOT NULL,
        state TEXT NOT NULL, reason TEXT
    ) STRICT
    """,
    "CREATE INDEX answer_dose ON answer (dose, at)",
    """
    CREATE TABLE self_check (
        id TEXT PRIMARY KEY, link TEXT NOT NULL REFERENCES link ON DELETE CASCADE, at INTEGER NOT NULL,
        answers TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE note (
        link TEXT NOT NULL REFERENCES link ON DELETE CASCADE, at INTEGER NOT NULL, kind TEXT NOT NULL,
        item TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX note_link ON note (link, at)",
)

_MESSAGES = (
    """
    CREATE TABLE inbox (
        update_id INTEGER PRIMARY KEY, chat INTEGER, raw TEXT, received_at INTEGER NOT NULL,
        attempts INTEGER NOT NULL DEFAULT 0, recorded_at INTEGER, done_at INTEGER,
        dead INTEGER NOT NULL DEFAULT 0
    ) STRICT
    """,
    "CREATE INDEX inbox_open ON inbox (update_id) WHERE done_at IS NULL",
    """
    CREATE TABLE notice (
        id TEXT PRIMARY KEY, key TEXT UNIQUE, account TEXT NOT NULL REFERENCES account ON DELETE CASCADE,
        kind TEXT NOT NULL, facts TEXT NOT NULL, dose TEXT REFERENCES dose ON DELETE CASCADE,
        priority INTEGER NOT NULL, send_at INTEGER NOT NULL, window_at INTEGER,
        state TEXT NOT NULL DEFAULT 'waiting', attempts INTEGER NOT NULL DEFAULT 0, replaces INTEGER,
        message INTEGER, settled_at INTEGER, outcome TEXT
    ) STRICT
    """,
    "CREATE INDEX notice_waiting ON notice (send_at) WHERE state = 'waiting'",
    "CREATE INDEX notice_claimed ON notice (account) WHERE state = 'claimed'",
    "CREATE INDEX notice_dose ON notice (dose) WHERE dose IS NOT NULL",
    """
    CREATE TABLE round (
        account TEXT NOT NULL REFERENCES account ON DELETE CASCADE, kind TEXT NOT NULL, next_at INTEGER,
        weekday INTEGER, at TEXT, PRIMARY KEY (account, kind)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX round_next ON round (next_at)",
)

_DIARY = (
    """
    CREATE TABLE checkin (
        id TEXT PRIMARY KEY, account TEXT NOT NULL REFERENCES account ON DELETE CASCADE, evening TEXT NOT NULL,
        started_at INTEGER NOT NULL, ended_at INTEGER, message INTEGER, turn INTEGER NOT NULL DEFAULT 1,
        UNIQUE (account, evening)
    ) STRICT
    """,
    """
    CREATE TABLE rating (
        checkin TEXT NOT NULL REFERENCES checkin ON DELETE CASCADE, scale TEXT NOT NULL, value INTEGER,
        at INTEGER NOT NULL, turn INTEGER NOT NULL, PRIMARY KEY (checkin, scale)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE worry (
        checkin TEXT NOT NULL REFERENCES checkin ON DELETE CASCADE, item TEXT NOT NULL, at INTEGER NOT NULL,
        PRIMARY KEY (checkin, item)
    ) STRICT, WITHOUT ROWID
    """,
)

_RECORD = (
    """
    CREATE TABLE safety_event (
        account TEXT REFERENCES account ON DELETE CASCADE, category TEXT NOT NULL, at INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE approval (
        article TEXT NOT NULL, version INTEGER NOT NULL, digest TEXT NOT NULL, reviewer TEXT NOT NULL,
        credential TEXT NOT NULL, at INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE audit (
        number INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL,
        about TEXT NOT NULL, detail TEXT NOT NULL
    ) STRICT
    """,
    "CREATE TRIGGER audit_kept BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END",
    "CREATE TRIGGER audit_fixed BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END",
)

_GAPS = (
    # A row of missed doses counts from here on: a hold that was lifted is not set again for the same days.
    "ALTER TABLE plan ADD COLUMN lifted_at INTEGER",
)

_USES = (
    """
    CREATE TABLE use (
        id TEXT PRIMARY KEY, plan TEXT NOT NULL REFERENCES plan ON DELETE CASCADE, version INTEGER NOT NULL,
        amount TEXT NOT NULL, taken_at INTEGER NOT NULL, local_date TEXT NOT NULL, said_at INTEGER NOT NULL,
        mark TEXT NOT NULL, held INTEGER NOT NULL, undone_at INTEGER, UNIQUE (plan, mark)
    ) STRICT
    """,
    "CREATE INDEX use_plan ON use (plan, taken_at)",
)

# How often a notice was in doubt, apart from how often it was tried; claims go by priority, a seek each; and the
# ledger of each dose.
_LEDGER = (
    "ALTER TABLE notice ADD COLUMN doubts INTEGER NOT NULL DEFAULT 0",
    "CREATE INDEX notice_turn ON notice (priority, send_at) WHERE state = 'waiting'",
    "CREATE INDEX notice_account ON notice (account) WHERE state <> 'settled'",
    """
    CREATE TABLE ledger (
        dose TEXT NOT NULL REFERENCES dose ON DELETE CASCADE, at INTEGER NOT NULL, what TEXT NOT NULL,
        detail TEXT, notice TEXT, kind TEXT, attempt INTEGER, message INTEGER
    ) STRICT
    """,
    "CREATE INDEX ledger_dose ON ledger (dose)",
)

_READING = (
    # For the reader alone: no statement joins these two with a clinic's.
    """
    CREATE TABLE reading (
        account TEXT NOT NULL REFERENCES account ON DELETE CASCADE, article TEXT NOT NULL, section INTEGER NOT NULL,
        at INTEGER NOT NULL, PRIMARY KEY (account, article, section)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE course (
        account TEXT PRIMARY KEY REFERENCES account ON DELETE CASCADE, unopened INTEGER NOT NULL DEFAULT 0
    ) STRICT, WITHOUT ROWID
    """,
    # Numbers only: nothing ties an answer to whoever gave it.
    """
    CREATE TABLE clarity (
        article TEXT NOT NULL, version INTEGER NOT NULL, section INTEGER NOT NULL,
        clear INTEGER NOT NULL DEFAULT 0, unclear INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (article, version, section)
    ) STRICT, WITHOUT ROWID
    """,
)
# What a clinic sets for itself: for how many months data are kept after the last sign of somebody.
_KEEPING = ("ALTER TABLE clinic ADD COLUMN keep_months INTEGER NOT NULL DEFAULT 12",)

# What a patient has of a medicine, counted down by the plan; and a clinic's own number of days before it runs out.
_SUPPLIES = (
    """
    CREATE TABLE supply (
        plan TEXT PRIMARY KEY REFERENCES plan ON DELETE CASCADE, entry TEXT NOT NULL, units TEXT NOT NULL,
        per_dose TEXT, strength TEXT, counted_at INTEGER NOT NULL, by_clinic INTEGER NOT NULL,
        check_at INTEGER, told_at INTEGER
    ) STRICT
    """,
    "CREATE INDEX supply_check ON supply (check_at) WHERE check_at IS NOT NULL",
    "ALTER TABLE clinic ADD COLUMN refill_days INTEGER",
)

_CLOCKS = (
    # The clock that a dose was raised by: a later move must not raise it once more, nor lose a day lived twice.
    "ALTER TABLE dose ADD COLUMN zone TEXT",
    """
    UPDATE dose SET zone = (SELECT account.zone FROM plan JOIN link ON link.id = plan.link
        JOIN account ON account.id = link.account WHERE plan.id = dose.plan)
    """,
    "ALTER TABLE account ADD COLUMN moved_at INTEGER",
    """
    CREATE TABLE trip (
        id TEXT PRIMARY KEY, account TEXT NOT NULL UNIQUE REFERENCES account ON DELETE CASCADE,
        country TEXT NOT NULL, zone TEXT, state TEXT NOT NULL, starts_at INTEGER, allowed INTEGER NOT NULL DEFAULT 0,
        home_country TEXT NOT NULL, home_zone TEXT NOT NULL, at INTEGER NOT NULL
    ) STRICT
    """,
    "CREATE INDEX trip_starts ON trip (starts_at) WHERE state = 'planned'",
)

_QUIET_HOURS = (
    # The patient's own hours, for rounds only: they hold back no dose and no safety text.
    "ALTER TABLE account ADD COLUMN quiet_from TEXT",
    "ALTER TABLE account ADD COLUMN quiet_until TEXT",
)

_TURNS = (
    # The tick asks each second for the first plan whose turn comes: one step in an index, however many are stored.
    "CREATE INDEX plan_turn ON plan (max(next_at, coalesce(retry_at, 0))) WHERE next_at IS NOT NULL",
)

_WHOSE = (
    # Whose a row is, ended ones included: the hourly chores and an erasure ask that of every patient.
    "CREATE INDEX plan_link ON plan (link)",
    "CREATE INDEX link_owner ON link (account)",
    "CREATE INDEX clinician_account ON clinician (account)",
    "CREATE INDEX self_check_link ON self_check (link)",
)

_ALERT = (
    # The one clinician who wants to hear of three in a row; nobody until the operator names one.
    "ALTER TABLE clinic ADD COLUMN row_alert TEXT REFERENCES clinician ON DELETE SET NULL",
)

# How many rounds a day a patient chose; nothing: as many as the rules have it.
_MOST_A_DAY = ("ALTER TABLE account ADD COLUMN rounds_a_day INTEGER",)

_STARTING = (
    # A trip chosen for now may have to wait for the tick; it begins like one planned for a day.
    "DROP INDEX trip_starts",
    "CREATE INDEX trip_coming ON trip (starts_at) WHERE state IN ('planned', 'starting')",
)

# What only counts while a notice is on its way: whether its person was heard from, and how often their chat has moved.
_ON_ITS_WAY = (
    "ALTER TABLE notice ADD COLUMN heard INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE notice ADD COLUMN moves INTEGER NOT NULL DEFAULT 0",
)

# What was shown last of a plan, each time that a dose of it is raised or read: one step, however long it has run.
_BY_TIME = ("CREATE INDEX dose_by_time ON dose (plan, due_at)",)

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (*_PEOPLE, *_PLANS, *_MESSAGES, *_DIARY, *_RECORD),
    _GAPS,
    _USES,
    _LEDGER,
    _READING,
    _KEEPING,
    _SUPPLIES,
    _CLOCKS,
    _QUIET_HOURS,
    _TURNS,
    _WHOSE,
    _ALERT,
    _MOST_A_DAY,
    _STARTING,
    _ON_ITS_WAY,
    _BY_TIME,
)
