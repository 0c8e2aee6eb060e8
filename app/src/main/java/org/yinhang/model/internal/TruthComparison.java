package org.yinhang.model.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.yinhang.core.fault.FaultException;
import org.yinhang.demobank.CustomerTruth;
import org.yinhang.demobank.DemoBank;
import org.yinhang.demobank.Truth;
import org.yinhang.demobank.contact.Channel;
import org.yinhang.demobank.contact.Offer;
import org.yinhang.lake.Lake;
import org.yinhang.lake.training.ModelDefinition;
import org.yinhang.lake.training.ModelScorer;
import org.yinhang.lake.training.TrainingSets;
import org.yinhang.model.NearnessToTruth;
import org.yinhang.model.NearnessToTruth.Measure;

/**
 * Compares a model with the known truth of the simulated bank, for the customers of the day of training. The truth is only
 * looked at after the model is made.
 */
public final class TruthComparison {

    private static final int MOST = 20_000;
    private static final int HOUR = 10;
    private static final int LOW_RATE = 50_000;
    private static final int HIGH_RATE = 60_000;

    private final Truth truth;
    private final LocalDate day;

    private TruthComparison(Truth truth, LocalDate day) {
        this.truth = truth;
        this.day = day;
    }

    /** The truth of the simulated bank beside a lake, where there is one and it stands on the day before. */
    public static Optional<TruthComparison> beside(Lake lake, LocalDate day) {
        Path folder = real(lake.folder());
        return List.of(folder.resolveSibling("demo-bank"), folder.resolveSibling(folder.getFileName() + "-bank"))
                .stream()
                .filter(Files::isDirectory)
                .flatMap(state -> of(lake, state, day).stream())
                .findFirst();
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<TruthComparison> of(Lake lake, Path state, LocalDate day) {
        try {
            DemoBank bank = DemoBank.resume(lake, state);
            LocalDate stands = bank.businessDate();
            return !day.isBefore(stands) && !day.isAfter(stands.plusDays(1))
                    ? Optional.of(new TruthComparison(bank.truth(), day))
                    : Optional.empty();
        } catch (FaultException e) {
            // A light or unfinished demo bank has no truth.
            return Optional.empty();
        }
    }

    /**
     * How near a model comes; empty where the simulation knows no truth of what it predicts, or has been played a day further
     * meanwhile and remembers that truth no more.
     */
    public Optional<NearnessToTruth> of(ModelScorer scorer, TrainingSets sets) {
        try {
            return known(scorer, sets);
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof NoSuchFileException) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private Optional<NearnessToTruth> known(ModelScorer scorer, TrainingSets sets) {
        ModelDefinition definition = scorer.compiled().definition();
        return switch (definition.family()) {
            case RESPONSE ->
                Offer.ofProduct(definition.id().replace("response_", "").toUpperCase(Locale.ROOT))
                        .map(offer -> auc(
                                scorer,
                                sets,
                                person ->
                                        person.responseWithContact(offer, Channel.CALL, HOUR, offer.referenceRate())));
            case BEHAVIOUR_ANALYSIS -> Optional.of(auc(scorer, sets, TruthComparison::anyOwnAccord));
            case POST_LOAN_MONITORING -> Optional.of(auc(scorer, sets, CustomerTruth::defaultProbability));
            case UPLIFT ->
                Optional.of(ranks(
                        scorer,
                        sets,
                        "uplift_call_l102",
                        person ->
                                person.uplift(Offer.INSTALMENT, Channel.CALL, HOUR, Offer.INSTALMENT.referenceRate())));
            case PRICE_SENSITIVITY ->
                Optional.of(ranks(
                        scorer,
                        sets,
                        "price_effect",
                        person -> person.accepts(Offer.REVOLVING, Channel.CALL, HOUR, HIGH_RATE)
                                - person.accepts(Offer.REVOLVING, Channel.CALL, HOUR, LOW_RATE)));
            case BEST_CONTACT -> Optional.of(choice(scorer, sets));
            case BEHAVIOUR_MANAGEMENT, APPLICATION_SCORECARD, PRE_APPROVAL, COLLECTION, EXPECTED_APPROVAL ->
                Optional.empty();
        };
    }

    private static double anyOwnAccord(CustomerTruth person) {
        double none = 1;
        for (Offer offer : Offer.ALL) {
            none *= 1 - person.responseWithoutContact(offer);
        }
        return 1 - none;
    }

    private NearnessToTruth auc(ModelScorer scorer, TrainingSets sets, ToDoubleFunction<CustomerTruth> probability) {
        TrainingSets.Population population = sets.population(scorer, day, MOST);
        double[] known = known(population, probability);
        double[] scores = scorer.predictions(population.rows()).probabilities();
        return new NearnessToTruth(
                Measure.AUC, known.length, ExpectedAuc.of(scores, known), ExpectedAuc.of(known, known));
    }

    private double[] known(TrainingSets.Population population, ToDoubleFunction<CustomerTruth> value) {
        return IntStream.of(population.customers())
                .mapToDouble(customer -> value.applyAsDouble(truth.of(customer)))
                .toArray();
    }

    private NearnessToTruth ranks(
            ModelScorer scorer, TrainingSets sets, String tag, ToDoubleFunction<CustomerTruth> effect) {
        TrainingSets.Population population = sets.population(scorer, day, MOST);
        double[] known = known(population, effect);
        ModelDefinition.Score score = scorer.compiled().definition().scores().stream()
                .filter(one -> one.tag().equals(tag))
                .findFirst()
                .orElseThrow();
        double[] scores = ((ModelScorer.Numbers) scorer.values(score.reading(), population.rows())).values();
        return new NearnessToTruth(Measure.RANK_CORRELATION, known.length, correlation(ranks(scores), ranks(known)), 1);
    }

    /** Channels as the model and as the truth would choose them, each judged by the truth. */
    private NearnessToTruth choice(ModelScorer scorer, TrainingSets sets) {
        TrainingSets.Population population = sets.population(scorer, day, MOST);
        ModelDefinition.Score score = scorer.compiled().definition().scores().stream()
                .filter(one -> one.tag().equals("best_channel"))
                .findFirst()
                .orElseThrow();
        ModelScorer.Words words = (ModelScorer.Words) scorer.values(score.reading(), population.rows());
        double chosen = 0;
        double best = 0;
        for (int row = 0; row < population.customers().length; row++) {
            CustomerTruth person = truth.of(population.customers()[row]);
            double[] byChannel = words.words().stream()
                    .mapToDouble(code -> welcome(person, Channel.valueOf(code.toUpperCase(Locale.ROOT))))
                    .toArray();
            chosen += byChannel[words.places()[row]];
            best += Arrays.stream(byChannel).max().orElseThrow();
        }
        int customers = population.customers().length;
        return new NearnessToTruth(Measure.CHOICE, customers, chosen / customers, best / customers);
    }

    private static double welcome(CustomerTruth person, Channel channel) {
        return person.reached(channel, HOUR)
                * person.accepts(Offer.INSTALMENT, channel, HOUR, Offer.INSTALMENT.referenceRate());
    }

    /** Middle ranks, equals sharing theirs. */
    private static double[] ranks(double[] values) {
        int[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> values[row]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] ranks = new double[values.length];
        for (int from = 0; from < order.length; ) {
            int until = from;
            while (until < order.length && values[order[until]] == values[order[from]]) {
                until++;
            }
            for (int i = from; i < until; i++) {
                ranks[order[i]] = (from + until - 1) / 2.0;
            }
            from = until;
        }
        return ranks;
    }

    private static double correlation(double[] x, double[] y) {
        double meanX = Arrays.stream(x).average().orElse(0);
        double meanY = Arrays.stream(y).average().orElse(0);
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xy += (x[i] - meanX) * (y[i] - meanY);
            xx += (x[i] - meanX) * (x[i] - meanX);
            yy += (y[i] - meanY) * (y[i] - meanY);
        }
        return xy / Math.sqrt(xx * yy);
    }
}
