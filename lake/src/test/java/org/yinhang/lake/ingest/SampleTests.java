package org.yinhang.lake.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinhang.core.progress.Progress;
import org.yinhang.lake.Lake;
import org.yinhang.lake.LakeSession;
import org.yinhang.lake.SessionSettings;
import org.yinhang.lake.dictionary.IdentifierKey;

class SampleTests {

    private static final Path SAMPLES = Path.of("../samples");

    @TempDir
    Path folder;

    private Lake load(String sample, Path data) {
        Lake lake = Lake.open(folder.resolve("lake"), Clock.fixed(BankFolder.NOW, ZoneOffset.UTC));
        LoadSettings settings =
                LoadSettings.of(IdentifierKey.inFolder(folder.resolve("keys")), folder.resolve("rejects"));
        LoadResult result =
                Ingest.load(SAMPLES.resolve(sample).resolve("mapping.yaml"), data, lake, settings, Progress.SILENT);
        assertThat(result.inputs().stream().flatMap(input -> input.tables().stream()))
                .allMatch(table -> table.rejected() == 0);
        return lake;
    }

    private static List<String> read(Lake lake, String sql) {
        try (LakeSession session = lake.read(lake.current(), SessionSettings.INTERACTIVE)) {
            return session.query(sql, row -> row.getString(1));
        }
    }

    @Test
    void loadsTheSmallestExample() {
        Lake lake = load("minimal", SAMPLES.resolve("minimal"));
        assertThat(lake.current().table("customers").rows()).isEqualTo(600);
        assertThat(lake.current().table("contacts").rows()).isEqualTo(1_800);
        assertThat(read(lake, "SELECT count(*) FROM contacts WHERE outcome = 'accepted'"))
                .containsExactly("159");
        assertThat(read(lake, "SELECT DISTINCT city FROM customers ORDER BY city"))
                .containsExactlyInAnyOrder("杭州", "宁波", "温州", "嘉兴");
    }

    @Test
    void loadsTheSeveralFilesOfARealBank() {
        Lake lake = load("berka", OpenData.folder("berka"));
        assertThat(read(lake, """
                SELECT concat_ws(' ', (SELECT count(*) FROM customers), (SELECT count(*) FROM accounts),
                    (SELECT count(*) FROM loans), (SELECT count(*) FROM relations), (SELECT count(*) FROM branches))
                """)).containsExactly("5369 5392 682 869 77");
        assertThat(read(lake, "SELECT status || ' ' || count(*) FROM loans GROUP BY status ORDER BY status"))
                .containsExactly("defaulted 31", "overdue 45", "performing 403", "settled 203");
        assertThat(read(lake, "SELECT max(birth_date)::VARCHAR || ' ' || min(birth_date)::VARCHAR FROM customers"))
                .containsExactly("1987-09-27 1911-08-20");
        assertThat(read(lake, "SELECT principal FROM loans WHERE loan = 5314"))
                .as("the amount in hundredths, as it is")
                .containsExactly("9639600");
        assertThat(read(lake, "SELECT count(*) FROM loans l JOIN customers c USING (customer)"))
                .containsExactly("682");
    }
}
