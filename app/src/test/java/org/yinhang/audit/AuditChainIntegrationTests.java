package org.yinhang.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yinhang.core.progress.Progress;
import org.yinhang.testing.ApplicationTest;

@ApplicationTest
class AuditChainIntegrationTests {

    @Autowired
    private Audit audit;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void manyWritersAtOnceMakeOneChainWithoutGaps() throws Exception {
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<AuditEntry>> writers = new ArrayList<>();
            for (int writer = 0; writer < 40; writer++) {
                AuditNote note = AuditNote.bySystem("test.write", "writer " + writer);
                writers.add(() -> audit.record(note));
            }
            for (Future<AuditEntry> done : pool.invokeAll(writers)) {
                assertThat(done.get().hash()).hasSize(64);
            }
        }
        long entries = audit.verify(Progress.SILENT);
        assertThat(audit.head().orElseThrow().number()).isEqualTo(entries);
    }

    @Test
    void theDatabaseRefusesChangesAndDeletions() {
        audit.record(AuditNote.bySystem("test.write", "unchangeable"));
        for (String attempt :
                List.of("UPDATE audit_entry SET actor = 'nobody'", "DELETE FROM audit_entry", "TRUNCATE audit_entry")) {
            assertThatThrownBy(() -> jdbc.sql(attempt).update()).hasMessageContaining("AUD-1002");
        }
    }

    @Test
    void aChangeMadeBehindTheTriggersIsFoundAndNamed() {
        AuditEntry entry = audit.record(AuditNote.bySystem("test.write", "to be changed"));
        audit.record(AuditNote.bySystem("test.write", "after it"));
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            jdbc.sql("ALTER TABLE audit_entry DISABLE TRIGGER USER").update();
            jdbc.sql("UPDATE audit_entry SET detail = 'forged' WHERE number = ?")
                    .param(entry.number())
                    .update();
            assertThatThrownBy(() -> audit.verify(Progress.SILENT))
                    .hasMessageContaining("AUD-1001")
                    .hasMessageContaining(Long.toString(entry.number()));
            status.setRollbackOnly();
        });
        assertThat(audit.verify(Progress.SILENT)).isPositive();
    }

    @Test
    void whatIsRolledBackLeavesNoTrace() {
        long before = audit.head().map(AuditEntry::number).orElse(0L);
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            audit.record(AuditNote.bySystem("test.write", "never happened"));
            status.setRollbackOnly();
        });
        assertThat(jdbc.sql("SELECT count(*) FROM audit_entry WHERE subject = 'never happened'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(audit.head().map(AuditEntry::number).orElse(0L)).isGreaterThanOrEqualTo(before);
    }
}
