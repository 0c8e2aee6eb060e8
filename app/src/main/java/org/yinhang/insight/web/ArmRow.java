package org.yinhang.insight.web;

import java.util.List;
import java.util.function.Function;
import org.yinhang.shared.list.Cell;
import org.yinhang.shared.list.Column;
import org.yinhang.shared.list.ListDefinition;
import org.yinhang.shared.list.Meaning;

/**
 * An arm in the viewer's language.
 *
 * @param code its code
 * @param name what it is called
 * @param planned share of all, 0 to 1
 * @param assigned customers
 * @param known of these, those whose days have passed
 * @param share that reached the goal, as adjusted
 * @param difference from the base in points, in words
 * @param anyTime where it lies at every look
 * @param oneLook where it lies for a look planned ahead
 * @param chance of such a difference were there none, at any time, corrected for several arms
 * @param verdict in words
 * @param meaning of the verdict
 * @param complaints guardrail in words
 * @param optOuts guardrail in words
 */
public record ArmRow(
        String code,
        String name,
        double planned,
        long assigned,
        long known,
        String share,
        String difference,
        String anyTime,
        String oneLook,
        String chance,
        String verdict,
        Meaning meaning,
        String complaints,
        String optOuts) {

    static ListDefinition<ArmRow> list() {
        return ListDefinition.of(
                "insight-experiment",
                List.of(
                        Column.<ArmRow>of("arm", "insight.experiment.arm", row -> new Cell.Words(row.name)),
                        Column.<ArmRow>number(
                                "planned", "insight.experiment.planned", row -> new Cell.Share(row.planned)),
                        Column.<ArmRow>number(
                                "assigned", "insight.experiment.assigned", row -> new Cell.Count(row.assigned)),
                        Column.<ArmRow>number("known", "insight.experiment.known", row -> new Cell.Count(row.known)),
                        words("share", "insight.experiment.share", ArmRow::share),
                        words("difference", "insight.experiment.difference", ArmRow::difference),
                        words("any-time", "insight.experiment.any-time", ArmRow::anyTime),
                        words("one-look", "insight.experiment.one-look", ArmRow::oneLook),
                        words("chance", "insight.experiment.chance", ArmRow::chance),
                        words("verdict", "insight.increments.verdict", ArmRow::verdict),
                        words("complaints", "insight.harm.complaint", ArmRow::complaints),
                        words("opt-outs", "insight.harm.opt_out", ArmRow::optOuts)),
                List.of(),
                false);
    }

    private static Column<ArmRow> words(String key, String title, Function<ArmRow, String> words) {
        return Column.<ArmRow>of(key, title, row -> new Cell.Words(words.apply(row)));
    }
}
