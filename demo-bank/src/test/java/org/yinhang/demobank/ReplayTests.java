package org.yinhang.demobank;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinhang.core.progress.Progress;
import org.yinhang.demobank.contact.Channel;
import org.yinhang.demobank.contact.ContactAction;
import org.yinhang.demobank.contact.ContactAnswer;
import org.yinhang.demobank.contact.Offer;
import org.yinhang.demobank.contact.Outcome;
import org.yinhang.lake.Lake;
import org.yinhang.lake.LakeSession;
import org.yinhang.lake.SessionSettings;
import org.yinhang.lake.schema.TableSchema;

/** The same seed gives the same bank, on any number of threads, in one go or day by day. */
class ReplayTests {

    @TempDir
    private Path folder;

    /** One line per table: rows and an order-free sum of the hashes of all rows. */
    private static List<String> digest(Path of) {
        Lake lake = DemoBanks.lake(of);
        List<String> lines = new ArrayList<>();
        try (LakeSession session = lake.read(lake.current(), SessionSettings.INTERACTIVE)) {
            for (TableSchema table : lake.schema().tables()) {
                lines.addAll(session.query(
                        "SELECT count(*), sum(hash(t)::HUGEINT) FROM %s t".formatted(table.name()),
                        row -> table.name() + " " + row.getString(1) + " " + row.getString(2)));
            }
        }
        return lines;
    }

    private static byte[] state(Path of, LocalDate day) throws Exception {
        return Files.readAllBytes(of.resolve("bank/days/" + day + "/state-00000.bin"));
    }

    @Test
    void givesTheSameRowsOnOneThreadAndOnTwo() {
        LocalDate end = LocalDate.of(2025, 1, 20);
        Path one = folder.resolve("one");
        Path two = folder.resolve("two");
        int customers = Units.LIVES + 500;
        DemoBank.generate(
                DemoBanks.lake(one),
                DemoBanks.settings(one, customers, end).withThreads(1),
                PersonalRows.NONE,
                Progress.SILENT);
        DemoBank.generate(
                DemoBanks.lake(two),
                DemoBanks.settings(two, customers, end).withThreads(2),
                PersonalRows.NONE,
                Progress.SILENT);
        assertThat(digest(two)).isEqualTo(digest(one));
    }

    @Test
    void givesTheSameFilesByteForByteForTheSameSeed() throws Exception {
        LocalDate end = LocalDate.of(2025, 2, 15);
        Path one = folder.resolve("one");
        Path two = folder.resolve("two");
        DemoBanks.generate(one, 500, end);
        DemoBanks.generate(two, 500, end);
        Lake lake = DemoBanks.lake(one);
        for (TableSchema table : lake.schema().tables()) {
            for (var file : lake.current().table(table.name()).files()) {
                assertThat(Files.readAllBytes(two.resolve("lake").resolve(file.path())))
                        .as(file.path())
                        .isEqualTo(Files.readAllBytes(one.resolve("lake").resolve(file.path())));
            }
        }
        assertThat(state(two, end)).isEqualTo(state(one, end));
    }

    @Test
    void playsDayByDayWhatItWouldHaveWrittenAsHistory() throws Exception {
        LocalDate end = LocalDate.of(2025, 3, 10);
        Path atOnce = folder.resolve("once");
        Path stepwise = folder.resolve("steps");
        DemoBanks.generate(atOnce, 2_000, end);
        DemoBanks.generate(stepwise, 2_000, end.minusDays(12));
        for (int ahead = 11; ahead >= 0; ahead--) {
            DemoBank bank = DemoBank.resume(DemoBanks.lake(stepwise), stepwise.resolve("bank"));
            bank.advanceByOldPolicy(end.minusDays(ahead), Progress.SILENT);
        }
        assertThat(digest(stepwise)).isEqualTo(digest(atOnce));
        assertThat(state(stepwise, end)).isEqualTo(state(atOnce, end));
    }

    @Test
    void goesOnAfterBeingKilledBetweenTheLakeAndItsOwnMemory() throws Exception {
        LocalDate end = LocalDate.of(2025, 1, 10);
        DemoBanks.generate(folder, 300, end);
        Path current = folder.resolve("bank/CURRENT");
        Files.delete(current);
        DemoBank bank = DemoBank.resume(DemoBanks.lake(folder), folder.resolve("bank"));
        assertThat(bank.businessDate()).isEqualTo(end);

        bank.advance(end.plusDays(1), List.of(), Progress.SILENT);
        Files.writeString(current, end + "\n");
        bank = DemoBank.resume(DemoBanks.lake(folder), folder.resolve("bank"));
        assertThat(bank.businessDate()).isEqualTo(end.plusDays(1));
        assertThat(bank.advance(end.plusDays(2), List.of(), Progress.SILENT).rows())
                .isNotEmpty();
    }

    @Test
    void letsDaysPassInOnePassAsOneByOne() throws Exception {
        LocalDate end = LocalDate.of(2025, 2, 10);
        Path atOnce = folder.resolve("once");
        Path stepwise = folder.resolve("steps");
        for (Path one : List.of(atOnce, stepwise)) {
            DemoBanks.generate(one, 1_000, end.minusDays(6));
        }
        DemoBank bank = DemoBank.resume(DemoBanks.lake(stepwise), stepwise.resolve("bank"));
        for (int ahead = 5; ahead >= 0; ahead--) {
            bank.advance(end.minusDays(ahead), List.of(), Progress.SILENT);
        }
        DemoBank.resume(DemoBanks.lake(atOnce), atOnce.resolve("bank")).rest(end, Progress.SILENT);
        assertThat(digest(atOnce)).isEqualTo(digest(stepwise));
        assertThat(state(atOnce, end)).isEqualTo(state(stepwise, end));
    }

    @Test
    void livesWithContactsThatAnotherSystemWritesDown() {
        LocalDate end = LocalDate.of(2025, 2, 10);
        DemoBank bank = DemoBanks.generate(folder, 1_000, end);
        String count = "SELECT count(*) FROM contacts";
        long before = DemoBanks.number(folder, count);
        List<ContactAction> actions = new ArrayList<>();
        for (int customer = 0; customer < 400; customer++) {
            actions.add(new ContactAction(
                    customer, "elsewhere", Offer.REVOLVING, Channel.CALL, "", 15, 40_000, 1_000_000 + customer));
        }
        DayReport report = bank.advance(end.plusDays(1), actions, Progress.SILENT);
        List<ContactAnswer> answers =
                DemoBank.resume(DemoBanks.lake(folder), folder.resolve("bank")).answers();
        assertThat(answers)
                .isEqualTo(report.results().stream().map(ContactAnswer::of).toList())
                .hasSizeGreaterThan(200)
                .anyMatch(answer -> answer.outcome() == Outcome.ACCEPTED);
        assertThat(DemoBanks.number(folder, count)).isEqualTo(before);
        assertThat(DemoBanks.number(
                        folder,
                        "SELECT count(*) FROM applications WHERE campaign = 'elsewhere' AND contact >= 1000000"))
                .as("applications name the contact by its number elsewhere")
                .isPositive();
    }
}
