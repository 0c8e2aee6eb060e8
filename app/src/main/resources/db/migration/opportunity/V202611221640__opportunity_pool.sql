-- How opportunities are worked, each version from its day on.
CREATE TABLE opportunity_settings (
    version    int PRIMARY KEY,
    yaml       text NOT NULL,
    valid_from date NOT NULL,
    note       text NOT NULL,
    saved_by   text NOT NULL,
    saved_at   timestamptz NOT NULL
);

-- Opportunities somebody gave to another person together, and who had them before: what can be undone.
CREATE TABLE opportunity_move (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    to_staff text NOT NULL,
    made_by  text NOT NULL,
    made_at  timestamptz NOT NULL,
    undone_at timestamptz
);
CREATE TABLE opportunity_moved (
    move        bigint NOT NULL REFERENCES opportunity_move (id),
    opportunity bigint NOT NULL REFERENCES opportunity (id),
    from_place  text NOT NULL,
    from_staff  text,
    PRIMARY KEY (move, opportunity)
);
