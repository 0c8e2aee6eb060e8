-- Ways a member of staff likes to look at a list. The question never holds the text searched for, which may name a person.
CREATE TABLE saved_view (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    user_id    bigint NOT NULL,
    list       text NOT NULL,
    name       text NOT NULL,
    question   text NOT NULL,
    is_default boolean NOT NULL,
    UNIQUE (user_id, list, name)
);
COMMENT ON COLUMN saved_view.question IS 'filters, sorting and page size as in the address of the list';
CREATE UNIQUE INDEX saved_view_one_default ON saved_view (user_id, list) WHERE is_default;
