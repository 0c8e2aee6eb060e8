package org.yinhang.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.yinhang.core.progress.Progress;

/** Kills work at the first report of each kind of step, and begins it again until it comes to its end. */
final class Killing {

    private final BooleanSupplier when;
    private final Set<String> steps = new LinkedHashSet<>();

    /** @param when from what moment on it kills */
    Killing(BooleanSupplier when) {
        this.when = when;
    }

    /** Work that reports its progress. */
    interface Work {
        void run(Progress progress) throws Exception;
    }

    void untilDone(Work work) throws Exception {
        for (boolean isDone = false; !isDone; ) {
            try {
                work.run(this::report);
                isDone = true;
            } catch (IllegalStateException e) {
                assertThat(e).hasMessage("killed");
            }
        }
    }

    private void report(String step, long done, long total) {
        if (when.getAsBoolean() && steps.add(step.replaceAll("[0-9-]+", ""))) {
            throw new IllegalStateException("killed");
        }
    }

    /** The kinds of steps at which it killed. */
    Set<String> steps() {
        return steps;
    }
}
