package org.yinhang.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinhang.compliance.ReasonCode;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.progress.Progress;
import org.yinhang.lake.Lake;
import org.yinhang.lake.LakeSession;
import org.yinhang.lake.SessionSettings;

class PlanAcceptanceTests {

    private static final String CAMPAIGN = """
            campaign: small
            name: {zh: 小活动, en: Small campaign}
            offer: {code: loan, zh: 消费贷, en: Consumer loan}
            history: {success: [accepted]}
            candidates: {newest_contacts: 300}
            features:
              contact: [previous_outcome]
              customer: [age]
            grades: {A: {share: 0.3}, B: {share: 0.4}, C: {share: 0.3}}
            channels:
              call: {zh: 外呼, en: Call, grades: [A], cost: 8, capacity: 40, effect: 1}
              sms: {zh: 短信, en: Message, grades: [A, B], cost: 0.3, capacity: 1000, effect: 0.3}
            value: {success: 100}
            guards:
              consent: true
              cool_down_after_refusal: {days: 30}
            scripts:
              - {channel: call, reason: age, zh: 您好, en: Good day}
            """;

    @TempDir
    static Path folder;

    private static Lake lake;
    private static Plan plan;

    @BeforeAll
    static void plansOnce() throws IOException {
        lake = SmallBank.in(folder.resolve("lake"));
        plan = plan(CAMPAIGN);
    }

    private static Plan plan(String campaign) throws IOException {
        Path file = Files.writeString(folder.resolve("campaign.yaml"), campaign);
        try (LakeSession session = lake.read(lake.current(), SessionSettings.INTERACTIVE)) {
            return new Planner(session, ZoneId.of("Asia/Shanghai"), Progress.SILENT)
                    .plan(CampaignFile.read(file), Instant.parse("2026-06-30T00:00:00Z"));
        }
    }

    @Test
    void considersTheNewestContactsAndLearnsFromTheRest() {
        assertThat(plan.customers()).hasSize(300);
        assertThat(plan.historyRows()).isEqualTo(SmallBank.CUSTOMERS - 300);
        assertThat(plan.customers()).extracting(PlannedCustomer::customer).allMatch(c -> c >= 1_200);
    }

    @Test
    void neverCallsMoreThanTheCapacity() {
        assertThat(plan.chosen().stream()
                        .filter(c -> c.chosen().orElseThrow().channel().code().equals("call")))
                .hasSizeLessThanOrEqualTo(40)
                .isNotEmpty();
    }

    @Test
    void ranksTheListByExpectedValue() {
        assertThat(plan.chosen())
                .extracting(c -> c.chosen().orElseThrow().expectedValue().fen())
                .isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    @Test
    void withholdsWhoWithdrewConsent() {
        assertThat(plan.withheld().stream().filter(c -> c.customer() % 10 == 0))
                .hasSize(30)
                .allSatisfy(c -> assertThat(c.refusals()).contains(ReasonCode.NO_MARKETING_CONSENT));
    }

    @Test
    void withholdsWhoRefusedWithinTheCoolDown() {
        assertThat(plan.customers())
                .filteredOn(c -> c.refusals().contains(ReasonCode.COOL_DOWN_AFTER_REFUSAL))
                .isNotEmpty()
                .allMatch(c -> c.customer() % 60 < 30);
    }

    @Test
    void givesEveryWithheldCustomerAReason() {
        assertThat(plan.withheld()).allSatisfy(c -> assertThat(c.refusals()).isNotEmpty());
        assertThat(plan.chosen()).allSatisfy(c -> assertThat(c.refusals()).isEmpty());
    }

    @Test
    void findsMoreSuccessesThanARandomList() {
        assertThat(plan.evaluation().auc()).isGreaterThan(0.65);
    }

    @Test
    void writesTheSameBytesTwice() throws IOException {
        byte[][] first = files(plan, "one");
        byte[][] second = files(plan(CAMPAIGN), "two");
        for (int i = 0; i < first.length; i++) {
            assertThat(second[i]).isEqualTo(first[i]).isNotEmpty();
        }
    }

    @Test
    void keepsEveryCandidateInTheLedgerOnce() {
        DecisionLedger ledger = new DecisionLedger(lake);
        ledger.append(plan);
        ledger.append(plan);
        try (LakeSession session = lake.read(lake.current(), SessionSettings.INTERACTIVE)) {
            List<String> verdicts = session.query(
                    "SELECT verdict || ' ' || count(*) FROM decisions WHERE plan = ? GROUP BY verdict ORDER BY verdict",
                    row -> row.getString(1),
                    plan.id());
            assertThat(verdicts)
                    .containsExactly(
                            "chosen " + plan.chosen().size(),
                            "withheld " + plan.withheld().size());
        }
    }

    @Test
    void refusesAFeatureThatIsKnownOnlyAfterTheContact() {
        assertThatThrownBy(() -> plan(CAMPAIGN.replace("[previous_outcome]", "[previous_outcome, duration_seconds]")))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("FEA-1002")
                .hasMessageContaining("duration_seconds");
    }

    @Test
    void namesTheLineOfAMisspeltKey() {
        assertThatThrownBy(() -> plan(CAMPAIGN.replace("capacity: 40", "capcity: 40")))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("campaign.yaml:11")
                .hasMessageContaining("capcity");
    }

    private static byte[][] files(Plan plan, String name) throws IOException {
        Path out = Files.createDirectories(folder.resolve(name));
        PlanFiles files = new PlanFiles(plan, customer -> "C" + customer);
        files.writeList(out.resolve("plan.csv"));
        files.writeWithheld(out.resolve("withheld.csv"));
        files.writeWorkbook(out.resolve("plan.xlsx"));
        new PlanReport(plan, lake.snapshot(1)).write(out.resolve("report.html"));
        try (Stream<Path> written = Files.list(out)) {
            return written.sorted()
                    .map(file -> {
                        try {
                            return Files.readAllBytes(file);
                        } catch (IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                    })
                    .toArray(byte[][]::new);
        }
    }
}
