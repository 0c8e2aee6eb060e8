package org.yinhang.lake.training;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.lake.training.ModelDefinition.Schedule;
import org.yinhang.lake.training.ModelDefinition.Step;

/**
 * The days of the past a model looks back from, the oldest first. A day is mature when its outcomes have happened and been
 * recorded by the day of training; of facts, those of the whole step after it.
 *
 * @param days first days of a month or Mondays
 * @param learned how many of the oldest are learned from; the others are kept for judging
 */
public record ObservationDays(List<LocalDate> days, int learned) {

    public ObservationDays {
        days = List.copyOf(days);
    }

    /**
     * Chooses the newest mature days.
     *
     * @param asOf the day of training; nothing of it or later is known
     * @param first the first day of which the lake has facts
     * @throws FaultException MDL-1020 when there are too few, with the first possible day of training
     */
    static ObservationDays of(ModelDefinition model, LocalDate asOf, LocalDate first) {
        Schedule schedule = model.schedule();
        LocalDate earliest = onOrAfter(first.plusDays(schedule.history()), schedule.every());
        List<LocalDate> days = new ArrayList<>();
        for (LocalDate day = newest(model, asOf);
                !day.isBefore(earliest) && days.size() < schedule.count();
                day = before(day, schedule.every())) {
            days.addFirst(day);
        }
        if (days.size() <= schedule.heldOut()) {
            LocalDate last = earliest;
            for (int i = 0; i < schedule.heldOut(); i++) {
                last = after(last, schedule.every());
            }
            throw new FaultException(Fault.of(
                    "MDL-1020",
                    "Model '%s' cannot be trained as of %s: the facts it reads begin on %s."
                            .formatted(model.id(), asOf, first),
                    model.where(),
                    "Train it as of %s or later, or ask for a shorter history or window."
                            .formatted(mature(model, last))));
        }
        return new ObservationDays(days, days.size() - schedule.heldOut());
    }

    /**
     * The same days where facts do not occur in every step, such as contacts about a product whose campaign comes twice a
     * year: the newest days that have rows are kept for judging, no more than a third of them.
     *
     * @param dayOf the position of each row's day
     */
    ObservationDays withRows(int[] dayOf) {
        int[] having = IntStream.of(dayOf).distinct().sorted().toArray();
        int kept = Math.min(days.size() - learned, Math.max(1, having.length / 3));
        return having.length < 2 ? this : new ObservationDays(days, having[having.length - kept]);
    }

    /** Whether a day is kept for judging. */
    boolean isHeldOut(int day) {
        return day >= learned;
    }

    /** Whether what became of a day learned from was not yet known on the first day kept for judging. */
    boolean isLate(ModelDefinition model, int day) {
        return mature(model, days.get(day)).isAfter(days.get(learned));
    }

    private static LocalDate newest(ModelDefinition model, LocalDate asOf) {
        Step every = model.schedule().every();
        LocalDate day = onOrAfter(asOf, every);
        while (mature(model, day).isAfter(asOf)) {
            day = before(day, every);
        }
        return day;
    }

    /** The first day as of which everything about an observation day is known. */
    static LocalDate mature(ModelDefinition model, LocalDate day) {
        LocalDate last =
                model.isOfFacts() ? after(day, model.schedule().every()).minusDays(1) : day;
        return last.plusDays((long) model.window() + model.maturity());
    }

    private static LocalDate onOrAfter(LocalDate day, Step every) {
        return switch (every) {
            case WEEK -> day.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.getDayOfMonth() == 1 ? day : day.with(TemporalAdjusters.firstDayOfNextMonth());
        };
    }

    static LocalDate after(LocalDate day, Step every) {
        return switch (every) {
            case WEEK -> day.plusWeeks(1);
            case MONTH -> day.plusMonths(1);
        };
    }

    private static LocalDate before(LocalDate day, Step every) {
        return switch (every) {
            case WEEK -> day.minusWeeks(1);
            case MONTH -> day.minusMonths(1);
        };
    }
}
