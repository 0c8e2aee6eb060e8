package org.yinhang.decision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.yinhang.compliance.GuardSubject;
import org.yinhang.compliance.Guards;
import org.yinhang.compliance.ReasonCode;
import org.yinhang.core.allocation.Allocation;
import org.yinhang.core.allocation.Allocator;
import org.yinhang.core.allocation.ContactOptions;
import org.yinhang.core.allocation.ContactOptionsBuilder;
import org.yinhang.core.allocation.Limit;
import org.yinhang.core.unit.Money;
import org.yinhang.core.unit.Probability;

/** Who is approached through which channel: grades, guards, values, and the best use of the capacities. */
final class ChannelChoice {

    private final Campaign campaign;
    private final double[] probabilities;
    private final Grade[] grades;
    private final List<List<ReasonCode>> refusals;
    private final List<Optional<Campaign.Channel>> channels;
    private final Allocation allocation;
    private final int[] ranks;

    private ChannelChoice(
            Campaign campaign,
            double[] probabilities,
            Grade[] grades,
            List<List<ReasonCode>> refusals,
            List<Optional<Campaign.Channel>> channels,
            Allocation allocation,
            int[] ranks) {
        this.campaign = campaign;
        this.probabilities = probabilities;
        this.grades = grades;
        this.refusals = refusals;
        this.channels = channels;
        this.allocation = allocation;
        this.ranks = ranks;
    }

    /**
     * Chooses.
     *
     * @param subjects what the guards know, one a candidate
     * @param probabilities chance of success through the learned channel, one a candidate
     * @param customers customer numbers of all observations; they break exact ties, so that order never matters
     * @param history where the candidates begin in {@code customers}
     */
    static ChannelChoice of(
            Campaign campaign,
            Guards guards,
            List<GuardSubject> subjects,
            double[] probabilities,
            int[] customers,
            int history) {
        int size = probabilities.length;
        Grade[] grades = grades(campaign, probabilities, customers, history);
        List<List<ReasonCode>> refusals = new ArrayList<>();
        List<Campaign.Channel> optionChannels = new ArrayList<>();
        ContactOptionsBuilder builder = ContactOptions.over(limits(campaign));
        int budget = campaign.channels().size();
        for (int i = 0; i < size; i++) {
            builder.customer(i);
            List<ReasonCode> reasons = new ArrayList<>(guards.refusals(subjects.get(i)));
            boolean passes = reasons.isEmpty();
            boolean offered = false;
            boolean consented = false;
            boolean worthwhile = false;
            for (int c = 0; c < budget; c++) {
                Campaign.Channel channel = campaign.channels().get(c);
                if (!channel.grades().contains(grades[i])) {
                    continue;
                }
                offered = true;
                boolean allowed = guards.allowsChannel(subjects.get(i), channel.code());
                double value = expectedFen(campaign, channel, probabilities[i]);
                consented |= allowed;
                worthwhile |= value > 0;
                if (passes && allowed && value > 0) {
                    builder.option(c, value).draws(c, 1);
                    if (campaign.budget().isPresent() && channel.cost().fen() > 0) {
                        builder.draws(budget, (double) channel.cost().fen());
                    }
                    optionChannels.add(channel);
                }
            }
            if (offered && !consented && !reasons.contains(ReasonCode.NO_MARKETING_CONSENT)) {
                reasons.add(ReasonCode.CHANNEL_NOT_CONSENTED);
            }
            if (!worthwhile) {
                reasons.add(ReasonCode.NO_POSITIVE_VALUE);
            }
            refusals.add(reasons);
        }
        Allocation allocation = Allocator.allocate(builder.build());
        List<Optional<Campaign.Channel>> channels = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            int option = allocation.first(i);
            channels.add(option < 0 ? Optional.empty() : Optional.of(optionChannels.get(option)));
            if (option < 0 && refusals.get(i).isEmpty()) {
                refusals.get(i).add(ReasonCode.CAPACITY_REACHED);
            }
        }
        int[] ranks = ranks(campaign, channels, probabilities, customers, history);
        return new ChannelChoice(campaign, probabilities, grades, refusals, channels, allocation, ranks);
    }

    Grade grade(int candidate) {
        return grades[candidate];
    }

    /** Every reason not to contact the candidate; empty when chosen. */
    List<ReasonCode> refusals(int candidate) {
        return List.copyOf(refusals.get(candidate));
    }

    Optional<Campaign.Channel> channel(int candidate) {
        return channels.get(candidate);
    }

    Allocation allocation() {
        return allocation;
    }

    /** The place of each candidate on the list, from 1; 0 when withheld. */
    int[] ranks() {
        return ranks.clone();
    }

    Probability probability(int candidate, Campaign.Channel channel) {
        return Probability.of(Math.min(1, probabilities[candidate] * channel.effect()));
    }

    Money expectedValue(int candidate, Campaign.Channel channel) {
        return Money.ofFen(Math.round(expectedFen(campaign, channel, probabilities[candidate])));
    }

    private static double expectedFen(Campaign campaign, Campaign.Channel channel, double probability) {
        return Math.min(1, probability * channel.effect()) * campaign.success().fen()
                - channel.cost().fen();
    }

    /** One limit a channel, in the order of the channels, and the budget last when there is one. */
    private static List<Limit> limits(Campaign campaign) {
        List<Limit> limits = new ArrayList<>();
        campaign.channels().forEach(channel -> limits.add(Limit.atMost(channel.code(), channel.capacity())));
        campaign.budget().ifPresent(budget -> limits.add(Limit.atMost("budget", (double) budget.fen())));
        return limits;
    }

    /** The most likely are A, then B, then C; exact ties go to the lower customer number. */
    private static Grade[] grades(Campaign campaign, double[] probabilities, int[] customers, int history) {
        Integer[] order = IntStream.range(0, probabilities.length).boxed().toArray(Integer[]::new);
        Arrays.sort(
                order,
                Comparator.<Integer>comparingDouble(i -> -probabilities[i])
                        .thenComparingInt(i -> customers[history + i]));
        long lastA = Math.round(campaign.shareA() * order.length);
        long lastB = Math.round((campaign.shareA() + campaign.shareB()) * order.length);
        Grade[] grades = new Grade[order.length];
        for (int place = 0; place < order.length; place++) {
            grades[order[place]] = place < lastA ? Grade.A : place < lastB ? Grade.B : Grade.C;
        }
        return grades;
    }

    private static int[] ranks(
            Campaign campaign,
            List<Optional<Campaign.Channel>> channels,
            double[] probabilities,
            int[] customers,
            int history) {
        Integer[] chosen = IntStream.range(0, probabilities.length)
                .filter(i -> channels.get(i).isPresent())
                .boxed()
                .toArray(Integer[]::new);
        Arrays.sort(
                chosen,
                Comparator.<Integer>comparingDouble(
                                i -> -expectedFen(campaign, channels.get(i).orElseThrow(), probabilities[i]))
                        .thenComparingInt(i -> customers[history + i]));
        int[] ranks = new int[probabilities.length];
        for (int place = 0; place < chosen.length; place++) {
            ranks[chosen[place]] = place + 1;
        }
        return ranks;
    }
}
