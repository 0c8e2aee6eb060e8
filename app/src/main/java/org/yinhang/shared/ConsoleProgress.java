package org.yinhang.shared;

import java.io.Console;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;
import org.yinhang.core.progress.Progress;

/**
 * Shows progress to the person who typed a command: one bar that redraws itself on a terminal, otherwise one plain line
 * for each new step and each tenth of it. Safe to call from several threads.
 */
public final class ConsoleProgress implements Progress {

    private static final int BAR_WIDTH = 28;
    private static final int TENTHS = 10;

    private final PrintStream out;
    private final boolean terminal;
    private String step = "";
    private long shown = -1;
    private int drawnWidth;

    private ConsoleProgress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** Reports on standard error, so that what a program reads from standard output stays clean. */
    public static ConsoleProgress onStandardError() {
        boolean terminal = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .isPresent();
        return new ConsoleProgress(System.err, terminal);
    }

    /**
     * Reports to a stream.
     *
     * @param terminal whether lines can be redrawn there
     */
    public static ConsoleProgress to(PrintStream out, boolean terminal) {
        return new ConsoleProgress(out, terminal);
    }

    @Override
    public synchronized void report(String newStep, long done, long total) {
        boolean sameStep = newStep.equals(step);
        long part = total > 0 ? done * (terminal ? BAR_WIDTH : TENTHS) / total : terminal ? done : 0;
        if (sameStep && part <= shown) {
            return;
        }
        step = newStep;
        shown = part;
        if (terminal) {
            redraw(line(newStep, done, total));
        } else {
            out.println(total > 0 ? "%s: %d of %d".formatted(newStep, done, total) : newStep);
            out.flush();
        }
    }

    /** Clears the bar, so that what is printed next begins on an empty line. */
    public synchronized void finish() {
        if (terminal && drawnWidth > 0) {
            redraw("");
            out.print('\r');
            out.flush();
        }
        step = "";
        shown = -1;
    }

    private static String line(String step, long done, long total) {
        if (total <= 0) {
            return done > 0 ? String.format(Locale.ROOT, "%s  %,d", step, done) : step;
        }
        int filled = (int) (done * BAR_WIDTH / total);
        return String.format(
                Locale.ROOT,
                "%s  %s%s %3d%%  %d/%d",
                step,
                "█".repeat(filled),
                "░".repeat(BAR_WIDTH - filled),
                done * 100 / total,
                done,
                total);
    }

    private void redraw(String line) {
        out.print('\r' + line + " ".repeat(Math.max(0, drawnWidth - line.length())));
        out.flush();
        drawnWidth = line.length();
    }
}
