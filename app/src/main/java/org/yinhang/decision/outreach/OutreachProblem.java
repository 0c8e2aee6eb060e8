package org.yinhang.decision.outreach;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.yinhang.core.allocation.ContactOptions;
import org.yinhang.core.allocation.ContactOptionsBuilder;
import org.yinhang.core.allocation.Limit;
import org.yinhang.decision.offer.ValueTerms;

/**
 * Candidates and limits as the allocation sees them.
 *
 * @param options the problem; an option's key is its position among its candidate's options
 * @param candidates those with at least one option, by customer number
 * @param limits what the limits are, in the order of the problem's
 */
public record OutreachProblem(ContactOptions options, List<Candidate> candidates, List<LimitKind> limits) {

    public OutreachProblem {
        candidates = List.copyOf(candidates);
        limits = List.copyOf(limits);
    }

    /**
     * What a limit is of.
     *
     * @param code identifier
     * @param zh Chinese name
     * @param en English name
     * @param unit {@code fen}, {@code minutes}, {@code messages} or {@code share}
     */
    public record LimitKind(String code, String zh, String en, String unit) {}

    /**
     * Sets the problem up.
     *
     * @param everybody how many customers the terms' amounts are for
     * @param valueOf what an option of a candidate is taken to bring, in fen
     */
    public static OutreachProblem of(
            List<Candidate> candidates,
            CandidateReader reader,
            int everybody,
            ToDoubleFunction<OutreachOption> valueOf) {
        OutreachTerms terms = reader.terms();
        List<ValueTerms.Channel> channels = reader.channels();
        double thousands = everybody / 1_000.0;
        List<Limit> limits = new ArrayList<>();
        List<LimitKind> kinds = new ArrayList<>();
        add(limits, kinds, "budget", "触达预算", "Budget", "fen", terms.budget().fen() * thousands);
        add(limits, kinds, "minutes", "人工时长", "People's time", "minutes", terms.minutes() * thousands);
        add(
                limits,
                kinds,
                "loss",
                "预期损失",
                "Expected loss",
                "fen",
                terms.expectedLoss().fen() * thousands);
        int[] messages = new int[channels.size()];
        for (int channel = 0; channel < messages.length; channel++) {
            ValueTerms.Channel one = channels.get(channel);
            Double capacity = terms.messages().get(one.code());
            messages[channel] = capacity == null ? -1 : limits.size();
            if (capacity != null) {
                add(limits, kinds, one.code(), one.zh(), one.en(), "messages", capacity * thousands);
            }
        }
        int firstShare = limits.size();
        for (OutreachTerms.Share share : terms.least()) {
            add(limits, kinds, share.code(), share.zh() + "占比", "Share of " + share.en(), "share", 0);
        }
        List<Candidate> having =
                candidates.stream().filter(one -> !one.options().isEmpty()).toList();
        Map<String, Integer> pools = pools(having, reader, limits, kinds);
        ContactOptionsBuilder builder = ContactOptions.over(limits);
        for (Candidate candidate : having) {
            builder.customer(candidate.customer());
            for (int key = 0; key < candidate.options().size(); key++) {
                OutreachOption option = candidate.options().get(key);
                ValueTerms.Channel channel = channels.get(option.channel());
                builder.option(key, valueOf.applyAsDouble(option));
                builder.draws(0, (double) channel.cost().fen());
                builder.draws(1, channel.minutes());
                builder.draws(2, expectedLoss(option));
                if (channel.minutes() > 0) {
                    for (String code : candidate.people()) {
                        Integer pool = pools.get(code);
                        if (pool != null) {
                            builder.draws(pool, channel.minutes());
                        }
                    }
                }
                if (messages[option.channel()] >= 0) {
                    builder.draws(messages[option.channel()], 1);
                }
                for (int share = 0; share < terms.least().size(); share++) {
                    double part = terms.least().get(share).part();
                    builder.draws(firstShare + share, candidate.shares().get(share) ? part - 1 : part);
                }
            }
        }
        return new OutreachProblem(builder.build(), having, kinds);
    }

    /** Limits on the time of people, those that all candidates together could exceed; the others never bind. */
    private static Map<String, Integer> pools(
            List<Candidate> candidates, CandidateReader reader, List<Limit> limits, List<LimitKind> kinds) {
        Map<String, Double> wanted = new HashMap<>();
        for (Candidate candidate : candidates) {
            double most = candidate.options().stream()
                    .mapToDouble(
                            option -> reader.channels().get(option.channel()).minutes())
                    .max()
                    .orElse(0);
            candidate.people().forEach(code -> wanted.merge(code, most, Double::sum));
        }
        Map<String, Integer> places = new HashMap<>();
        for (OutreachPeople.Pool pool : reader.people().pools().values()) {
            if (wanted.getOrDefault(pool.code(), 0.0) > pool.minutes()) {
                places.put(pool.code(), limits.size());
                add(limits, kinds, pool.code(), pool.zh(), pool.en(), "minutes", pool.minutes());
            }
        }
        return places;
    }

    private static double expectedLoss(OutreachOption option) {
        double expected = option.lift() * option.approval() * option.lossFen();
        return expected > 0 ? expected : 0;
    }

    private static void add(
            List<Limit> limits, List<LimitKind> kinds, String code, String zh, String en, String unit, double amount) {
        limits.add(Limit.atMost(code, amount));
        kinds.add(new LimitKind(code, zh, en, unit));
    }

    /** The option of a candidate that an allocation's position stands for. */
    public OutreachOption option(int candidate, int position) {
        return candidates.get(candidate).options().get(options.optionKey(position));
    }
}
