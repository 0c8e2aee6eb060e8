-- A step stays as it was written; only its words may be written anew under another key, by the job that does so.
DROP TRIGGER complaint_step_no_change ON complaint_step;
CREATE TRIGGER complaint_step_no_delete BEFORE DELETE ON complaint_step
    FOR EACH ROW EXECUTE FUNCTION compliance_is_append_only();
CREATE TRIGGER complaint_step_no_change BEFORE UPDATE ON complaint_step
    FOR EACH ROW WHEN (coalesce(current_setting('yinhang.reencrypting', true), '') <> 'on'
        OR to_jsonb(NEW) - 'words' IS DISTINCT FROM to_jsonb(OLD) - 'words')
    EXECUTE FUNCTION compliance_is_append_only();
