package org.yinhang.decision.web;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.yinhang.decision.rehearsal.KeptRehearsal;
import org.yinhang.decision.rehearsal.Rehearsal;
import org.yinhang.shared.chart.Chart;

/**
 * A rehearsal as the page shows it.
 *
 * @param kept what was found, by whom, when
 * @param charts its pictures
 * @param changed customers within reach who would be told something else, a first part of them
 * @param names masked, by customer number
 * @param product the name of a product
 * @param branch the name of a branch
 */
public record RehearsalView(
        KeptRehearsal kept,
        List<Chart> charts,
        List<Rehearsal.Changed> changed,
        Map<Integer, String> names,
        UnaryOperator<String> product,
        UnaryOperator<String> branch) {

    /** The lowest group's part open to lend of the highest group's; 1 where none is open in any. */
    public double fairness(String attribute, boolean isAfter) {
        DoubleSummaryStatistics open = kept.result().groups().stream()
                .filter(group -> group.attribute().equals(attribute))
                .mapToDouble(group -> isAfter ? group.openAfter() : group.openBefore())
                .summaryStatistics();
        return open.getMax() > 0 ? open.getMin() / open.getMax() : 1;
    }

    /** Why somebody would be refused or referred, in words. */
    public String reasons(Rehearsal.Changed changed, boolean chinese) {
        return changed.codes().stream()
                .map(code -> kept.result().reasons().stream()
                        .filter(reason -> reason.code().equals(code))
                        .findFirst()
                        .map(reason -> chinese ? reason.zh() : reason.en())
                        .orElse(code))
                .collect(Collectors.joining(chinese ? "；" : "; "));
    }
}
