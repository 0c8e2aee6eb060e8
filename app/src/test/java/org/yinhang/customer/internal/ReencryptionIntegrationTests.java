package org.yinhang.customer.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.yinhang.shared.crypto.SealedColumns;
import org.yinhang.shared.crypto.SealedRepository;
import org.yinhang.testing.ApplicationTest;

/** Rolled back, because the other tests' application does not know the new key. */
@ApplicationTest
@Transactional
class ReencryptionIntegrationTests {

    private static final int CUSTOMERS = 2_300;

    /** More than one step takes at once, on many pages of the table. */
    private static final int MESSAGES = 1_050;

    @TempDir
    Path folder;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Audit audit;

    @Autowired
    private List<SealedColumns> columns;

    /** Values of three columns under the folder's newest key; the ledger of steps may only grow. */
    private void fillOthers() {
        ColumnCipher cipher = new ColumnCipher(KeyFolder.open(folder), CipherSuite.AES);
        jdbc.sql("DELETE FROM desk_message").update();
        jdbc.sql("UPDATE reach_channel SET secret = NULL").update();
        jdbc.sql("ALTER TABLE complaint_step DISABLE TRIGGER USER").update();
        jdbc.sql("ALTER TABLE opportunity_contact DISABLE TRIGGER USER").update();
        jdbc.sql("DELETE FROM complaint_step").update();
        jdbc.sql("DELETE FROM complaint").update();
        jdbc.sql("UPDATE opportunity_contact SET note = NULL").update();
        jdbc.sql("UPDATE opportunity_visit SET position = NULL").update();
        jdbc.sql("DELETE FROM opportunity_visit_photo").update();
        jdbc.sql("ALTER TABLE complaint_step ENABLE TRIGGER USER").update();
        jdbc.sql("ALTER TABLE opportunity_contact ENABLE TRIGGER USER").update();
        jdbc.sql("""
                        INSERT INTO desk_message (key, channel, sealed, accepted_at)
                        SELECT 'k' || i, 'sms', ?, now() FROM generate_series(1, ?) AS i""")
                .params(cipher.encrypt("desk_message.sealed", "信"), MESSAGES)
                .update();
        long complaint = jdbc.sql("""
                        INSERT INTO complaint (request, customer, entrance, subject, severity, story, owner, taken_at, talk_by, decide_by)
                        VALUES ('r', 1, 'call', 'fee', 'ordinary', ?, 'head', now(), now(), now()) RETURNING id""")
                .param(cipher.encrypt("complaint.story", "费用"))
                .query(Long.class)
                .single();
        jdbc.sql(
                        "INSERT INTO complaint_step (complaint, kind, words, by_user, at) VALUES (?, 'taken', ?, 'head', now())")
                .params(complaint, cipher.encrypt("complaint_step.words", "已受理"))
                .update();
    }

    private PersonalRepository repository() {
        KeyFolder keys = KeyFolder.open(folder);
        return new PersonalRepository(
                jdbc, new ColumnCipher(keys, CipherSuite.AES), new BlindIndex(keys, CipherSuite.AES));
    }

    private String run(PersonalRepository repository) {
        Map<String, String> told = new HashMap<>();
        SealedRepository sealed = new SealedRepository(jdbc, new ColumnCipher(KeyFolder.open(folder), CipherSuite.AES));
        new ReencryptionJob(repository, sealed, columns, audit).run(new JobContext() {
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
        fillOthers();
        assertThat(keysInUse()).containsExactly(1);
        assertThat(KeyFolder.addColumnKey(folder)).isEqualTo(2);

        assertThat(repository().reencrypt(-1, 1_000).orElseThrow().values()).isEqualTo(2_000);
        assertThat(keysInUse()).as("stopped half-way").containsExactly(1, 2);
        assertThat(run(repository())).isEqualTo("[\"job.told.keys-rotate\",2600,2300,1052]");
        assertThat(keysInUse()).containsExactly(2);
        assertThat(run(repository())).isEqualTo("[\"job.told.keys-rotate\",0,2300,0]");

        Files.delete(folder.resolve("column-0001.key"));
        assertThat(columns.stream().flatMap(owner -> owner.sealed().stream()))
                .as("every column of encrypted values is somebody's")
                .containsExactlyInAnyOrder(
                        "opportunity_contact.note",
                        "opportunity_visit.position",
                        "opportunity_visit_photo.photo",
                        "desk_message.sealed",
                        "reach_channel.secret",
                        "complaint.story",
                        "complaint_step.words");
        assertThat(new ColumnCipher(KeyFolder.open(folder), CipherSuite.AES)
                        .decrypt(
                                "complaint_step.words",
                                jdbc.sql("SELECT words FROM complaint_step")
                                        .query(byte[].class)
                                        .single()))
                .isEqualTo("已受理");
        assertThat(repository().inTheClear(2_299, PersonalField.NAME)).isEqualTo(Optional.of("赵2299"));
        assertThat(audit.page(ListQuery.first()).items().getFirst().note().action())
                .isEqualTo("keys.rotated");
        assertThatThrownBy(() ->
                        jdbc.sql("UPDATE complaint_step SET kind = 'closed'").update())
                .as("a ledger lets nothing else be written anew")
                .hasMessageContaining("CMP-1001");
    }
}
