package org.yinhang.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportJournalTests {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T08:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path data;

    private static ExportJournal.Line line(String reason) {
        return ExportJournal.Line.of(CLOCK, "city = '杭州'", 12, Path.of("list.csv"), reason);
    }

    @Test
    void whatFollowsALineThatACrashCutIsStillRead() throws IOException {
        ExportJournal journal = new ExportJournal(data);
        assertThat(journal.length()).isZero();
        assertThat(journal.lines()).isEmpty();
        ExportJournal.Line first = line("试点 \"甲\"\n第二行");
        journal.add(first);
        Files.writeString(data.resolve(ExportJournal.FILE), "{\"id\":\"0", StandardOpenOption.APPEND);
        ExportJournal.Line second = line("补发");
        journal.add(second);

        assertThat(journal.lines().stream().map(ExportJournal::read))
                .containsExactly(Optional.of(first), Optional.empty(), Optional.of(second));
        assertThat(journal.length()).isEqualTo(Files.size(data.resolve(ExportJournal.FILE)));
    }

    @Test
    void whatCannotBePutOnRecordIsRefused() throws IOException {
        Files.createDirectory(data.resolve(ExportJournal.FILE));
        assertThatThrownBy(() -> new ExportJournal(data).add(line("试点")))
                .hasMessageContaining("GRP-1018")
                .hasMessageContaining(ExportJournal.FILE);
    }
}
