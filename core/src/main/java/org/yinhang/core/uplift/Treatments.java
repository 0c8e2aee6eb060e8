package org.yinhang.core.uplift;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.fault.Faults;
import org.yinhang.core.table.Table;
import org.yinhang.core.table.Target;

/**
 * Who was approached how, and who was left alone.
 *
 * @param treated one condition a treatment, at least one
 * @param control who was left alone; everybody else where it is empty
 */
public record Treatments(List<Target> treated, Optional<Target> control) {

    /** The arm of a row that is neither treated nor control. */
    public static final int NONE = -1;

    /** The arm of the control group; treatments follow from 1. */
    public static final int CONTROL = 0;

    public Treatments {
        treated = List.copyOf(treated);
        if (treated.isEmpty()) {
            throw new IllegalArgumentException("treated: none (expected: at least one condition)");
        }
    }

    /** Columns that say who was treated, which no model may learn from. */
    public Set<String> columns() {
        Set<String> columns = new LinkedHashSet<>();
        treated.forEach(condition -> columns.add(condition.column()));
        control.ifPresent(condition -> columns.add(condition.column()));
        return columns;
    }

    /** The number of arms, control included. */
    public int arms() {
        return treated.size() + 1;
    }

    /** What an arm is called, such as {@code segment=Womens E-Mail}. */
    public String name(int arm) {
        if (arm == CONTROL) {
            return control.map(Target::toString).orElse("others");
        }
        return treated.get(arm - 1).toString();
    }

    /**
     * The arm of each row: {@link #NONE}, {@link #CONTROL} or 1 and up, in the order of {@link #treated()}.
     *
     * @throws FaultException when a column is not there (TAB-1004), a condition holds for no row (UPL-1001) or a row meets two
     *     conditions (UPL-1002)
     */
    public int[] arms(Table table) {
        Faults faults = new Faults();
        int[] arms = new int[table.size()];
        Arrays.fill(arms, control.isPresent() ? NONE : CONTROL);
        boolean[] taken = new boolean[table.size()];
        for (int arm = 1; arm <= treated.size(); arm++) {
            int number = arm;
            Target condition = treated.get(arm - 1);
            faults.attempt(() -> assign(table, condition, number, "--treatment", arms, taken));
        }
        control.ifPresent(
                condition -> faults.attempt(() -> assign(table, condition, CONTROL, "--control", arms, taken)));
        faults.raise();
        if (Arrays.stream(arms).noneMatch(arm -> arm == CONTROL)) {
            throw new FaultException(Fault.of(
                    "UPL-1001",
                    "No row is left for the control group.",
                    table.name(),
                    "An effect needs customers who were left alone; name them with --control."));
        }
        return arms;
    }

    private static void assign(Table table, Target condition, int arm, String option, int[] arms, boolean[] taken) {
        boolean[] matches = condition.matches(table);
        if (IntStream.range(0, matches.length).noneMatch(row -> matches[row])) {
            throw new FaultException(Fault.of(
                    "UPL-1001",
                    "No row meets '%s'.".formatted(condition),
                    table.name() + ", " + option,
                    "Write COLUMN=VALUE with a value that occurs."));
        }
        for (int row = 0; row < matches.length; row++) {
            if (matches[row] && taken[row]) {
                throw new FaultException(Fault.of(
                        "UPL-1002",
                        "Row %d meets '%s' and another condition as well.".formatted(row + 1, condition),
                        table.name() + ", " + option,
                        "A customer belongs to one group only; write conditions that exclude each other."));
            }
            if (matches[row]) {
                arms[row] = arm;
                taken[row] = true;
            }
        }
    }
}
