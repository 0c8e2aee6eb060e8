package org.yinhang.decision.outreach;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.yinhang.core.allocation.Allocation;

/**
 * What pages show of a plan.
 *
 * @param day business day
 * @param tagRun number of the run of the tags
 * @param customers weighed
 * @param candidates with something to win
 * @param contacts planned
 * @param valueFen the plan is expected to bring
 * @param boundFen no plan under these limits brings more
 * @param limits shared, with what is drawn and what one more unit would bring
 * @param products planned, most contacts first
 * @param channels planned, in the order of the terms
 * @param refusals why customers are left out, most first
 */
public record OutreachSummary(
        LocalDate day,
        long tagRun,
        int customers,
        int candidates,
        int contacts,
        long valueFen,
        long boundFen,
        List<LimitUse> limits,
        List<Count> products,
        List<Count> channels,
        List<Count> refusals) {

    public OutreachSummary {
        limits = List.copyOf(limits);
        products = List.copyOf(products);
        channels = List.copyOf(channels);
        refusals = List.copyOf(refusals);
    }

    /**
     * A limit and its use.
     *
     * @param code identifier
     * @param zh Chinese name
     * @param en English name
     * @param unit {@code fen}, {@code minutes}, {@code messages} or {@code share}
     * @param amount at most
     * @param drawn by the plan
     * @param shadowFen what one more unit would bring
     */
    public record LimitUse(
            String code, String zh, String en, String unit, double amount, double drawn, double shadowFen) {

        /** Whether it is the time of one person, a branch or the callers, of which there may be many. */
        public boolean ofPeople() {
            return code.startsWith(OutreachPeople.PERSON)
                    || code.startsWith(OutreachPeople.BRANCH)
                    || code.equals(OutreachPeople.CALLERS);
        }

        /** The part in use, 0 to 1. */
        public double used() {
            return amount <= 0 ? 0 : Math.clamp(drawn / amount, 0, 1);
        }
    }

    /** How often something is planned or stands in the way. */
    public record Count(String code, String zh, String en, int count) {}

    /** By how much the best plan could be better at most, as a part of it. */
    public double gap() {
        return boundFen <= 0 ? 0 : Math.max(0, (boundFen - valueFen) / (double) boundFen);
    }

    /** The limits of an allocation. */
    static List<LimitUse> limits(List<OutreachProblem.LimitKind> kinds, Allocation allocation) {
        return IntStream.range(0, kinds.size())
                .mapToObj(r -> new LimitUse(
                        kinds.get(r).code(),
                        kinds.get(r).zh(),
                        kinds.get(r).en(),
                        kinds.get(r).unit(),
                        allocation.options().limits().get(r).amount(),
                        allocation.drawn()[r],
                        allocation.shadowPrices()[r]))
                .toList();
    }
}
