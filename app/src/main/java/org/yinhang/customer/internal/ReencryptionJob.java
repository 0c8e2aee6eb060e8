package org.yinhang.customer.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yinhang.audit.Audit;
import org.yinhang.audit.AuditNote;
import org.yinhang.customer.internal.PersonalRepository.Reencrypted;
import org.yinhang.jobs.JobContext;
import org.yinhang.jobs.JobHandler;
import org.yinhang.shared.Role;
import org.yinhang.shared.crypto.SealedColumns;
import org.yinhang.shared.crypto.SealedRepository;

/**
 * Encrypts every value anew that lies under an older key or algorithm, after a key was added: the personal values of customers, and
 * the notes, complaints, messages, secrets and evidence of other modules. Stopped or killed, it goes on where values are still outdated.
 */
@Component
class ReencryptionJob implements JobHandler {

    private static final int CUSTOMERS_AT_ONCE = 1_000;

    private static final int PAGES_AT_ONCE = 200;
    private static final int VALUES_AT_ONCE = 100;

    private final PersonalRepository personal;
    private final SealedRepository sealed;
    private final List<SealedColumns> others;
    private final Audit audit;

    ReencryptionJob(PersonalRepository personal, SealedRepository sealed, List<SealedColumns> others, Audit audit) {
        this.personal = personal;
        this.sealed = sealed;
        this.others = others;
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
        long further = others.stream()
                .flatMap(owner -> owner.sealed().stream())
                .mapToLong(column -> further(column, context))
                .sum();
        audit.record(AuditNote.bySystem("keys.rotated", "customer_personal")
                .with("run %d: %d values of %d customers, %d others"
                        .formatted(context.runId(), values, done, further)));
        context.result("job.told.keys-rotate", values, done, further);
    }

    /** Goes through the pages of the table, again as long as a pass finds something, for others may write meanwhile. */
    private long further(String column, JobContext context) {
        long values = 0;
        for (long found = -1; found != 0; values += found) {
            found = pass(column, values, context);
        }
        return values;
    }

    private long pass(String column, long before, JobContext context) {
        long found = 0;
        for (int page = 0; page < sealed.pages(column); page += PAGES_AT_ONCE) {
            int step;
            do {
                step = sealed.reencrypt(column, page, page + PAGES_AT_ONCE, VALUES_AT_ONCE);
                found += step;
            } while (step > 0);
            context.progress().report("重新加密 encrypting anew " + column, before + found, 0);
        }
        return found;
    }
}
