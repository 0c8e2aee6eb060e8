package org.yinhang.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yinhang.core.policy.CompiledTable;
import org.yinhang.core.policy.TableAnswer;
import org.yinhang.core.policy.TableEvaluator;
import org.yinhang.jobs.Jobs;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.YinhangSettings;
import org.yinhang.tag.TagShelf;
import org.yinhang.testing.ApplicationTest;
import org.yinhang.testing.FilledBank;
import picocli.CommandLine;

@ApplicationTest
class CustomerOffersIntegrationTests {

    @Autowired
    private Jobs jobs;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private TagShelf shelf;

    @Autowired
    private Policies policies;

    @Autowired
    private PolicyHits hits;

    @Autowired
    private CustomerOffers offers;

    @Autowired
    private YinhangSettings settings;

    @BeforeEach
    void tags() {
        FilledBank.withTags(jobs, clock, shelf);
    }

    @Test
    void everyCustomerOfTheBankIsAssessedForEveryProduct() {
        int eligible = 0;
        for (int number = 1; number <= FilledBank.CUSTOMERS; number += 10) {
            List<Assessment> assessments = offers.of(number);
            assertThat(assessments).hasSize(10);
            eligible +=
                    (int) assessments.stream().filter(Assessment::isEligible).count();
        }
        assertThat(eligible).isPositive();
        assertThat(offers.of(99_999_999)).isEmpty();
    }

    @Test
    void rowsMeetTheCustomersTheyHoldFor() {
        PolicyTable table = policies.offers()
                .book()
                .table("admission_employer", clock.today())
                .orElseThrow();
        CompiledTable compiled = CompiledTable.compile(table.table(), policies.catalogue());
        PolicyHits.Counts counts = hits.count(compiled).orElseThrow();
        TableEvaluator evaluator = TableEvaluator.of(compiled, policies.asOf());
        long[] found = new long[compiled.rows().size()];
        for (int number = 0; number < counts.customers(); number++) {
            int customer = number;
            TableAnswer answer = shelf.read(tags -> evaluator.answer(SnapshotFacts.of(tags.index(), customer)))
                    .orElseThrow();
            answer.hits().forEach(row -> found[row]++);
        }
        for (int row = 0; row < found.length; row++) {
            assertThat(counts.rows().get(row).orElseThrow().hits())
                    .as("row " + row)
                    .isEqualTo(found[row]);
        }
    }

    @Test
    void theCommandLineReadsTheSameTags() {
        StringWriter out = new StringWriter();
        int code = new CommandLine(new PolicyCommand())
                .setOut(new PrintWriter(out))
                .execute(
                        "assess",
                        "--customer",
                        "7",
                        "--product",
                        "L108",
                        "--json",
                        "--data",
                        settings.dataFolder().toString());
        assertThat(code).isZero();
        assertThat(out.toString()).contains("\"product\":\"L108\"", "red_line_purpose:0");
    }
}
