package org.yinhang.lake.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinhang.core.progress.Progress;

class FunnelLogTests {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final String FUNNEL = """
            zh: 贷款
            en: Loan
            log: {case: id, at: at, order: no}
            breakdown: [first.who]
            steps:
              - {zh: 提交, en: Submitted, where: "what = 'submit'"}
              - {zh: 报价, en: Offered, where: "what = 'offer'", within: 2 days}
              - {zh: 批准, en: Approved, where: "what = 'approve'"}
            exclude:
              - {where: "what = 'cancel'", after: 1, before: 3}
            reasons:
              - {zh: 结局, en: End, column: what}
            """;

    @TempDir
    private Path folder;

    private Path log(String... lines) throws IOException {
        return Files.write(
                folder.resolve("log.csv"), List.of(("id,at,no,what,who\n" + String.join("\n", lines)).split("\n")));
    }

    @Test
    void countsAnEventLogAsItStands() throws IOException {
        Path file = log(
                "a,2026-01-01T08:00:00,1,submit,web",
                "b,2026-01-01T09:00:00,1,submit,app",
                "a,2026-01-02T08:00:00,3,approve,web",
                "a,2026-01-02T08:00:00,2,offer,web",
                "b,2026-01-02T08:00:00,2,cancel,app",
                "b,2026-01-02T09:00:00,3,offer,app",
                "c,2026-01-03T00:00:00,1,submit,app",
                "c,2026-01-06T00:00:00,2,offer,app");
        FunnelResult result = FunnelLog.count(file, FunnelFile.parse(FUNNEL, "f"), ZONE, Progress.SILENT);
        assertThat(result.steps().stream().map(FunnelResult.Step::reached)).containsExactly(3L, 1L, 1L);
        assertThat(result.losses().getFirst().reasons().stream().map(r -> r.value() + " " + r.customers()))
                .containsExactly("offer 2");
        assertThat(result.splits().getFirst().groups().stream()
                        .map(g -> g.value().orElseThrow() + g.reached()))
                .containsExactly("app[2, 0, 0]", "web[1, 1, 1]");
        assertThat(FunnelLog.replay(file, FunnelFile.parse(FUNNEL, "f"), ZONE, 0))
                .extracting(PathMoment::micros)
                .containsExactly(0L, 86_400_000_000L, 86_400_000_000L);
    }

    @Test
    void saysWhichTimesCannotBeRead() throws IOException {
        Path file = log("a,yesterday,1,submit,web", "a,2026-01-02T08:00:00+08:00,2,offer,web");
        assertThatThrownBy(() -> FunnelLog.count(file, FunnelFile.parse(FUNNEL, "f"), ZONE, Progress.SILENT))
                .hasMessageContaining("'yesterday'")
                .hasMessageContaining("row 1");
    }

    @Test
    void namesAColumnThatIsNotThere() throws IOException {
        Path file = log("a,2026-01-02,1,submit,web");
        assertThatThrownBy(() -> FunnelLog.count(
                        file, FunnelFile.parse(FUNNEL.replace("case: id", "case: cid"), "f"), ZONE, Progress.SILENT))
                .hasMessageContaining("cid");
    }
}
