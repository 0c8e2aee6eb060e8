package org.yinhang.audit.internal;

import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yinhang.audit.Audit;
import org.yinhang.jobs.JobContext;
import org.yinhang.jobs.JobHandler;
import org.yinhang.shared.Role;

/** Recomputes the chain, by hand or every night. */
@Component
class AuditVerification implements JobHandler {

    private final Audit audit;

    AuditVerification(Audit audit) {
        this.audit = audit;
    }

    @Override
    public String name() {
        return "audit-verify";
    }

    @Override
    public Set<Role> startedBy() {
        return Set.of(Role.ADMINISTRATOR, Role.COMPLIANCE);
    }

    @Override
    public Optional<LocalTime> daily() {
        return Optional.of(LocalTime.of(3, 30));
    }

    @Override
    public void run(JobContext context) {
        long entries = audit.verify(context.progress());
        context.result("job.told.audit-verify", entries);
    }
}
