-- With which probability a customer came into the arm: what an increment is measured with.
ALTER TABLE exposure ADD COLUMN probability double precision CHECK (probability BETWEEN 0 AND 1);
COMMENT ON COLUMN exposure.assigned_at IS 'the business instant';
