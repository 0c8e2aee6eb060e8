-- How a list came to be: brought as a file, or drawn from a predicate. What is needed to draw it again is kept.
ALTER TABLE customer_list
    ADD COLUMN way       text NOT NULL DEFAULT 'file' CHECK (way IN ('file', 'sample', 'look_alike', 'day')),
    ADD COLUMN predicate text NOT NULL DEFAULT '',
    ADD COLUMN as_of     date,
    ADD COLUMN stratum   text,
    ADD COLUMN seed      bigint,
    ADD COLUMN auc       double precision;
COMMENT ON COLUMN customer_list.auc IS 'of the model of a look-alike, on customers it has not learned from';
