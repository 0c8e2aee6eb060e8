package org.yinhang.insight;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yinhang.core.experiment.Experiment;
import org.yinhang.core.experiment.Moments;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.table.CategoryColumn;
import org.yinhang.core.table.Column;
import org.yinhang.core.table.NumericColumn;
import org.yinhang.core.table.Table;

/** The arms of an experiment as a table of its units tells them. */
final class ExperimentTable {

    private static final int MOST_ARMS = 50;

    private final Table table;
    private final Column arm;
    private final double[] goal;
    private final double[] companion;
    private final Map<String, double[]> guardrails = new LinkedHashMap<>();

    /**
     * Reads the columns.
     *
     * @throws FaultException with every column that is not there, not a number or has gaps: an outcome that is missing in one
     *     arm more than in the other would be counted as a difference
     */
    ExperimentTable(Table table, String arm, String metric, @Nullable String companion, Collection<String> guardrails) {
        this.table = table;
        List<Fault> faults = new ArrayList<>();
        Set<String> names = new TreeSet<>(guardrails);
        names.add(arm);
        names.add(column(metric));
        if (companion != null) {
            names.add(companion);
        }
        names.stream().filter(name -> table.find(name).isEmpty()).forEach(name -> faults.add(table.noSuchColumn(name)));
        raise(faults);
        this.arm = table.column(arm);
        this.goal = values(metric, faults);
        this.companion = companion == null ? new double[table.size()] : values(companion, faults);
        guardrails.forEach(name -> this.guardrails.put(name, values(name, faults)));
        raise(faults);
    }

    private static void raise(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new FaultException(faults);
        }
    }

    private static String column(String metric) {
        int equals = metric.indexOf('=');
        return equals < 0 ? metric : metric.substring(0, equals);
    }

    private double[] values(String metric, List<Fault> faults) {
        Column column = table.column(column(metric));
        String wanted = metric.contains("=") ? metric.substring(metric.indexOf('=') + 1) : null;
        if (wanted == null && column instanceof CategoryColumn) {
            faults.add(Fault.of(
                    "INS-1004",
                    "Column '%s' is not a number.".formatted(column.name()),
                    table.name(),
                    "Say which value counts, such as %s=yes.".formatted(column.name())));
            return new double[0];
        }
        double[] values = new double[table.size()];
        long missing = 0;
        for (int row = 0; row < values.length; row++) {
            missing += column.isMissing(row) ? 1 : 0;
            values[row] = value(column, row, wanted);
        }
        if (missing > 0) {
            faults.add(Fault.of(
                    "INS-1005",
                    "Column '%s' is missing in %,d of %,d rows.".formatted(column.name(), missing, values.length),
                    table.name(),
                    "Fill in what it means, such as 0, or leave the unit out of every arm alike."));
        }
        return values;
    }

    private static double value(Column column, int row, @Nullable String wanted) {
        if (wanted != null) {
            return column.text(row).equals(wanted) ? 1 : 0;
        }
        return switch (column) {
            case NumericColumn numbers -> numbers.value(row);
            case CategoryColumn words -> Double.NaN;
        };
    }

    /** The arms by name, each with its planned share, equal where none is given. */
    List<Experiment.Arm> arms(Map<String, BigDecimal> shares) {
        Map<String, Integer> places = new TreeMap<>();
        for (int row = 0; row < table.size(); row++) {
            places.merge(arm.text(row), 1, Integer::sum);
        }
        List<Fault> faults = new ArrayList<>();
        if (places.size() > MOST_ARMS) {
            faults.add(Fault.of(
                    "INS-1006",
                    "Column '%s' has %d different values.".formatted(arm.name(), places.size()),
                    table.name(),
                    "Name the column of the arms; there are at most %d.".formatted(MOST_ARMS)));
        }
        if (!shares.isEmpty() && !shares.keySet().equals(places.keySet())) {
            faults.add(Fault.of(
                    "INS-1007",
                    "The planned shares are not those of the arms.",
                    "--share",
                    "Give one for each of %s.".formatted(String.join(", ", places.keySet()))));
        }
        raise(faults);
        List<Experiment.Arm> arms = new ArrayList<>();
        places.keySet().forEach(name -> arms.add(arm(name, shares)));
        return arms;
    }

    private Experiment.Arm arm(String name, Map<String, BigDecimal> shares) {
        Moments goals = Moments.NONE;
        Map<String, Moments> rails = new TreeMap<>();
        for (int row = 0; row < table.size(); row++) {
            if (arm.text(row).equals(name)) {
                goals = goals.plus(goal[row], companion[row]);
            }
        }
        guardrails.forEach((metric, values) -> {
            Moments moments = Moments.NONE;
            for (int row = 0; row < values.length; row++) {
                if (arm.text(row).equals(name)) {
                    moments = moments.plus(values[row]);
                }
            }
            rails.put(metric, moments);
        });
        return new Experiment.Arm(
                name, shares.getOrDefault(name, BigDecimal.ONE).doubleValue(), goals, rails);
    }
}
