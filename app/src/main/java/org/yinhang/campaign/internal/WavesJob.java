package org.yinhang.campaign.internal;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yinhang.campaign.Campaign;
import org.yinhang.campaign.CampaignState;
import org.yinhang.campaign.CampaignWave;
import org.yinhang.campaign.Campaigns;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.jobs.JobContext;
import org.yinhang.jobs.JobHandler;
import org.yinhang.reach.Dispatches;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Role;

/**
 * Every morning, and at each launch: prepares the waves whose day has come and those for latecomers, and ends campaigns that are
 * over; one that follows up whoever opens or answers is over with its last day.
 */
@Component
class WavesJob implements JobHandler {

    private final CampaignRepository campaigns;
    private final WavePreparation preparation;
    private final Dispatches dispatches;
    private final BusinessClock clock;

    WavesJob(CampaignRepository campaigns, WavePreparation preparation, Dispatches dispatches, BusinessClock clock) {
        this.campaigns = campaigns;
        this.preparation = preparation;
        this.dispatches = dispatches;
        this.clock = clock;
    }

    @Override
    public String name() {
        return Campaigns.WAVE_JOB;
    }

    @Override
    public Set<Role> startedBy() {
        return Set.of(Role.ANALYST);
    }

    @Override
    public Optional<LocalTime> daily() {
        return Optional.of(LocalTime.of(7, 30));
    }

    @Override
    public void run(JobContext context) {
        String only = context.input().getOrDefault("campaign", "");
        List<Fault> faults = new ArrayList<>();
        int prepared = 0;
        long chosen = 0;
        for (Campaign campaign : campaigns.in(Set.of(CampaignState.RUNNING))) {
            if (!only.isEmpty() && !only.equals(campaign.code())) {
                continue;
            }
            try {
                latecomers(campaign);
                for (CampaignWave wave : due(campaign)) {
                    CampaignWave gone = preparation.prepare(campaign, wave, context.progress());
                    if (gone.isPrepared() && campaign.plan().isTriggered()) {
                        tomorrow(campaign);
                    }
                    prepared += gone.isPrepared() ? 1 : 0;
                    chosen += gone.chosen();
                }
            } catch (FaultException e) {
                faults.addAll(e.faults());
            }
            endWhenOver(campaign);
        }
        if (!faults.isEmpty()) {
            throw new FaultException(faults);
        }
        context.result("job.told.campaign-waves", prepared, chosen);
    }

    private List<CampaignWave> due(Campaign campaign) {
        LocalDate today = clock.today();
        return campaigns.waves(campaign.id()).stream()
                .filter(wave -> !wave.isPrepared() && !wave.dueOn().isAfter(today))
                .filter(wave -> !today.isAfter(campaign.plan().endsOn()))
                .map(wave -> campaign.plan().isTriggered() ? onDay(campaign, wave, today) : wave)
                .toList();
    }

    /** Whoever opened or answered after a wave for such customers was prepared comes into a part of it of its own, day by day. */
    private void latecomers(Campaign campaign) {
        LocalDate today = clock.today();
        if (today.isAfter(campaign.plan().endsOn())) {
            return;
        }
        List<CampaignWave> waves = campaigns.waves(campaign.id());
        List<CampaignWave> parts = campaign.plan().waves().stream()
                .filter(wave -> wave.entry().isOpenEnded()
                        && waves.stream().anyMatch(known -> known.wave().equals(wave.code()) && known.isPrepared())
                        && !preparation.late(campaign, wave).customers().isEmpty())
                .map(wave -> new CampaignWave(DispatchCodes.run(wave, today, true), today, false, 0, 0, 0, 0))
                .toList();
        campaigns.schedule(campaign.id(), parts);
    }

    /** A triggered wave that was missed is prepared for today, under today's name. */
    private CampaignWave onDay(Campaign campaign, CampaignWave wave, LocalDate today) {
        String run = DispatchCodes.run(campaign.plan().waves().getFirst(), today, true);
        CampaignWave moved = new CampaignWave(run, today, false, 0, 0, 0, 0);
        if (!wave.wave().equals(run)) {
            campaigns.rename(campaign.id(), wave.wave(), moved);
        }
        return moved;
    }

    /** A triggered campaign looks again on the next day; days on which nobody looked are not made up for. */
    private void tomorrow(Campaign campaign) {
        LocalDate next = clock.today().plusDays(1);
        if (!next.isAfter(campaign.plan().endsOn())) {
            String run = DispatchCodes.run(campaign.plan().waves().getFirst(), next, true);
            campaigns.schedule(campaign.id(), List.of(new CampaignWave(run, next, false, 0, 0, 0, 0)));
        }
    }

    private void endWhenOver(Campaign campaign) {
        boolean isPast = clock.today().isAfter(campaign.plan().endsOn());
        boolean isOpenEnded =
                campaign.plan().waves().stream().anyMatch(wave -> wave.entry().isOpenEnded());
        boolean isDone = !isOpenEnded
                && campaigns.waves(campaign.id()).stream().allMatch(CampaignWave::isPrepared)
                && dispatches.reconcile(campaign.code()).isSettled();
        if (isPast) {
            dispatches.of(campaign.code()).stream()
                    .filter(dispatch -> dispatch.state().canBeStopped())
                    .forEach(dispatch -> dispatches.kill(dispatch, "system"));
        }
        if (isPast || isDone) {
            campaigns.move(campaign.id(), Set.of(CampaignState.RUNNING), CampaignState.FINISHED, clock.realInstant());
        }
    }
}
