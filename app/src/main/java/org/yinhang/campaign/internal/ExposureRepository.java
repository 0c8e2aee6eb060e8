package org.yinhang.campaign.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinhang.campaign.ArmAssignment;
import org.yinhang.campaign.Assignment;
import org.yinhang.shared.Lot;

/** Which arm of which experiment a customer belongs to, from the first time they are chosen. */
@Repository
public class ExposureRepository {

    private final JdbcClient jdbc;

    ExposureRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The standing hold-out.
     *
     * @param salt of its assignment
     * @param parts ten-thousandths of all customers
     */
    public record HoldOut(String salt, int parts) {

        /** Where a customer belongs. */
        public String arm(int customer) {
            return Lot.place(salt, customer) < parts ? Assignment.HELD : Assignment.FREE;
        }

        /** The probability of an arm. */
        public double probability(String arm) {
            double held = (double) parts / Lot.PARTS;
            return arm.equals(Assignment.HELD) ? held : 1 - held;
        }
    }

    public HoldOut holdOut() {
        return jdbc.sql("SELECT salt, share_parts FROM hold_out")
                .query((row, _) -> new HoldOut(row.getString("salt"), row.getInt("share_parts")))
                .single();
    }

    /**
     * The arms of customers. Whoever has one keeps it, whatever the rule says today; the others get theirs now.
     *
     * @param customers some thousand
     * @param rule the arm of a customer who has none
     * @param probability with which that arm was to be expected
     * @param at the business instant
     */
    public Map<Integer, String> assign(
            String experiment,
            List<Integer> customers,
            IntFunction<String> rule,
            ToDoubleFunction<String> probability,
            Instant at) {
        List<String> chosen = customers.stream().map(rule::apply).toList();
        jdbc.sql("""
                INSERT INTO exposure (experiment, customer, arm, probability, assigned_at)
                SELECT :experiment, n.customer, n.arm, n.probability, :at
                FROM unnest(:customers::int[], :arms::text[], :probabilities::float8[])
                     AS n (customer, arm, probability)
                ON CONFLICT DO NOTHING""")
                .param("experiment", experiment)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("customers", customers.toArray(Integer[]::new))
                .param("arms", chosen.toArray(String[]::new))
                .param(
                        "probabilities",
                        chosen.stream().map(probability::applyAsDouble).toArray(Double[]::new))
                .update();
        Map<Integer, String> arms = new HashMap<>();
        jdbc.sql("SELECT customer, arm FROM exposure WHERE experiment = ? AND customer = ANY(?)")
                .params(experiment, customers.toArray(Integer[]::new))
                .query((row, _) -> arms.put(row.getInt("customer"), row.getString("arm")))
                .list();
        return arms;
    }

    /** How many customers each arm of an experiment has. */
    public Map<String, Long> counts(String experiment) {
        Map<String, Long> counts = new TreeMap<>();
        jdbc.sql("SELECT arm, count(*) AS customers FROM exposure WHERE experiment = ? GROUP BY arm")
                .param(experiment)
                .query((row, _) -> counts.put(row.getString("arm"), row.getLong("customers")))
                .list();
        return counts;
    }

    /** Everybody an experiment assigned, by customer number. */
    public List<ArmAssignment> all(String experiment) {
        return jdbc.sql("SELECT customer, arm, assigned_at FROM exposure WHERE experiment = ? ORDER BY customer")
                .param(experiment)
                .query((row, _) -> new ArmAssignment(
                        row.getInt("customer"),
                        row.getString("arm"),
                        row.getTimestamp("assigned_at").toInstant()))
                .list();
    }
}
