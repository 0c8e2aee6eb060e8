package org.yinhang.lake.training;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.yinhang.core.learning.ModelKind;
import org.yinhang.core.learning.TrainingSettings.Direction;
import org.yinhang.lake.tag.Tag;

/**
 * One declared model: what it learns, from whom, and what its scores are called. {@code docs/models.md} explains every part.
 *
 * @param id identifier, lower case with underscores
 * @param zh Chinese name
 * @param en English name
 * @param note what a banker should know about it, in Chinese; may be empty
 * @param family where in the life of a customer it helps
 * @param governance who answers for it, what for, and on which legal basis
 * @param rows where its rows come from
 * @param population who takes part, a condition as of the observation day
 * @param features what it may learn from
 * @param outcome what counts as a success, as of {@code window} days after the observation day
 * @param window days after the observation day within which the outcome happens
 * @param maturity further days until everything about those days is recorded
 * @param schedule which days of the past are looked at
 * @param kind which family of learners
 * @param seed of every random choice
 * @param fairness tags whose groups the model must not treat differently; looked at, never learned from
 * @param scores what is written about every customer
 * @param where file and line of its declaration
 */
public record ModelDefinition(
        String id,
        String zh,
        String en,
        String note,
        ModelFamily family,
        Tag.Governance governance,
        Source rows,
        String population,
        Features features,
        String outcome,
        int window,
        int maturity,
        Schedule schedule,
        ModelKind kind,
        long seed,
        List<String> fairness,
        List<Score> scores,
        String where) {

    public ModelDefinition {
        fairness = List.copyOf(fairness);
        scores = List.copyOf(scores);
    }

    /** Where rows come from. */
    public sealed interface Source {}

    /** One row a customer and observation day. */
    public record EveryCustomer() implements Source {}

    /**
     * One row a fact of a table, such as a contact or a random assignment.
     *
     * @param table the table of facts
     * @param where which of its rows, a condition over its columns; empty for all
     */
    public record EveryFact(String table, String where) implements Source {}

    /**
     * What a model may learn from.
     *
     * @param tags tags as of the observation day
     * @param expressions further values as of the observation day
     * @param ofRow values of the row itself: its columns, and facts before the row's own day
     * @param monotone by feature: which way alone the probability may go as its number grows
     */
    public record Features(
            List<String> tags, List<Expressed> expressions, List<Expressed> ofRow, Map<String, Direction> monotone) {

        public Features {
            tags = List.copyOf(tags);
            expressions = List.copyOf(expressions);
            ofRow = List.copyOf(ofRow);
            monotone = Collections.unmodifiableMap(new TreeMap<>(monotone));
        }
    }

    /**
     * A feature with an expression of its own.
     *
     * @param assume what it is taken to be when a customer is scored who has no such row, an expression as of the day of
     *     scoring; empty where the expression itself can be asked of any customer
     */
    public record Expressed(String id, String zh, String en, String text, Optional<String> assume, String where) {}

    /**
     * Which days of the past are looked at.
     *
     * @param every how far apart observation days lie; they are first days of a month or Mondays
     * @param count how many at most, the newest mature ones
     * @param heldOut how many of the newest are kept for judging and not learned from
     * @param history days of facts there must be before the first
     * @param sample most rows of each observation day, chosen by a hash of customer and day
     */
    public record Schedule(Step every, int count, int heldOut, int history, int sample) {

        /** Most days of a window, of a history, and of observation. */
        public static final int LONGEST = 3_650;

        /** Most rows of all observation days together. */
        public static final int MOST_ROWS = 10_000_000;
    }

    /** How far apart observation days lie. */
    public enum Step {
        WEEK,
        MONTH
    }

    /**
     * What is written about every customer of the population.
     *
     * @param tag the tag that holds it
     * @param reading how it follows from the model
     */
    public record Score(String tag, Reading reading) {}

    /** How a score follows from what the model says. */
    public sealed interface Reading {}

    /** The probability of success. */
    public record Probability() implements Reading {}

    /**
     * The value of one feature with which success is most likely.
     *
     * @param feature the feature that is varied
     * @param values the values tried, in order; of equals the first wins
     */
    public record Best(String feature, List<String> values) implements Reading {

        public Best {
            values = List.copyOf(values);
        }
    }

    /**
     * How much the probability of success changes when one feature goes from one value to another.
     *
     * @param feature the feature that is changed
     * @param from the value before
     * @param to the value after
     * @param given what other features are taken to be in both
     */
    public record Change(String feature, String from, String to, Map<String, String> given) implements Reading {

        public Change {
            given = Collections.unmodifiableMap(new TreeMap<>(given));
        }

        /** Without anything given the same words as ever: the fingerprints of champions in force rest on them. */
        @Override
        public String toString() {
            return "Change[feature=%s, from=%s, to=%s%s]"
                    .formatted(feature, from, to, given.isEmpty() ? "" : ", given=" + given);
        }
    }

    /** Whether both foretell the same outcome about the same rows, whatever they learn from and when. */
    public boolean foretellsTheSameAs(ModelDefinition other) {
        return rows.equals(other.rows)
                && population.equals(other.population)
                && outcome.equals(other.outcome)
                && window == other.window;
    }

    /** SHA-256 of everything the declaration says, wherever it stands, in hexadecimal. */
    public String fingerprint() {
        List<String> said = List.of(
                id,
                zh,
                en,
                note,
                family.name(),
                governance.owner() + governance.purposes() + governance.basis() + governance.bureauPurpose(),
                rows.toString(),
                population,
                features.tags().toString(),
                said(features.expressions()),
                said(features.ofRow()),
                outcome,
                window + " " + maturity,
                schedule.toString(),
                kind + " " + seed,
                fairness.toString(),
                scores.toString() + (features.monotone().isEmpty() ? "" : "\n" + features.monotone()));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", said).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String said(List<Expressed> expressions) {
        return expressions.stream()
                .map(one -> String.join("|", one.id, one.zh, one.en, one.text, one.assume.orElse("")))
                .collect(Collectors.joining(";"));
    }

    /** Whether its rows are facts rather than customers. */
    public boolean isOfFacts() {
        return rows instanceof EveryFact;
    }
}
