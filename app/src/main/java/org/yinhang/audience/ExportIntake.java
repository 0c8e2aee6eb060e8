package org.yinhang.audience;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

    private static final Logger LOG = LoggerFactory.getLogger(ExportIntake.class);

    private final ExportJournal journal;
    private final ExportTakenRepository taken;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private long seen;

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
    synchronized void take() {
        try {
            long length = journal.length();
            if (length != seen) {
                journal.lines().forEach(line -> transaction.executeWithoutResult(status -> take(line)));
                seen = length;
            }
        } catch (IOException e) {
            LOG.error("The journal of exports cannot be read; they are taken into the audit once it can be.", e);
        }
    }

    /** One that cannot be read is on record as such: what it says is known to nobody, that it is there is. */
    private void take(String text) {
        Optional<ExportJournal.Line> line = ExportJournal.read(text);
        UUID id = line.map(ExportJournal.Line::id)
                .orElseGet(() -> UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)));
        if (taken.take(id)) {
            audit.record(line.map(ExportIntake::note)
                    .orElseGet(() -> AuditNote.bySystem("audience.export", ExportJournal.FILE)
                            .with("a line that cannot be read: " + id)));
        }
    }

    private static AuditNote note(ExportJournal.Line line) {
        return new AuditNote(
                "cli:" + line.user(),
                "audience.export",
                line.predicate(),
                line.reason(),
                "%d → %s (%s)".formatted(line.customers(), line.file(), line.at()));
    }
}
