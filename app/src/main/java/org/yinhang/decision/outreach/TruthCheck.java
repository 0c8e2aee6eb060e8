package org.yinhang.decision.outreach;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
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
 * @param byTraces true value of the plan of somebody who learned the true lifts from all that the tags show of other customers;
 *     empty where not asked for
 */
public record TruthCheck(double plan, double oracle, double byResponse, double promised, OptionalDouble byTraces) {

    private static final double RESPONSE_UNIT = 1e6;

    /** The plan's share of what knowing the truth would reach. */
    public double ofOracle() {
        return plan / oracle;
    }

    /** How many times more than ranking by response alone. */
    public double timesResponse() {
        return plan / byResponse;
    }

    /** What can be known at best from the tags: the rest of the way to the oracle has left no trace in them. */
    public OptionalDouble tracesOfOracle() {
        return byTraces.isPresent() ? OptionalDouble.of(byTraces.getAsDouble() / oracle) : byTraces;
    }

    /** Compares a plan with the truth; what the tags show at best takes minutes, and only where asked for. */
    static TruthCheck of(
            Outreach outreach, Index index, SeenFacts seen, CandidateReader reader, Truth truth, boolean withTraces) {
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
        return new TruthCheck(
                plan,
                oracle.value(),
                byResponse(all, reader, index.customers(), judge),
                promised,
                withTraces ? OptionalDouble.of(byTraces(all, index, reader, judge)) : OptionalDouble.empty());
    }

    private static double byTraces(List<Candidate> all, Index index, CandidateReader reader, Judge judge) {
        List<Candidate> learned = new Traces(index, all, judge.lift).learned(judge::believing);
        OutreachProblem problem = OutreachProblem.of(learned, reader, index.customers(), OutreachOption::valueFen);
        return judge.value(problem, Allocator.allocate(problem.options()));
    }

    /** As many as possible of the likeliest responders, each with the product they are likeliest to answer. */
    private static double byResponse(List<Candidate> all, CandidateReader reader, int everybody, Judge judge) {
        List<Candidate> ranked = all.stream()
                .map(candidate -> {
                    int product = likeliest(candidate).product();
                    return candidate.with(candidate.options().stream()
                            .filter(option -> option.product() == product && option.response() > 0)
                            .toList());
                })
                .toList();
        OutreachProblem problem =
                OutreachProblem.of(ranked, reader, everybody, option -> option.response() * RESPONSE_UNIT);
        return judge.value(problem, Allocator.allocate(problem.options()));
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
            return value(option, lift.applyAsDouble(candidate, option));
        }

        private double value(OutreachOption option, double lifted) {
            return lifted * option.approval() * option.marginFen()
                    - reader.channels().get(option.channel()).cost().fen();
        }

        /** What is chosen is really worth. */
        double value(OutreachProblem problem, Allocation chosen) {
            double value = 0;
            for (int candidate = 0; candidate < problem.candidates().size(); candidate++) {
                int position = chosen.first(candidate);
                value += position < 0
                        ? 0
                        : value(problem.candidates().get(candidate), problem.option(candidate, position));
            }
            return value;
        }

        /** The option as somebody values it who believes in that lift. */
        OutreachOption believing(OutreachOption option, double lifted) {
            return option.valued(lifted, Math.round(value(option, lifted)));
        }

        /** The candidate as somebody would see them who knows the truth, hour included. */
        Candidate known(Candidate candidate) {
            List<Candidate> bySlot = IntStream.range(0, reader.terms().slots().size())
                    .mapToObj(candidate::inSlot)
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
            return candidate.with(options);
        }
    }
}
