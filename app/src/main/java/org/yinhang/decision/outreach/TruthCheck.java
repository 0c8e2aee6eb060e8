package org.yinhang.decision.outreach;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import org.yinhang.core.allocation.Allocation;
import org.yinhang.core.allocation.Allocator;
import org.yinhang.core.audience.index.Index;
import org.yinhang.demobank.CustomerTruth;
import org.yinhang.demobank.Truth;
import org.yinhang.demobank.contact.Channel;
import org.yinhang.demobank.contact.Offer;
import org.yinhang.product.SeenFacts;
import org.yinhang.product.SnapshotFacts;

/**
 * What a plan is really worth on the simulated bank, whose customers' true answers are known, beside what knowing the truth
 * would reach under the same limits and what ranking by response alone reaches. Approval and margin are the plan's own in
 * all three, so that only whom and how is judged.
 *
 * @param plan true value of the plan, in fen
 * @param oracle true value of the best plan the truth would make
 * @param byResponse true value of contacting as many as possible of the likeliest responders
 * @param promised what the plan said it would bring
 */
public record TruthCheck(double plan, double oracle, double byResponse, double promised) {

    private static final double RESPONSE_UNIT = 1e6;

    /** The plan's share of what knowing the truth would reach. */
    public double ofOracle() {
        return plan / oracle;
    }

    /** How many times more than ranking by response alone. */
    public double timesResponse() {
        return plan / byResponse;
    }

    /** Compares a plan with the truth. */
    static TruthCheck of(Outreach outreach, Index index, SeenFacts seen, CandidateReader reader, Truth truth) {
        Judge judge = new Judge(reader, truth);
        double plan = outreach.contacts().stream()
                .mapToDouble(contact -> judge.value(contact.candidate(), contact.option()))
                .sum();
        double promised = outreach.allocation().value();
        List<Candidate> all = IntStream.range(0, index.customers())
                .mapToObj(customer -> reader.read(customer, seen.of(SnapshotFacts.of(index, customer)), false))
                .filter(candidate -> !candidate.options().isEmpty())
                .toList();
        List<Candidate> known = all.stream().map(judge::known).toList();
        OutreachProblem best = OutreachProblem.of(known, reader, index.customers(), OutreachOption::valueFen);
        Allocation oracle = Allocator.allocate(best.options());
        return new TruthCheck(plan, oracle.value(), byResponse(all, reader, index.customers(), judge), promised);
    }

    /** As many as possible of the likeliest responders, each with the product they are likeliest to answer. */
    private static double byResponse(List<Candidate> all, CandidateReader reader, int everybody, Judge judge) {
        List<Candidate> ranked = all.stream()
                .map(candidate -> {
                    int product = likeliest(candidate).product();
                    return new Candidate(
                            candidate.customer(),
                            candidate.slot(),
                            candidate.people(),
                            candidate.shares(),
                            candidate.refusals(),
                            candidate.options().stream()
                                    .filter(option -> option.product() == product && option.response() > 0)
                                    .toList());
                })
                .toList();
        OutreachProblem problem =
                OutreachProblem.of(ranked, reader, everybody, option -> option.response() * RESPONSE_UNIT);
        Allocation chosen = Allocator.allocate(problem.options());
        double value = 0;
        for (int candidate = 0; candidate < problem.candidates().size(); candidate++) {
            int position = chosen.first(candidate);
            value += position < 0
                    ? 0
                    : judge.value(problem.candidates().get(candidate), problem.option(candidate, position));
        }
        return value;
    }

    private static OutreachOption likeliest(Candidate candidate) {
        return candidate.options().stream()
                .max(Comparator.comparingDouble(option -> Double.isNaN(option.response()) ? -1 : option.response()))
                .orElseThrow();
    }

    /** Values options by the truth. */
    private static final class Judge {

        private final CandidateReader reader;
        private final ToDoubleBiFunction<Candidate, OutreachOption> lift;

        Judge(CandidateReader reader, Truth truth) {
            this.reader = reader;
            this.lift = (candidate, option) -> {
                String product = reader.products().get(option.product());
                Channel channel = Channel.valueOf(
                        reader.channels().get(option.channel()).code().toUpperCase(Locale.ROOT));
                CustomerTruth person = truth.of(candidate.customer());
                int hour = hour(candidate);
                return Offer.ofProduct(product)
                        .map(offer -> person.uplift(offer, channel, hour, option.ratePpm()))
                        .orElse(0.0);
            };
        }

        /** The middle of the slot. */
        private int hour(Candidate candidate) {
            OutreachTerms.Slot slot = reader.terms().slots().get(candidate.slot());
            return (slot.from() + slot.until() - 1) / 2;
        }

        double value(Candidate candidate, OutreachOption option) {
            return lift.applyAsDouble(candidate, option) * option.approval() * option.marginFen()
                    - reader.channels().get(option.channel()).cost().fen();
        }

        /** The candidate as somebody would see them who knows the truth, hour included. */
        Candidate known(Candidate candidate) {
            List<Candidate> bySlot = IntStream.range(0, reader.terms().slots().size())
                    .mapToObj(slot -> new Candidate(
                            candidate.customer(),
                            slot,
                            candidate.people(),
                            candidate.shares(),
                            candidate.refusals(),
                            candidate.options()))
                    .toList();
            List<OutreachOption> options = new ArrayList<>();
            for (OutreachOption option : candidate.options()) {
                double best = bySlot.stream()
                        .mapToDouble(one -> value(one, option))
                        .max()
                        .orElse(0);
                double most = bySlot.stream()
                        .mapToDouble(one -> lift.applyAsDouble(one, option))
                        .max()
                        .orElse(0);
                if (best > 0) {
                    options.add(option.valued(most, Math.round(best)));
                }
            }
            return new Candidate(
                    candidate.customer(),
                    candidate.slot(),
                    candidate.people(),
                    candidate.shares(),
                    candidate.refusals(),
                    options);
        }
    }
}
