ALTER TABLE demo_contact ADD COLUMN added double precision;
COMMENT ON COLUMN demo_contact.added IS 'known truth: what the contact adds to the probability of a response within thirty days';
