package org.yinhang.customer.internal;

import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yinhang.audit.Audit;
import org.yinhang.audit.AuditNote;
import org.yinhang.customer.internal.PersonalRepository.Reencrypted;
import org.yinhang.jobs.JobContext;
import org.yinhang.jobs.JobHandler;
import org.yinhang.shared.Role;

/**
 * Encrypts every personal value of the customers anew that lies under an older key or algorithm, after a key was added. Stopped or killed,
 * it goes on where values are still outdated. Notes, complaints, messages, secrets and evidence of other modules stay under
 * the key they were written with, so older keys are still needed.
 */
@Component
class ReencryptionJob implements JobHandler {

    private static final int CUSTOMERS_AT_ONCE = 1_000;

    private final PersonalRepository personal;
    private final Audit audit;

    ReencryptionJob(PersonalRepository personal, Audit audit) {
        this.personal = personal;
        this.audit = audit;
    }

    @Override
    public String name() {
        return "keys-rotate";
    }

    @Override
    public Set<Role> startedBy() {
        return Set.of(Role.ADMINISTRATOR);
    }

    @Override
    public void run(JobContext context) {
        long customers = personal.count();
        long done = 0;
        long values = 0;
        Optional<Reencrypted> step = personal.reencrypt(-1, CUSTOMERS_AT_ONCE);
        while (step.isPresent()) {
            done += step.get().customers();
            values += step.get().values();
            context.progress().report("重新加密 encrypting anew", done, customers);
            step = personal.reencrypt(step.get().last(), CUSTOMERS_AT_ONCE);
        }
        audit.record(AuditNote.bySystem("keys.rotated", "customer_personal")
                .with("run %d: %d values of %d customers".formatted(context.runId(), values, done)));
        context.result("job.told.keys-rotate", values, done);
    }
}
