"""The triggers that write the ledger: no move of a dose, and no step of its notices, goes without its row.

They are TEMP triggers: they live as long as the connection that ``store.database`` opens, and only such may call a
function of ours, since the schema is not trusted.
"""

CLOCK = "ledger_clock"
"""The SQL function that gives the moment in epoch milliseconds."""

TRIGGERS = (
    f"""
    CREATE TEMP TRIGGER ledger_raised AFTER INSERT ON main.dose BEGIN
        INSERT INTO ledger (dose, at, what, detail) VALUES (NEW.id, {CLOCK}(), 'raised', NEW.state);
    END
    """,
    f"""
    CREATE TEMP TRIGGER ledger_moved AFTER UPDATE OF state ON main.dose
    WHEN NEW.state <> OLD.state AND NEW.laters = OLD.laters BEGIN
        INSERT INTO ledger (dose, at, what, detail) VALUES (NEW.id, {CLOCK}(), 'moved', NEW.state);
    END
    """,
    # By how often it was put off, since the second time leaves it in the same state.
    f"""
    CREATE TEMP TRIGGER ledger_put_off AFTER UPDATE OF laters ON main.dose WHEN NEW.laters <> OLD.laters BEGIN
        INSERT INTO ledger (dose, at, what, detail) VALUES (NEW.id, {CLOCK}(), 'put off', NEW.later_at);
    END
    """,
    f"""
    CREATE TEMP TRIGGER ledger_taken_back AFTER INSERT ON main.answer WHEN NEW.reason = 'undone' BEGIN
        INSERT INTO ledger (dose, at, what, detail) VALUES (NEW.dose, {CLOCK}(), 'taken back', NEW.state);
    END
    """,
    f"""
    CREATE TEMP TRIGGER ledger_notice AFTER UPDATE OF state ON main.notice
    WHEN NEW.dose IS NOT NULL AND NEW.state <> OLD.state BEGIN
        INSERT INTO ledger (dose, at, what, detail, notice, kind, attempt, message) VALUES (
            NEW.dose, {CLOCK}(), CASE WHEN NEW.state <> 'waiting' THEN NEW.state
                WHEN NEW.doubts > OLD.doubts THEN 'in doubt' ELSE 'put back' END,
            CASE NEW.state WHEN 'settled' THEN NEW.outcome WHEN 'waiting' THEN NEW.send_at END,
            NEW.id, NEW.kind, NEW.attempts, coalesce(NEW.message, NEW.replaces));
    END
    """,
)
