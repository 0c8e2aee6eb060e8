-- Every task of a campaign that speaks for an opportunity: one campaign may want a customer more than once.
CREATE TABLE opportunity_task (
    touch       bigint PRIMARY KEY,
    opportunity bigint NOT NULL REFERENCES opportunity (id)
);
CREATE INDEX opportunity_task_of ON opportunity_task (opportunity);
INSERT INTO opportunity_task (touch, opportunity)
SELECT touch, max(opportunity) FROM opportunity_reason WHERE touch IS NOT NULL GROUP BY touch;
ALTER TABLE opportunity_reason DROP COLUMN touch;

-- Whoever takes a number has taken one, whoever else took it under the same touch.
ALTER TABLE opportunity_dial DROP CONSTRAINT opportunity_dial_pkey;
ALTER TABLE opportunity_dial ADD PRIMARY KEY (touch, staff);

-- Calendars belong to users: the door closes with theirs, and whoever has no staff code shares nobody's row.
ALTER TABLE opportunity_calendar ADD COLUMN user_name text;
ALTER TABLE opportunity_calendar ADD COLUMN language text NOT NULL DEFAULT 'zh-CN';
UPDATE opportunity_calendar c SET user_name = u.user_name FROM staff_user u WHERE u.staff_code = c.staff;
DELETE FROM opportunity_calendar WHERE user_name IS NULL;
ALTER TABLE opportunity_calendar DROP COLUMN staff;
ALTER TABLE opportunity_calendar ALTER COLUMN language DROP DEFAULT;
ALTER TABLE opportunity_calendar ADD PRIMARY KEY (user_name);
COMMENT ON COLUMN opportunity_calendar.language IS 'of its entries: what the user read when it was opened';
