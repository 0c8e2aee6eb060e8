package org.yinhang.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinhang.access.DataScope;
import org.yinhang.core.audience.Audience;
import org.yinhang.core.progress.Progress;
import org.yinhang.core.unit.Money;
import org.yinhang.ingest.LakeReader;
import org.yinhang.jobs.Jobs;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.ListQuery;
import org.yinhang.tag.TagShelf;
import org.yinhang.tag.TagValues;
import org.yinhang.testing.ApplicationTest;
import org.yinhang.testing.FilledBank;

@ApplicationTest
class CustomerRefreshIntegrationTests {

    private static final String CONTENT = "SELECT (to_jsonb(c) - 'refreshed_at')::text FROM customer c ORDER BY number";

    @Autowired
    private Jobs jobs;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private CustomerRefresh refresh;

    @Autowired
    private Customers customers;

    @Autowired
    private LakeReader lake;

    @Autowired
    private TagShelf shelf;

    @Autowired
    private TagValues values;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void fill() {
        FilledBank.fill(jobs, clock);
    }

    @Test
    void aSecondRefreshChangesNothing() {
        // Others may have added to the lake since the bank was filled.
        refresh.run(Progress.SILENT);
        List<String> before = jdbc.sql(CONTENT).query(String.class).list();
        RefreshState state = refresh.run(Progress.SILENT);
        assertThat(state.customers()).isEqualTo(FilledBank.CUSTOMERS);
        assertThat(jdbc.sql(CONTENT).query(String.class).list()).isEqualTo(before);
    }

    @Test
    void fillingAgainDoublesNobody() {
        FilledBank.run(
                jobs,
                "demo-bank",
                Map.of(
                        "customers",
                        "99",
                        "seed",
                        "8",
                        "months",
                        "24",
                        "lastDay",
                        clock.today().toString()));
        assertThat(customers.page(ListQuery.first(), DataScope.wholeBank()).total())
                .isEqualTo(FilledBank.CUSTOMERS);
        assertThat(jdbc.sql("SELECT count(*) FROM customer_personal WHERE number < 900000000")
                        .query(Long.class)
                        .single())
                .isEqualTo(FilledBank.CUSTOMERS);
    }

    @Test
    void theFiguresAreTheSumsOfTheFacts() {
        CustomerFigures figures = customers.figures(ListQuery.first(), DataScope.wholeBank());
        Money granted = lake.read(session ->
                session.query("""
                        SELECT CAST(sum(granted) AS BIGINT) FROM (
                          SELECT granted, status FROM credit_lines
                          QUALIFY row_number() OVER (PARTITION BY customer, id ORDER BY occurred_at DESC, recorded_at DESC) = 1)
                        WHERE status = 'active'""", row -> Money.ofFen(row.getLong(1))).getFirst());
        assertThat(figures.granted()).isEqualTo(granted);
        assertThat(figures.neverUsed()).isPositive().isLessThan(figures.customers());
        assertThat(figures.overdue()).isPositive();
        ListQuery unused = new ListQuery("", Map.of("state", "never-used"), "granted", true, 1, 20);
        assertThat(customers.page(unused, DataScope.wholeBank()).total()).isEqualTo(figures.neverUsed());
        assertThat(customers.page(unused, DataScope.wholeBank()).items())
                .allSatisfy(customer -> assertThat(customer.used()).isEqualTo(Money.ZERO))
                .isSortedAccordingTo((a, b) -> b.granted().compareTo(a.granted()));
    }

    @Test
    void tiersAreWhatTheTagSaysAndOutliveARefresh() {
        FilledBank.run(jobs, "tag-run", Map.of());
        Map<Tier, Long> tiers =
                customers.figures(ListQuery.first(), DataScope.wholeBank()).tiers();
        Map<String, Audience> tagged = shelf.read(tags ->
                        values.of(Objects.requireNonNull(tags.definitions().get(Tier.TAG)), tags))
                .orElseThrow();
        assertThat(tagged).hasSize(3).allSatisfy((value, audience) -> {
            assertThat(audience.count()).as(value).isPositive();
            assertThat(tiers).containsEntry(Tier.valueOf(value.toUpperCase(Locale.ROOT)), (long) audience.count());
        });
        refresh.run(Progress.SILENT);
        assertThat(customers.figures(ListQuery.first(), DataScope.wholeBank()).tiers())
                .isEqualTo(tiers);
        jdbc.sql("UPDATE customer SET tier = 'UNKNOWN'").update();
        FilledBank.run(jobs, "tag-run", Map.of());
        assertThat(customers.figures(ListQuery.first(), DataScope.wholeBank()).tiers())
                .isEqualTo(tiers);
    }

    @Test
    void everyFilterAndEverySortGivesRowsThatFit() {
        DataScope all = DataScope.wholeBank();
        for (CustomerState state : CustomerState.values()) {
            ListQuery query = new ListQuery("", Map.of("state", state.key()), "", false, 1, 20);
            assertThat(customers.page(query, all).total())
                    .isEqualTo(customers.figures(query, all).customers());
        }
        Customer some = customers.page(ListQuery.first(), all).items().getFirst();
        ListQuery narrow = new ListQuery(
                "",
                Map.of(
                        "tier", some.tier().name(),
                        "city", Objects.requireNonNull(some.city()),
                        "branch", some.branch().code(),
                        "product", some.products().getFirst()),
                "aum",
                true,
                1,
                500);
        assertThat(customers.page(narrow, all).items())
                .anyMatch(customer -> customer.number() == some.number())
                .allSatisfy(customer -> assertThat(customer.tier()).isEqualTo(some.tier()));
        for (String sort : List.of(
                "number", "tier", "birth", "city", "income", "aum", "granted", "unused", "loans", "overdue", "contact",
                "branch", "manager", "joined")) {
            assertThat(customers
                            .page(new ListQuery("", Map.of(), sort, true, 2, 20), all)
                            .items())
                    .as(sort)
                    .hasSize(20);
        }
    }
}
