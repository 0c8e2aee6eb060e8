package org.yinhang.lake.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinhang.core.progress.Progress;
import org.yinhang.lake.Lake;
import org.yinhang.lake.LakeSession;
import org.yinhang.lake.SessionSettings;
import org.yinhang.lake.dictionary.IdentifierKey;

class UciSampleTests {

    private static final Path MAPPING = Path.of("../samples/uci-bank-marketing/mapping.yaml");

    @TempDir
    Path folder;

    private static Path data() {
        return OpenData.folder("bank_marketing");
    }

    @Test
    void loadsEveryContactOfTheSampleInItsOrder() {
        Lake lake = lake();
        LoadResult result = Ingest.load(MAPPING, data(), lake, settings(), Progress.SILENT);
        assertThat(result.rows("contacts")).isEqualTo(41_188);
        assertThat(result.rows("customers")).isEqualTo(41_188);
        try (LakeSession session = lake.read(lake.current(), SessionSettings.INTERACTIVE)) {
            session.each("""
                    SELECT min(occurred_at)::VARCHAR, max(occurred_at)::VARCHAR, count(*) FILTER (outcome = 'accepted'),
                           count(DISTINCT occurred_at), bool_and(id = customer + 1), count(days_since_previous)
                    FROM contacts
                    """, row -> {
                assertThat(row.getString(1)).as("1 May 2008 in Shanghai").isEqualTo("2008-04-30 16:00:00");
                assertThat(row.getString(2)).as("1 November 2010 in Shanghai").isEqualTo("2010-10-31 16:00:00");
                assertThat(row.getLong(3)).isEqualTo(4_640);
                assertThat(row.getLong(4)).as("months").isEqualTo(26);
                assertThat(row.getBoolean(5))
                        .as("the record number keeps the file's order")
                        .isTrue();
                assertThat(row.getLong(6)).isEqualTo(1_515);
            });
        }
        assertThat(lake.current().table("contacts").schema().column("euribor3m"))
                .hasValueSatisfying(column -> assertThat(column.zh()).isEqualTo("三个月同业拆借利率"));
    }

    @Test
    void givesTheRecordNumberBackForEveryCustomer() {
        Lake lake = lake();
        Ingest.load(MAPPING, data(), lake, settings(), Progress.SILENT);
        CustomerIdentifiers identifiers = Ingest.identifiers(MAPPING, data(), "customers", lake, settings());
        assertThat(identifiers.size()).isEqualTo(41_188);
        assertThat(identifiers.of(0)).contains("1");
        assertThat(identifiers.of(41_187)).contains("41188");
    }

    @Test
    void changesNothingWhenTheSameFileIsLoadedAgain() {
        Lake lake = lake();
        Ingest.load(MAPPING, data(), lake, settings(), Progress.SILENT);
        LoadResult again = Ingest.load(MAPPING, data(), lake, settings(), Progress.SILENT);
        assertThat(again.changed()).isFalse();
        assertThat(again.snapshot()).isEqualTo(1);
        assertThat(again.inputs().getFirst().tables()).allMatch(LoadResult.Table::loadedBefore);
    }

    private Lake lake() {
        return Lake.open(folder.resolve("lake"), Clock.fixed(Instant.parse("2026-06-30T00:00:00Z"), ZoneOffset.UTC));
    }

    private LoadSettings settings() {
        return LoadSettings.of(IdentifierKey.inFolder(folder.resolve("keys")), folder.resolve("rejects"));
    }
}
