package org.yinhang.decision.rehearsal;

import java.util.Formatter;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/** A rehearsal as a program or a person reads it at the console. */
final class RehearsalText {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST_REASONS = 12;

    private RehearsalText() {}

    static String json(Rehearsal rehearsal) {
        return JSON.writeValueAsString(rehearsal) + System.lineSeparator();
    }

    static String plain(Rehearsal of) {
        Formatter text = new Formatter(Locale.ROOT);
        text.format(
                "Applications %s to %s: %,d (%,d more for products that do not lend)%n",
                of.from(), of.until().minusDays(1), of.applications(), of.left());
        text.format("%-28s %15s %15s%n", "", "in force", "with change");
        row(text, "passed", of.before().passed(), of.after().passed());
        row(text, "referred to a person", of.before().referred(), of.after().referred());
        row(text, "refused", of.before().refused(), of.after().refused());
        text.format(
                "%-28s %14.3f%% %14.3f%%%n",
                "mean annual rate", of.before().meanRatePpm() / 1e4, of.after().meanRatePpm() / 1e4);
        yuan(text, "limits", of.before().limitFen(), of.after().limitFen());
        yuan(text, "expected loss", of.before().lossFen(), of.after().lossFen());
        yuan(text, "expected margin", of.before().marginFen(), of.after().marginFen());
        row(text, "above a cost cap", of.before().capBreaches(), of.after().capBreaches());
        text.format(
                "%nWhat really happened: %,d approved, %,d paid out, %,d bad (%.2f%%)%n",
                of.really().approved(),
                of.really().disbursed(),
                of.really().bad(),
                100 * of.really().badRate());
        for (Rehearsal.Swap swap : of.swaps()) {
            text.format(
                    "  %-10s %,8d applications: %,d really approved, %,d paid out, %,d bad (%.2f%%)%n",
                    swap.kind(),
                    swap.really().applications(),
                    swap.really().approved(),
                    swap.really().disbursed(),
                    swap.really().bad(),
                    100 * swap.really().badRate());
        }
        text.format("%,d customers would be told something else%n%nReasons%n", of.changedInAll());
        of.reasons().stream()
                .limit(MOST_REASONS)
                .forEach(reason -> row(text, reason.code(), reason.before(), reason.after()));
        Rehearsal.Study study = of.study();
        if (study == null) {
            text.format("%nToo few outcomes are known to judge the loans let through.%n");
        } else {
            text.format(
                    "%nShare of bad loans, judged by %,d outcomes (%,d bad) of %,d applications%n",
                    study.outcomes(), study.bad(), study.applications());
            estimates(text, "inverse propensity", study.weighedBefore(), study.weighedAfter());
            estimates(text, "doubly robust", study.robustBefore(), study.robustAfter());
            text.format(
                    "  bad loans for every 1,000 applications change by %.2f (%.2f to %.2f)%n",
                    study.change().value(), study.change().low(), study.change().high());
            text.format(
                    "  %.1f%% of those let through have like ones that were lent to; worth %,.0f loans seen%n",
                    100 * study.supported(), study.evidence());
        }
        return text.toString();
    }

    private static void estimates(Formatter text, String name, Rehearsal.Estimate before, Rehearsal.Estimate after) {
        text.format(
                "  %-18s in force %.2f%% (%.2f to %.2f), with change %.2f%% (%.2f to %.2f)%n",
                name,
                100 * before.value(),
                100 * before.low(),
                100 * before.high(),
                100 * after.value(),
                100 * after.low(),
                100 * after.high());
    }

    private static void row(Formatter text, String name, int before, int after) {
        text.format("%-28s %,15d %,15d%n", name, before, after);
    }

    private static void yuan(Formatter text, String name, long before, long after) {
        text.format("%-28s %,15d %,15d%n", name + ", yuan", before / 100, after / 100);
    }
}
