-- Tiers come from the tag customer_tier; before it has been computed nobody's is known.
ALTER TABLE customer ALTER COLUMN tier SET DEFAULT 'UNKNOWN';
COMMENT ON COLUMN customer.tier IS 'stratification as the newest run of the tag customer_tier says';
