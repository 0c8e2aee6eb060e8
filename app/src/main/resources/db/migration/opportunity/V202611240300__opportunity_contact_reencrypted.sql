-- A contact stays as it was written; only its note may be written anew under another key, by the job that does so.
DROP TRIGGER opportunity_contact_no_change ON opportunity_contact;
CREATE TRIGGER opportunity_contact_no_delete BEFORE DELETE ON opportunity_contact
    FOR EACH ROW EXECUTE FUNCTION opportunity_is_append_only();
CREATE TRIGGER opportunity_contact_no_change BEFORE UPDATE ON opportunity_contact
    FOR EACH ROW WHEN (coalesce(current_setting('yinhang.reencrypting', true), '') <> 'on'
        OR to_jsonb(NEW) - 'note' IS DISTINCT FROM to_jsonb(OLD) - 'note')
    EXECUTE FUNCTION opportunity_is_append_only();
