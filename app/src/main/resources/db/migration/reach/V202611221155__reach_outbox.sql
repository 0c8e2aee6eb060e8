-- What one wave of a campaign sends through one channel: what all its touches share, and whether it may go on.
CREATE TABLE dispatch (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    campaign   text NOT NULL,
    wave       text NOT NULL,
    channel    text NOT NULL,
    state      text NOT NULL CHECK (state IN ('preparing', 'running', 'paused', 'killed', 'finished')),
    priority   int NOT NULL,
    terms      jsonb NOT NULL,
    planned    bigint NOT NULL DEFAULT 0,
    begun      bigint NOT NULL DEFAULT 0,
    made_by    text NOT NULL,
    made_at    timestamptz NOT NULL,
    changed_by text NOT NULL,
    changed_at timestamptz NOT NULL,
    UNIQUE (campaign, wave, channel)
);
COMMENT ON COLUMN dispatch.planned IS 'how many touches it was given; its rows in touch are as many at every moment';
COMMENT ON COLUMN dispatch.begun IS 'how many touches had a first attempt: what capacity and budget are held against';
CREATE INDEX dispatch_open ON dispatch (channel, priority DESC, id) WHERE state IN ('running', 'killed');

-- The outbox: one row for every customer of a dispatch. No personal data: names and numbers are looked up at the call.
CREATE TABLE touch (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    dispatch   bigint NOT NULL REFERENCES dispatch (id),
    customer   int NOT NULL,
    state      text NOT NULL CHECK (state IN ('pending', 'attempting', 'sent', 'withheld', 'failed', 'unknown')),
    due_at     timestamptz NOT NULL,
    arm        text NOT NULL,
    details    jsonb,
    attempts   smallint NOT NULL DEFAULT 0,
    node       uuid,
    attempted_at timestamptz,
    settled_at timestamptz,
    reasons    text[],
    reference  text,
    outcome    text CHECK (outcome IN ('undelivered', 'delivered', 'opened', 'answered', 'refused')),
    outcome_at timestamptz,
    UNIQUE (dispatch, customer)
);
COMMENT ON COLUMN touch.due_at IS 'pending: not before; unknown: when the gateway is asked again';
COMMENT ON COLUMN touch.details IS 'what differs between customers and is not personal: offered rate, limit';
COMMENT ON COLUMN touch.node IS 'the process that makes the present attempt';
COMMENT ON COLUMN touch.reference IS 'what the gateway calls it';
CREATE INDEX touch_queue ON touch (dispatch, due_at, id) WHERE state = 'pending';
CREATE INDEX touch_open ON touch (state, due_at, id) WHERE state IN ('attempting', 'unknown');
CREATE INDEX touch_customer ON touch (customer);
CREATE INDEX touch_reference ON touch (reference) WHERE reference IS NOT NULL;

-- Every attempt, committed before its gateway is called.
CREATE TABLE touch_attempt (
    touch    bigint NOT NULL REFERENCES touch (id),
    number   smallint NOT NULL,
    node     uuid NOT NULL,
    began_at timestamptz NOT NULL,
    ended_at timestamptz,
    answer   text CHECK (answer IN ('accepted', 'rejected', 'not-taken', 'unclear', 'not-called')),
    detail   text,
    PRIMARY KEY (touch, number)
);

-- The processes that send. One not seen for a while is dead, and what it was attempting is unknown.
CREATE TABLE reach_node (
    id      uuid PRIMARY KEY,
    seen_at timestamptz NOT NULL
);

-- How messages of a channel leave.
CREATE TABLE reach_channel (
    channel    text PRIMARY KEY,
    kind       text NOT NULL CHECK (kind IN ('desk', 'http', 'smtp', 'people')),
    is_open    boolean NOT NULL,
    yaml       text NOT NULL,
    secret     bytea,
    changed_by text NOT NULL,
    changed_at timestamptz NOT NULL
);
COMMENT ON COLUMN reach_channel.secret IS 'key of signatures or password, encrypted';

-- What gateways reported, each report once.
CREATE TABLE reach_receipt (
    channel     text NOT NULL,
    receipt     text NOT NULL,
    touch       bigint NOT NULL REFERENCES touch (id),
    event       text NOT NULL,
    at          timestamptz NOT NULL,
    received_at timestamptz NOT NULL,
    PRIMARY KEY (channel, receipt)
);
CREATE INDEX reach_receipt_touch ON reach_receipt (touch);

-- What the simulated gateways of the channel desk accepted; the whole text is encrypted, as it names the customer.
CREATE TABLE desk_message (
    key         text PRIMARY KEY,
    channel     text NOT NULL,
    sealed      bytea NOT NULL,
    accepted_at timestamptz NOT NULL,
    copies      int NOT NULL DEFAULT 1
);
COMMENT ON COLUMN desk_message.copies IS 'how often the message was handed over; the phone shows it once';
CREATE INDEX desk_message_newest ON desk_message (accepted_at DESC);

-- Calls, appointments and visits wait here for a person.
CREATE TABLE contact_task (
    touch      bigint PRIMARY KEY REFERENCES touch (id),
    customer   int NOT NULL,
    channel    text NOT NULL,
    campaign   text NOT NULL,
    words      text NOT NULL,
    made_at    timestamptz NOT NULL,
    done_at    timestamptz,
    done_by    text,
    outcome    text
);
CREATE INDEX contact_task_open ON contact_task (made_at) WHERE done_at IS NULL;
CREATE INDEX contact_task_customer ON contact_task (customer);
