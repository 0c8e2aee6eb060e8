package org.yinhang.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yinhang.core.policy.CompiledTable;
import org.yinhang.core.policy.analysis.Finding;
import org.yinhang.core.policy.analysis.TableAnalysis;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.demobank.world.Product;

/** What ships can be relied upon: it reads, leaves nothing open and contradicts itself nowhere. */
class ShippedPoliciesTests {

    private static final AsOf DAY = new AsOf(LocalDate.of(2026, 7, 1), ZoneId.of("Asia/Shanghai"));

    @Test
    void noShippedTableHasAGapAContradictionOrARowNobodyReaches() {
        List<String> errors = new ArrayList<>();
        for (PolicyTable table : PolicyFile.bundled().tables()) {
            TableAnalysis analysis = TableAnalysis.of(CompiledTable.compile(table.table(), Applicant.CATALOGUE), DAY);
            assertThat(analysis.isExact()).as(table.id()).isTrue();
            analysis.findings().stream()
                    .filter(Finding::isError)
                    .forEach(finding -> errors.add(table.id() + " " + finding));
        }
        assertThat(errors).isEmpty();
    }

    @Test
    void everyProductOfTheDemoBankHasItsTermsOnTheShelf() {
        PolicyBook book = PolicyFile.bundled();
        for (Product product : Product.SHELF) {
            var own = book.product(product.code(), DAY.day()).orElseThrow();
            assertThat(own.zh()).isEqualTo(product.name());
            own.credit().ifPresent(credit -> {
                assertThat(credit.floor().ppm()).as(product.code()).isEqualTo(product.rateFloor());
                assertThat(credit.ceiling().ppm()).as(product.code()).isEqualTo(product.rateCeiling());
                assertThat(credit.least().fen()).as(product.code()).isEqualTo(product.limitFloor());
                assertThat(credit.most().fen()).as(product.code()).isEqualTo(product.limitCeiling());
            });
        }
    }

    @Test
    void everyReasonCodeOfARefusalBelongsToOneReason() {
        Set<String> codes = new HashSet<>();
        List<String> doubles = new ArrayList<>();
        for (PolicyTable table : PolicyFile.bundled().tables()) {
            Set<String> own = new HashSet<>();
            table.table().rows().forEach(row -> own.add(row.code()));
            own.stream()
                    .filter(code -> !codes.add(code) && !code.startsWith("LIMIT_NO_INCOME"))
                    .forEach(doubles::add);
        }
        assertThat(doubles).isEmpty();
    }

    @Test
    void aRiskierProductIsNotOfferedUntilATableSaysWhomItSuits() {
        PolicyBook shipped = PolicyFile.bundled();
        List<PolicyTable> others = shipped.tables().stream()
                .filter(table -> table.kind() != PolicyKind.SUITABILITY)
                .toList();
        PolicyBook without = new PolicyBook(shipped.products(), others, shipped.caps(), shipped.rates());
        assertThatThrownBy(() ->
                        Offers.of(without, Applicant.CATALOGUE, DAY.zone()).makeReady(DAY.day()))
                .hasMessageContaining("PRD-1004");
    }

    @Test
    void redLinesAreAskedBeforeEveryOtherTable() {
        List<PolicyTable> tables = PolicyFile.bundled().tablesOn(DAY.day());
        int last = 0;
        for (int i = 0; i < tables.size(); i++) {
            last = tables.get(i).kind() == PolicyKind.RED_LINE ? i : last;
        }
        assertThat(last).isEqualTo(1);
    }
}
