package org.yinhang.audience;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yinhang.audience.internal.ExportTakenRepository;
import org.yinhang.audit.Audit;
import org.yinhang.audit.AuditNote;
import org.yinhang.jobs.JobEvent.JobEnded;
import org.yinhang.shared.YinhangSettings;

/** Takes what was exported by the command line into the audit, each once: at every start and after every job. */
@Component
class ExportIntake {

    private final ExportJournal journal;
    private final ExportTakenRepository taken;
    private final Audit audit;
    private final TransactionTemplate transaction;

    ExportIntake(
            YinhangSettings settings,
            ExportTakenRepository taken,
            Audit audit,
            PlatformTransactionManager transactions) {
        this.journal = new ExportJournal(settings.dataFolder());
        this.taken = taken;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    @EventListener({ApplicationReadyEvent.class, JobEnded.class})
    void take() {
        try {
            journal.lines()
                    .forEach(line -> transaction.executeWithoutResult(status -> {
                        if (taken.take(line.id())) {
                            audit.record(new AuditNote(
                                    "cli:" + line.user(),
                                    "audience.export",
                                    line.predicate(),
                                    line.reason(),
                                    "%d → %s (%s)".formatted(line.customers(), line.file(), line.at())));
                        }
                    }));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
