package org.yinhang.decision.outreach;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.yinhang.core.allocation.Allocation;
import org.yinhang.core.allocation.Allocator;
import org.yinhang.core.audience.index.Index;
import org.yinhang.core.progress.Progress;
import org.yinhang.product.SeenFacts;
import org.yinhang.product.SnapshotFacts;

/**
 * One day's contacts over all customers: candidates, the problem, and the best plan found for it.
 *
 * @param candidates every customer, approached or not, by customer number
 * @param problem the candidates with something to win, under the limits
 * @param allocation the plan
 */
public record Outreach(List<Candidate> candidates, OutreachProblem problem, Allocation allocation) {

    private static final int CHUNK = 2_000;

    public Outreach {
        candidates = List.copyOf(candidates);
    }

    /**
     * Weighs every customer of the index and plans.
     *
     * @param seen what policies may see of a customer
     */
    public static Outreach plan(Index index, SeenFacts seen, CandidateReader reader, Progress progress) {
        List<Candidate> candidates = candidates(index, seen, reader, progress);
        OutreachProblem problem = OutreachProblem.of(candidates, reader, candidates.size(), OutreachOption::valueFen);
        return new Outreach(candidates, problem, Allocator.allocate(problem.options()));
    }

    private static List<Candidate> candidates(Index index, SeenFacts seen, CandidateReader reader, Progress progress) {
        int customers = index.customers();
        List<Candidate> all = new ArrayList<>(customers);
        for (int from = 0; from < customers; from += CHUNK) {
            int until = Math.min(customers, from + CHUNK);
            progress.report("weighing", from, customers);
            all.addAll(IntStream.range(from, until)
                    .parallel()
                    .mapToObj(customer -> reader.read(customer, seen.of(SnapshotFacts.of(index, customer))))
                    .toList());
        }
        progress.report("weighing", customers, customers);
        return all;
    }

    /**
     * One contact of the plan.
     *
     * @param rank place by value, from 1
     * @param candidate the customer
     * @param option what and how
     */
    public record Contact(int rank, Candidate candidate, OutreachOption option) {}

    /** The contacts of the plan, most valuable first, then by customer number. */
    public List<Contact> contacts() {
        List<Contact> contacts = new ArrayList<>();
        for (int candidate = 0; candidate < problem.candidates().size(); candidate++) {
            int position = allocation.first(candidate);
            if (position >= 0) {
                contacts.add(new Contact(0, problem.candidates().get(candidate), problem.option(candidate, position)));
            }
        }
        contacts.sort((a, b) -> {
            int byValue = Long.compare(b.option().valueFen(), a.option().valueFen());
            return byValue != 0
                    ? byValue
                    : Integer.compare(a.candidate().customer(), b.candidate().customer());
        });
        List<Contact> ranked = new ArrayList<>(contacts.size());
        for (int place = 0; place < contacts.size(); place++) {
            ranked.add(new Contact(
                    place + 1,
                    contacts.get(place).candidate(),
                    contacts.get(place).option()));
        }
        return ranked;
    }

    /** How many customers each reason stands against; who was worth an approach but found no room counts as capacity. */
    public Map<String, Integer> refusals() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        candidates.forEach(candidate -> candidate.refusals().forEach(code -> counts.merge(code, 1, Integer::sum)));
        int left = problem.candidates().size()
                - (int) IntStream.range(0, problem.candidates().size())
                        .filter(candidate -> allocation.first(candidate) >= 0)
                        .count();
        if (left > 0) {
            counts.put("CAPACITY_REACHED", left);
        }
        return counts;
    }
}
