package org.yinhang.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.predicate.Catalogue;
import org.yinhang.core.predicate.Value;
import org.yinhang.lake.tag.TagFile;
import org.yinhang.product.PolicyBook;
import org.yinhang.product.PolicyFields;
import org.yinhang.product.PolicyFile;

class PolicyContestTests {

    private static final AsOf DAY = new AsOf(LocalDate.of(2026, 11, 22), ZoneId.of("Asia/Shanghai"));
    private static final Catalogue CATALOGUE = PolicyFields.catalogue(TagFile.bundled());

    private final PolicyBook book = PolicyFile.bundled();

    @Test
    void theSameTablesInDroolsSayTheSame() {
        List<Map<String, Value>> applicants = new MadeUpApplicants(book, CATALOGUE).draw(300, 7);
        PolicyContest.Outcome outcome = new PolicyContest(book, CATALOGUE, DAY).hold(applicants, 0.2);
        assertThat(outcome.peer().values().get("mismatches")).isEqualTo(0L);
        assertThat(outcome.ours().seconds()).isPositive();
        assertThat(outcome.peer().seconds()).isPositive();
    }

    @Test
    void everyRowAndEveryWayNotToKnowIsMetByMadeUpApplicants() {
        DrlTables tables = new DrlTables(book, CATALOGUE, DAY);
        try (DroolsPeer peer = new DroolsPeer(tables)) {
            Set<String> said = new MadeUpApplicants(book, CATALOGUE)
                    .draw(2_000, 3).stream()
                            .flatMap(one ->
                                    peer.assess(peer.fact(one), List.of("L105", "L107", "L108", "L110")).stream())
                            .flatMap(
                                    verdict -> Stream.concat(verdict.refusals().stream(), verdict.referrals().stream()))
                            .collect(Collectors.toSet());
            assertThat(said)
                    .contains(
                            "RED_P2P",
                            "RED_INVESTMENT",
                            "AGE_TOO_YOUNG",
                            "AGE_TO_CHECK",
                            "AGE_UNKNOWN",
                            "EMPLOYER_UNKNOWN",
                            "INCOME_TOO_LOW",
                            "BUREAU_TO_QUERY",
                            "SCORE_MISSING",
                            "HOME_UNKNOWN",
                            "PLEDGE_TOO_LITTLE",
                            "SUBSIDY_NONE",
                            "NOT_SUITABLE",
                            "SUITABILITY_UNKNOWN");
        }
    }

    @Test
    void aDifferentTableIsNoticed() {
        PolicyBook other = new PolicyBook(
                book.products(),
                book.tables().stream()
                        .map(table -> table.id().equals("admission_income")
                                ? table.with(table.table()
                                        .withRows(table.table().rows().subList(1, 3)))
                                : table)
                        .toList(),
                book.caps(),
                book.rates());
        try (DroolsPeer peer = new DroolsPeer(new DrlTables(other, CATALOGUE, DAY))) {
            List<Map<String, Value>> applicants = new MadeUpApplicants(book, CATALOGUE).draw(300, 7);
            PolicyContest contest = new PolicyContest(book, CATALOGUE, DAY);
            assertThat(contest.mismatches(peer, applicants))
                    .as("without the row for an unknown income the table says the same, by another way")
                    .isZero();
        }
        PolicyBook reversed = new PolicyBook(
                book.products(),
                book.tables().stream()
                        .map(table -> table.id().equals("admission_employer")
                                ? table.with(table.table()
                                        .withRows(table.table().rows().reversed()))
                                : table)
                        .toList(),
                book.caps(),
                book.rates());
        try (DroolsPeer peer = new DroolsPeer(new DrlTables(reversed, CATALOGUE, DAY))) {
            PolicyContest contest = new PolicyContest(book, CATALOGUE, DAY);
            assertThat(contest.mismatches(peer, new MadeUpApplicants(book, CATALOGUE).draw(300, 7)))
                    .isPositive();
        }
    }
}
