package org.yinhang.decision;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yinhang.core.learning.ModelKind;
import org.yinhang.jobs.JobContext;
import org.yinhang.jobs.JobHandler;
import org.yinhang.lake.Lake;
import org.yinhang.lake.SessionSettings;
import org.yinhang.lake.yaml.YamlNode;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Role;

/** Computes the contact plan of the standing campaign over every customer, in the worker. */
@Component
class PlanJob implements JobHandler {

    static final String NAME = "contact-plan";

    private static final String CAMPAIGN = "consumer-credit.yaml";
    private static final int MEMORY_MIB = 2048;

    private final Lake lake;
    private final BusinessClock clock;
    private final ContactPlanRepository plans;

    PlanJob(Lake lake, BusinessClock clock, ContactPlanRepository plans) {
        this.lake = lake;
        this.clock = clock;
        this.plans = plans;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Role> startedBy() {
        return Set.of(Role.ANALYST);
    }

    @Override
    public void run(JobContext context) throws IOException {
        String file = campaignFile();
        Campaign campaign = CampaignFile.parse(YamlNode.parse(file, CAMPAIGN));
        Plan plan = new Planning(lake, clock.zone(), SessionSettings.batch(MEMORY_MIB))
                .run(campaign, clock.today(), context.progress());
        List<PlannedContact> list =
                plan.chosen().stream().map(c -> contact(plan, c)).toList();
        plans.keep(PlanSummary.of(plan), list, file, clock.realInstant());
        context.result(
                "job.told.contact-plan",
                list.size(),
                plan.customers().size(),
                ModelKind.AUTO.lacking().map(fault -> fault.code()).orElse(""));
    }

    private static PlannedContact contact(Plan plan, PlannedCustomer customer) {
        PlannedCustomer.Chosen chosen = customer.chosen().orElseThrow();
        return new PlannedContact(
                plan.id(),
                chosen.rank(),
                customer.customer(),
                customer.grade().name(),
                chosen.channel().code(),
                chosen.channel().name().zh(),
                chosen.channel().name().en(),
                chosen.probability(),
                chosen.expectedValue(),
                customer.contributions().stream()
                        .limit(PlanFiles.REASONS)
                        .map(ReasonTexts::sentence)
                        .map(PlanJob::words)
                        .toList(),
                words(chosen.script()));
    }

    private static PlannedContact.Words words(Campaign.Names names) {
        return new PlannedContact.Words(names.zh(), names.en());
    }

    private static String campaignFile() throws IOException {
        try (InputStream in = Objects.requireNonNull(PlanJob.class.getResourceAsStream(CAMPAIGN), CAMPAIGN)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
