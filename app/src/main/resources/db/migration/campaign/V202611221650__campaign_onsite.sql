-- Events on site with their checklist and guests. A walk-in is a count: nothing about strangers is kept.
CREATE TABLE onsite_event (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    theme     text NOT NULL,
    programme text NOT NULL,
    entry     text NOT NULL,
    product   text NOT NULL,
    branch_id bigint NOT NULL REFERENCES branch,
    place     text NOT NULL,
    day       date NOT NULL,
    from_time time NOT NULL,
    until     time NOT NULL,
    expected  int NOT NULL CHECK (expected > 0),
    state     text NOT NULL CHECK (state IN ('planned', 'running', 'followed-up', 'closed', 'cancelled')),
    walk_ins  int NOT NULL DEFAULT 0 CHECK (walk_ins >= 0),
    made_by   text NOT NULL,
    made_at   timestamptz NOT NULL,
    CHECK (until > from_time)
);
CREATE INDEX onsite_event_day ON onsite_event (day DESC);

CREATE TABLE onsite_task (
    event   bigint NOT NULL REFERENCES onsite_event,
    task    text NOT NULL,
    place   int NOT NULL,
    owner   text NOT NULL,
    due     date NOT NULL,
    done_by text,
    done_at timestamptz,
    note    text NOT NULL DEFAULT '',
    PRIMARY KEY (event, task),
    CHECK ((done_by IS NULL) = (done_at IS NULL))
);

CREATE TABLE onsite_guest (
    event        bigint NOT NULL REFERENCES onsite_event,
    customer     int NOT NULL,
    added_by     text NOT NULL,
    added_at     timestamptz NOT NULL,
    signed_in_at timestamptz,
    signed_in_by text,
    outcome      text CHECK (outcome IN ('applied', 'interested', 'nothing')),
    outcome_by   text,
    PRIMARY KEY (event, customer),
    CHECK (outcome IS NULL OR signed_in_at IS NOT NULL)
);
CREATE INDEX onsite_guest_customer ON onsite_guest (customer);
