package org.yinhang.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.unit.Money;

/** Plans that lack something say everything they lack. */
class CampaignPlanTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private static final WaveStep STEP = new WaveStep("", "", "sms", "welcome", "95500", 8, Optional.empty());

    private static CampaignPlan plan(List<CampaignArm> arms, List<WavePlan> waves) {
        return new CampaignPlan(
                "名", "", "p", 1, 20, arms, waves, DAY, DAY.plusDays(3), 5, 100, Money.ofYuan(10), 2, 0, 0);
    }

    @Test
    void aCompletePlanLacksNothing() {
        assertThat(plan(List.of(), List.of(new WavePlan("w1", WaveEntry.AUDIENCE, 0, List.of(STEP))))
                        .faults())
                .isEmpty();
    }

    @Test
    void everythingMissingIsToldAtOnce() {
        CampaignPlan empty = new CampaignPlan(
                "",
                "",
                "",
                0,
                95,
                List.of(new CampaignArm("a", 50)),
                List.of(),
                DAY,
                DAY.minusDays(1),
                5,
                0,
                Money.ZERO,
                0,
                0,
                0);
        assertThat(empty.faults())
                .extracting(Fault::code)
                .containsExactly(
                        "CAM-2001",
                        "CAM-2002",
                        "CAM-2003",
                        "CAM-2004",
                        "CAM-2005",
                        "CAM-2006",
                        "CAM-2007",
                        "CAM-2008",
                        "CAM-2010");
    }

    @Test
    void wavesFollowEachOtherAndStepsNameArmsThereAre() {
        WaveStep strange = new WaveStep("", "c", "sms", "welcome", "95500", 8, Optional.empty());
        List<WavePlan> waves = List.of(
                new WavePlan("w1", WaveEntry.SILENT, 0, List.of(STEP)),
                new WavePlan("w1", WaveEntry.SILENT, -1, List.of(strange)),
                new WavePlan("w3", WaveEntry.OPENED, 1, List.of()));
        assertThat(plan(List.of(), waves).faults())
                .extracting(Fault::code)
                .containsExactly("CAM-2012", "CAM-2011", "CAM-2013", "CAM-2015", "CAM-2014");
    }

    @Test
    void whatIsTriggeredEveryDayHasOneWave() {
        List<WavePlan> waves = List.of(
                new WavePlan("w1", WaveEntry.AUDIENCE, 0, List.of(STEP)),
                new WavePlan("w2", WaveEntry.SILENT, 3, List.of(STEP)));
        assertThat(triggered(waves.subList(0, 1), 30).faults()).isEmpty();
        assertThat(triggered(waves, 30).faults()).extracting(Fault::code).containsExactly("CAM-2016");
        assertThat(triggered(waves.subList(0, 1), 400).faults())
                .extracting(Fault::code)
                .containsExactly("CAM-2016");
    }

    private static CampaignPlan triggered(List<WavePlan> waves, int days) {
        return new CampaignPlan(
                "名", "", "p", 1, 20, List.of(), waves, DAY, DAY.plusDays(3), 5, 100, Money.ofYuan(10), 2, 0, days);
    }
}
