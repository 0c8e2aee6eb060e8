package org.yinhang.campaign.past;

import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.yinhang.campaign.Campaign;
import org.yinhang.campaign.internal.CampaignRepository;
import org.yinhang.jobs.JobContext;
import org.yinhang.jobs.JobHandler;

/** Plays a campaign on the past months, in the worker. */
@Component
class PastCampaignJob implements JobHandler {

    private final PastCampaigns past;
    private final CampaignRepository campaigns;

    PastCampaignJob(PastCampaigns past, CampaignRepository campaigns) {
        this.past = past;
        this.campaigns = campaigns;
    }

    @Override
    public String name() {
        return PastCampaigns.JOB;
    }

    @Override
    public void run(JobContext context) {
        Map<String, String> input = context.input();
        Campaign campaign = campaigns.find(given(input, "campaign")).orElseThrow();
        PastCampaign found =
                past.play(campaign, Integer.parseInt(given(input, "months")), given(input, "by"), context.progress());
        context.result(
                "job.told.campaign-past",
                found.months().size(),
                found.months().stream().mapToLong(PastCampaign.Month::reached).sum());
    }

    private static String given(Map<String, String> input, String name) {
        return Objects.requireNonNull(input.get(name), name);
    }
}
