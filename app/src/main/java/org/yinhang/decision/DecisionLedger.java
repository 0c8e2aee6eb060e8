package org.yinhang.decision;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.yinhang.compliance.ReasonCode;
import org.yinhang.core.unit.Money;
import org.yinhang.lake.Lake;
import org.yinhang.lake.LakeCommit;
import org.yinhang.lake.LoadRecord;
import org.yinhang.lake.TableWriter;

/**
 * The append-only record of every customer a plan considered: chosen or withheld, with all reasons, score,
 * contributions, value and the versions it was decided from. Written once per plan; a plan of the same name is the
 * same plan.
 */
final class DecisionLedger {

    /** The ledger's table in the lake. */
    static final String TABLE = "decisions";

    /** How many contributions a row keeps. */
    private static final int CONTRIBUTIONS = 8;

    /** A plan is not lost because a load happens to be at work. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Lake lake;

    DecisionLedger(Lake lake) {
        this.lake = lake;
    }

    /** Adds a plan's rows, unless they are there already. */
    void append(Plan plan) {
        try (LakeCommit commit = lake.begin(PATIENCE)) {
            if (commit.base().contains(plan.id())) {
                return;
            }
            List<PlannedCustomer> rows = plan.customers().stream()
                    .sorted(Comparator.comparingInt(PlannedCustomer::customer))
                    .toList();
            try (TableWriter writer = commit.writer(TABLE)) {
                rows.forEach(customer -> write(writer, plan, customer));
            }
            commit.publish(List.of(
                    new LoadRecord(plan.id(), "plan " + plan.campaign().code(), TABLE, rows.size(), 0, plan.asOf())));
        }
    }

    private static void write(TableWriter writer, Plan plan, PlannedCustomer customer) {
        Campaign campaign = plan.campaign();
        long asOf = plan.asOf().getEpochSecond() * 1_000_000;
        long id = Fingerprints.number(plan.id() + "|" + customer.customer() + "|" + campaign.offer());
        writer.row(customer.customer(), asOf, asOf, id)
                .text(plan.id())
                .text(campaign.code())
                .text("batch")
                .text(campaign.offer())
                .text(customer.chosen().map(c -> c.channel().code()).orElse(null))
                .absent()
                .absent()
                .text(customer.grade().name())
                .text(customer.chosen().isPresent() ? "chosen" : "withheld")
                .text(customer.refusals().stream().map(ReasonCode::name).collect(Collectors.joining(";")))
                .number(customer.probability().value())
                .absent()
                .text(customer.contributions().stream()
                        .limit(CONTRIBUTIONS)
                        .map(c -> String.format(
                                Locale.ROOT, "%s=%.4f", c.feature().name(), c.logOdds()))
                        .collect(Collectors.joining(";")))
                .absent()
                .absent()
                .absent()
                .money(campaign.success().fen());
        customer.chosen()
                .ifPresentOrElse(
                        c -> writer.money(c.channel().cost().fen())
                                .money(c.expectedValue().fen())
                                .integer(c.rank()),
                        () -> writer.absent().money(Money.ZERO.fen()).absent());
        writer.text(plan.model().dataHash().substring(0, 12))
                .text(campaign.version())
                .key(plan.snapshot())
                .text(plan.model().codeVersion())
                .end();
    }
}
