-- Of several values of one customer that hold at once the newest stays; the others end when it began.
UPDATE tag_value v
SET ended_day = newest.from_day
FROM (
    SELECT DISTINCT ON (tag, customer) id, tag, customer, from_day
    FROM tag_value WHERE ended_day IS NULL ORDER BY tag, customer, id DESC
) newest
WHERE v.ended_day IS NULL AND v.tag = newest.tag AND v.customer = newest.customer AND v.id <> newest.id;
CREATE UNIQUE INDEX tag_value_one ON tag_value (tag, customer) WHERE ended_day IS NULL;
