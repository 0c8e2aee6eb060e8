package org.yinhang.demo.internal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yinhang.access.DemoStaff;
import org.yinhang.access.StaffUsers;
import org.yinhang.audience.Audiences;
import org.yinhang.audience.SavedAudience;
import org.yinhang.benefit.Benefit;
import org.yinhang.benefit.BenefitTerms;
import org.yinhang.benefit.Benefits;
import org.yinhang.campaign.Campaign;
import org.yinhang.campaign.CampaignPlan;
import org.yinhang.campaign.CampaignState;
import org.yinhang.campaign.CampaignWave;
import org.yinhang.campaign.Campaigns;
import org.yinhang.campaign.Creatives;
import org.yinhang.campaign.past.PastCampaigns;
import org.yinhang.core.progress.Progress;
import org.yinhang.core.unit.Money;
import org.yinhang.shared.Viewer;

/**
 * The campaigns the demo begins with, made through the same services as any other: the demo's analyst writes them, its
 * compliance officer approves texts and plans. Done again, it adds nothing.
 */
@Component
class SampleCampaigns {

    private static final long MOST = 20_000;
    private static final Money BUDGET = Money.ofYuan(50_000);
    private static final double EXPECTED_PERCENT = 3;
    private static final long TARGET = 50;

    private final SampleFile samples = SampleFile.shipped();
    private final Creatives creatives;
    private final Benefits benefits;
    private final Audiences audiences;
    private final Campaigns campaigns;
    private final PastCampaigns past;
    private final StaffUsers users;

    SampleCampaigns(
            Creatives creatives,
            Benefits benefits,
            Audiences audiences,
            Campaigns campaigns,
            PastCampaigns past,
            StaffUsers users) {
        this.creatives = creatives;
        this.benefits = benefits;
        this.audiences = audiences;
        this.campaigns = campaigns;
        this.past = past;
        this.users = users;
    }

    private Viewer person(DemoStaff who) {
        return users.named(who.userName()).orElseThrow();
    }

    /**
     * Makes texts, benefits, audiences and campaigns, and launches those whose day is near.
     *
     * @param day the business date
     * @param opening the day on which the demo begins
     */
    void prepare(LocalDate day, LocalDate opening) {
        Viewer analyst = person(DemoStaff.ANALYST);
        Viewer compliance = person(DemoStaff.COMPLIANCE);
        for (SampleFile.Text text : samples.texts()) {
            if (creatives.approved(text.code()).isEmpty()) {
                creatives.decide(
                        creatives.save(text.code(), text.channel(), text.subject(), text.text(), analyst),
                        true,
                        compliance);
            }
        }
        for (BenefitTerms terms : samples.benefitsFrom(day)) {
            if (benefits.find(terms.code()).isEmpty()) {
                Benefit proposed = benefits.propose(terms, analyst);
                benefits.decide(proposed, proposed.madeAt(), true, "示范", compliance);
            }
        }
        Map<String, Long> saved = audiences(analyst);
        for (SampleFile.Sample sample : samples.campaigns()) {
            Campaign campaign = campaigns
                    .find(sample.code())
                    .orElseGet(() -> campaigns.begin(sample.code(), plan(sample, saved, opening), analyst));
            boolean isNear = !opening.plusDays(sample.starts()).isAfter(day.plusDays(1));
            bring(campaign, sample.until(), isNear, analyst, compliance);
        }
    }

    private Map<String, Long> audiences(Viewer analyst) {
        Map<String, Long> saved = new HashMap<>();
        List<SavedAudience> present = audiences.visibleTo(analyst);
        for (SampleFile.Audience audience : samples.audiences()) {
            long id = present.stream()
                    .filter(known -> known.name().equals(audience.name()))
                    .findFirst()
                    .orElseGet(() -> audiences.add(
                            new Audiences.Draft(audience.name(), audience.note(), audience.predicate(), true), analyst))
                    .id();
            saved.put(audience.key(), id);
        }
        return saved;
    }

    private static CampaignPlan plan(SampleFile.Sample sample, Map<String, Long> audiences, LocalDate opening) {
        return new CampaignPlan(
                sample.name(),
                sample.goal(),
                sample.product(),
                audiences.getOrDefault(sample.audience(), 0L),
                sample.controlPercent(),
                List.of(),
                sample.waves(),
                opening.plusDays(sample.starts()),
                opening.plusDays(sample.ends()),
                sample.priority(),
                MOST,
                BUDGET,
                EXPECTED_PERCENT,
                TARGET,
                0);
    }

    private void bring(Campaign begun, SampleFile.Until until, boolean isNear, Viewer analyst, Viewer compliance) {
        Campaign campaign = begun;
        if (until == SampleFile.Until.DRAFT) {
            return;
        }
        if (campaign.state() == CampaignState.DRAFT) {
            past.play(campaign, PastCampaigns.MONTHS, analyst.userName(), Progress.SILENT);
            campaigns.submit(campaign, analyst);
            campaign = campaigns.find(campaign.code()).orElseThrow();
        }
        if (until == SampleFile.Until.SUBMITTED || !isNear) {
            return;
        }
        if (campaign.state() == CampaignState.IN_APPROVAL) {
            campaigns.decide(campaign, true, "示范", compliance);
            campaign = campaigns.find(campaign.code()).orElseThrow();
        }
        if (campaign.state() == CampaignState.APPROVED) {
            campaigns.launch(campaign, analyst);
        }
    }

    /** The first day after this one on which a sample has something to send, up to the opening; empty for none. */
    Optional<LocalDate> nextDue(LocalDate day, LocalDate opening) {
        return samples.campaigns().stream()
                .filter(sample -> sample.until() == SampleFile.Until.LAUNCHED)
                .flatMap(sample -> campaigns.find(sample.code()).stream()
                        .filter(campaign -> campaign.state() == CampaignState.RUNNING)
                        .flatMap(campaign -> campaigns.waves(campaign).stream()
                                .filter(wave -> !wave.isPrepared())
                                .map(CampaignWave::dueOn))
                        .findFirst()
                        .or(() -> campaigns
                                .find(sample.code())
                                .filter(campaign -> campaign.launchedAt().isEmpty())
                                .map(campaign -> campaign.plan().startsOn()))
                        .stream())
                .map(due -> due.isAfter(day) ? due : day.plusDays(1))
                .filter(due -> !due.isAfter(opening))
                .min(LocalDate::compareTo);
    }
}
