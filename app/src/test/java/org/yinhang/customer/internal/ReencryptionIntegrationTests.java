package org.yinhang.customer.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.yinhang.audit.Audit;
import org.yinhang.core.progress.Progress;
import org.yinhang.customer.PersonalFacts;
import org.yinhang.customer.PersonalField;
import org.yinhang.jobs.JobContext;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.YinhangSettings.CipherSuite;
import org.yinhang.shared.crypto.BlindIndex;
import org.yinhang.shared.crypto.ColumnCipher;
import org.yinhang.shared.crypto.KeyFolder;
import org.yinhang.testing.ApplicationTest;

/** Rolled back, because the other tests' application does not know the new key. */
@ApplicationTest
@Transactional
class ReencryptionIntegrationTests {

    private static final int CUSTOMERS = 2_300;

    @TempDir
    Path folder;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Audit audit;

    private PersonalRepository repository() {
        KeyFolder keys = KeyFolder.open(folder);
        return new PersonalRepository(
                jdbc, new ColumnCipher(keys, CipherSuite.AES), new BlindIndex(keys, CipherSuite.AES));
    }

    private String run(PersonalRepository repository) {
        Map<String, String> told = new HashMap<>();
        new ReencryptionJob(repository, audit).run(new JobContext() {
            @Override
            public long runId() {
                return 4711;
            }

            @Override
            public Map<String, String> input() {
                return Map.of();
            }

            @Override
            public Progress progress() {
                return Progress.SILENT;
            }

            @Override
            public void result(String words) {
                told.put("result", words);
            }
        });
        return told.getOrDefault("result", "");
    }

    private List<Integer> keysInUse() {
        return jdbc.sql("SELECT DISTINCT get_byte(name, 5) FROM customer_personal ORDER BY 1")
                .query(Integer.class)
                .list();
    }

    @Test
    void everyValueMovesToTheNewKeyAndIsStillReadWithoutTheOldOne() throws Exception {
        jdbc.sql("DELETE FROM customer_personal").update();
        PersonalRepository before = repository();
        before.put(IntStream.range(0, CUSTOMERS)
                .mapToObj(number -> new PersonalFacts(
                        number,
                        Instant.EPOCH,
                        Map.of(PersonalField.NAME, "赵" + number, PersonalField.PHONE, "1390000")))
                .toList());
        assertThat(keysInUse()).containsExactly(1);
        assertThat(KeyFolder.addColumnKey(folder)).isEqualTo(2);

        assertThat(repository().reencrypt(-1, 1_000).orElseThrow().values()).isEqualTo(2_000);
        assertThat(keysInUse()).as("stopped half-way").containsExactly(1, 2);
        assertThat(run(repository())).isEqualTo("[\"job.told.keys-rotate\",2600,2300]");
        assertThat(keysInUse()).containsExactly(2);
        assertThat(run(repository())).isEqualTo("[\"job.told.keys-rotate\",0,2300]");

        Files.delete(folder.resolve("column-0001.key"));
        assertThat(repository().inTheClear(2_299, PersonalField.NAME)).isEqualTo(Optional.of("赵2299"));
        assertThat(audit.page(ListQuery.first()).items().getFirst().note().action())
                .isEqualTo("keys.rotated");
    }
}
