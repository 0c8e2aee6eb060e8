package org.yinhang.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.yinhang.audience.Audiences;
import org.yinhang.campaign.Campaign;
import org.yinhang.campaign.CampaignPlan;
import org.yinhang.campaign.Campaigns;
import org.yinhang.campaign.Creatives;
import org.yinhang.campaign.WaveEntry;
import org.yinhang.campaign.WavePlan;
import org.yinhang.campaign.WaveStep;
import org.yinhang.campaign.past.PastCampaigns;
import org.yinhang.core.progress.Progress;
import org.yinhang.core.unit.Money;
import org.yinhang.shared.Role;
import org.yinhang.shared.Viewer;
import org.yinhang.testing.Person;

/** Campaigns of one wave, written, approved and launched, for days that are played. */
final class DayCampaigns {

    static final Viewer ANALYST = Person.of("analyst", Role.ANALYST);

    private static final Viewer COMPLIANCE = Person.of("compliance", Role.COMPLIANCE);
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final Campaigns campaigns;
    private final PastCampaigns past;
    private final Creatives creatives;
    private final Audiences audiences;

    DayCampaigns(Campaigns campaigns, PastCampaigns past, Creatives creatives, Audiences audiences) {
        this.campaigns = campaigns;
        this.past = past;
        this.creatives = creatives;
        this.audiences = audiences;
    }

    private String text(String channel) {
        String code = "day-text-" + NEXT.incrementAndGet();
        creatives.decide(creatives.save(code, channel, "", "【引航】您好，{product}欢迎了解，拒收请回复R", ANALYST), true, COMPLIANCE);
        return code;
    }

    /** A campaign whose wave is due on a day: text messages, and calls to those who have a manager. */
    Campaign launched(String predicate, LocalDate due) {
        long audience = audiences
                .add(new Audiences.Draft("客群 day " + NEXT.incrementAndGet(), "", predicate, true), ANALYST)
                .id();
        CampaignPlan plan = new CampaignPlan(
                "演一天",
                "看一天如何过去",
                "L101",
                audience,
                30,
                List.of(),
                List.of(new WavePlan(
                        "w1",
                        WaveEntry.AUDIENCE,
                        0,
                        List.of(
                                new WaveStep("managed", "", "call", text("call"), "95000", 300, Optional.empty()),
                                new WaveStep("", "", "sms", text("sms"), "10690000", 8, Optional.empty())))),
                due,
                due.plusDays(20),
                5,
                10_000,
                Money.ofYuan(10_000),
                5,
                10,
                0);
        String code = "day-" + NEXT.incrementAndGet();
        campaigns.begin(code, plan, ANALYST);
        past.play(campaigns.find(code).orElseThrow(), 1, ANALYST.userName(), Progress.SILENT);
        campaigns.submit(campaigns.find(code).orElseThrow(), ANALYST);
        campaigns.decide(campaigns.find(code).orElseThrow(), true, "in order", COMPLIANCE);
        campaigns.launch(campaigns.find(code).orElseThrow(), ANALYST);
        return campaigns.find(code).orElseThrow();
    }
}
