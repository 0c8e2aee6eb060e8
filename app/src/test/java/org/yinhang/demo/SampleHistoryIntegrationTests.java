package org.yinhang.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinhang.campaign.CampaignState;
import org.yinhang.campaign.Campaigns;
import org.yinhang.core.experiment.Range;
import org.yinhang.demobank.DemoBank;
import org.yinhang.insight.Increments;
import org.yinhang.jobs.Jobs;
import org.yinhang.lake.Lake;
import org.yinhang.lake.increment.IncrementReport;
import org.yinhang.lake.increment.Outcome;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.YinhangSettings;
import org.yinhang.tag.TagShelf;
import org.yinhang.testing.FilledBank;
import org.yinhang.testing.LivingBankTest;

/** The demo in the middle of its year: what its campaigns came to is what its customers did. */
@LivingBankTest
class SampleHistoryIntegrationTests {

    @Autowired
    private Campaigns campaigns;

    @Autowired
    private DemoDays days;

    @Autowired
    private Increments increments;

    @Autowired
    private Jobs jobs;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private TagShelf shelf;

    @Autowired
    private Lake lake;

    @Autowired
    private YinhangSettings settings;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void prepare() {
        FilledBank.withTags(jobs, clock, shelf);
        FilledBank.withLedgers(jobs);
    }

    @Test
    void theDemoOpensWithCampaignsInEveryState() {
        LocalDate opening = DemoBank.resume(lake, settings.dataFolder().resolve("demo-bank"))
                .businessDate()
                .plusDays(40);
        FilledBank.run(jobs, SampleHistoryJob.NAME, Map.of("opening", opening.toString()));
        assertThat(clock.today()).isEqualTo(opening);
        assertThat(states("demo-look", "demo-home")).containsExactly(CampaignState.FINISHED, CampaignState.FINISHED);
        assertThat(states("demo-shop", "demo-biz", "demo-next"))
                .containsExactly(CampaignState.RUNNING, CampaignState.IN_APPROVAL, CampaignState.DRAFT);
        assertThat(jdbc.sql(
                                "SELECT count(*) FROM creative WHERE code LIKE 'demo-%' AND (decided_by IS NULL OR decided_by = made_by)")
                        .query(Long.class)
                        .single())
                .as("texts approved by another person than their maker")
                .isZero();
        assertThat(increments.campaigns()).contains("demo-look", "demo-home", "demo-shop");
        for (String code : List.of("demo-look", "demo-home")) {
            IncrementReport.Increment responses = increments.measure(Optional.of(code)).increments().stream()
                    .filter(one -> one.outcome() == Outcome.RESPONSE)
                    .findFirst()
                    .orElseThrow();
            assertThat(responses.contacted()).as(code + " is mature").isPositive();
            Range range = responses.totalRange(0.0001);
            assertThat(days.truth(code).orElseThrow())
                    .as(code + ": the truth lies where it was measured")
                    .isBetween(range.low(), range.high());
        }
        long played = jdbc.sql("SELECT count(*) FROM demo_day WHERE stage <> 'done'")
                .query(Long.class)
                .single();
        assertThat(played).isZero();
    }

    private List<CampaignState> states(String... codes) {
        return Arrays.stream(codes)
                .map(code -> campaigns.find(code).orElseThrow().state())
                .toList();
    }
}
