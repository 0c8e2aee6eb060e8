package org.yinhang.core.audience;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.roaringbitmap.ContainerPointer;
import org.roaringbitmap.RoaringBitmap;
import org.yinhang.core.audience.index.Block;
import org.yinhang.core.audience.index.Index;
import org.yinhang.core.evaluation.Ranking;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.learning.ModelKind;
import org.yinhang.core.learning.Predictions;
import org.yinhang.core.learning.ResponseModel;
import org.yinhang.core.learning.ResponseTrainer;
import org.yinhang.core.learning.TrainingSettings;
import org.yinhang.core.progress.Progress;
import org.yinhang.core.table.CategoryColumn;
import org.yinhang.core.table.Column;
import org.yinhang.core.table.Table;
import org.yinhang.core.table.Target;

/**
 * Who of a base resembles a seed: a logistic regression over all tags tells a sample of the seed from a sample of the
 * base, and what it learned is then summed up for everybody.
 */
public final class LookAlike {

    /** Fewer customers teach nothing. */
    private static final int FEWEST = 50;

    /** Every so many-th customer of the samples proves the model instead of teaching it. */
    private static final int HELD_OUT = 5;

    private final Index index;
    private final TagTraits traits;
    private final float[][] weights;
    private final double auc;
    private final List<Influence> influences;

    /**
     * How strongly a tag tells the seed from the others.
     *
     * @param tag its name; of a set with the label
     * @param deviation standard deviation of what it adds to the log odds, over the customers learned from
     */
    public record Influence(String tag, double deviation) {}

    private LookAlike(Index index, TagTraits traits, float[][] weights, double auc, List<Influence> influences) {
        this.index = index;
        this.traits = traits;
        this.weights = weights;
        this.auc = auc;
        this.influences = influences;
    }

    /**
     * Learns what the seed is like.
     *
     * @param seed customers to resemble; those not in the index are left out
     * @param base whom they are told from
     * @throws FaultException when the seed, or the base without it, has fewer than {@value #FEWEST} customers (SEL-1004)
     */
    public static LookAlike learn(Index index, Audience seed, Audience base, LookAlikeSettings settings) {
        Audience everyone = Audience.of(index.everyone());
        Audience known = seed.intersect(everyone);
        Audience others = base.intersect(everyone).except(known);
        if (known.count() < FEWEST || others.count() < FEWEST) {
            throw new FaultException(Fault.of(
                    "SEL-1004",
                    "There are %d customers to resemble and %d to tell them from."
                            .formatted(known.count(), others.count()),
                    "look-alike",
                    "Both must be at least %d: take a larger seed, or a larger base.".formatted(FEWEST)));
        }
        int[] alike = Samples.random(known, settings.mostSeeds(), settings.seed())
                .bitmap()
                .toArray();
        int[] rest = Samples.random(others, settings.mostOthers(), settings.seed() + 1)
                .bitmap()
                .toArray();
        TagTraits traits = TagTraits.of(index, settings.excluded());
        Sampled learned = Sampled.of(alike, rest, false);
        Sampled heldOut = Sampled.of(alike, rest, true);
        ResponseModel model = ResponseTrainer.train(
                learned.table(traits),
                new Target(Sampled.TARGET, "yes"),
                List.of(),
                TrainingSettings.unordered(ModelKind.LOGISTIC, settings.seed()),
                Progress.SILENT);
        double auc = Ranking.of(model.probabilities(traits.table(heldOut.customers)), heldOut.isSeed)
                .auc();
        float[][] weights = weights(traits, model);
        List<Influence> influences = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            TagTraits.Trait trait = traits.traits().get(i);
            influences.add(new Influence(trait.name(), deviation(trait, weights[i], learned.customers)));
        }
        influences.sort((one, other) -> Double.compare(other.deviation, one.deviation));
        return new LookAlike(index, traits, weights, auc, List.copyOf(influences));
    }

    private static double deviation(TagTraits.Trait trait, float[] weights, int[] customers) {
        double sum = 0;
        double squares = 0;
        for (int customer : customers) {
            double weight = weights[trait.of(Block.of(customer), Block.row(customer))];
            sum += weight;
            squares += weight * weight;
        }
        double mean = sum / customers.length;
        return Math.sqrt(Math.max(0, squares / customers.length - mean * mean));
    }

    /** What every class of every trait adds to the log odds, as the model itself says. */
    private static float[][] weights(TagTraits traits, ResponseModel model) {
        Predictions classes = model.score(traits.everyClass());
        float[][] weights = new float[traits.traits().size()][];
        int row = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = new float[traits.traits().get(i).size()];
            for (int of = 0; of < weights[i].length; of++) {
                weights[i][of] = (float) classes.contribution(row++, i);
            }
        }
        return weights;
    }

    /** Customers of both kinds. */
    private record Sampled(int[] customers, boolean[] isSeed) {

        /** No tag is called so. */
        static final String TARGET = "is of the seed";

        static Sampled of(int[] alike, int[] rest, boolean heldOut) {
            int[] both =
                    IntStream.concat(Arrays.stream(alike), Arrays.stream(rest)).toArray();
            int[] chosen = IntStream.range(0, both.length)
                    .filter(i -> (i % HELD_OUT == 0) == heldOut)
                    .toArray();
            boolean[] isSeed = new boolean[chosen.length];
            for (int i = 0; i < chosen.length; i++) {
                isSeed[i] = chosen[i] < alike.length;
            }
            return new Sampled(Arrays.stream(chosen).map(i -> both[i]).toArray(), isSeed);
        }

        Table table(TagTraits traits) {
            List<Column> columns = new ArrayList<>(traits.table(customers).columns());
            columns.add(CategoryColumn.of(
                    TARGET,
                    IntStream.range(0, isSeed.length)
                            .mapToObj(i -> isSeed[i] ? "yes" : "no")
                            .toList()));
            return Table.of("customers", columns);
        }
    }

    /**
     * How well the model tells customers of the seed from others it has not seen: the chance that one of the seed scores
     * higher, 0.5 is guessing. Near 1 means that some tag defines the seed: exclude it.
     */
    public double auc() {
        return auc;
    }

    /** Every tag by how much it tells, the most telling first. */
    public List<Influence> influences() {
        return influences;
    }

    /**
     * The customers most like the seed; of equally alike ones those with the lower number.
     *
     * @param among whom to choose from, usually a base without the seed
     * @param size how many, at least 0
     */
    public Audience nearest(Audience among, int size, Workers workers) {
        RoaringBitmap there = RoaringBitmap.and(among.bitmap(), index.everyone());
        int count = there.getCardinality();
        if (size >= count) {
            return Audience.owning(there);
        }
        float[][] scores = new float[index.blocks()][0];
        int[][] customers = new int[index.blocks()][0];
        for (ContainerPointer at = there.getContainerPointer(); at.getContainer() != null; at.advance()) {
            int[] numbers = new int[at.getCardinality()];
            at.getContainer().fillLeastSignificant16bits(numbers, 0, at.key() << 16);
            customers[at.key()] = numbers;
        }
        workers.run(scores.length, block -> scores[block] = scores(block, customers[block]));
        float[] sorted = new float[count];
        int filled = 0;
        for (float[] some : scores) {
            System.arraycopy(some, 0, sorted, filled, some.length);
            filled += some.length;
        }
        Arrays.parallelSort(sorted);
        float last = size == 0 ? Float.POSITIVE_INFINITY : sorted[count - size];
        int better = count - upperBound(sorted, last);
        return chosen(scores, customers, last, size - better);
    }

    private static Audience chosen(float[][] scores, int[][] customers, float last, int ofLast) {
        RoaringBitmap chosen = new RoaringBitmap();
        int left = ofLast;
        for (int block = 0; block < scores.length; block++) {
            float[] some = scores[block];
            for (int i = 0; i < some.length; i++) {
                if (some[i] > last || (some[i] == last && left-- > 0)) {
                    chosen.add(customers[block][i]);
                }
            }
        }
        return Audience.owning(chosen);
    }

    /** How many of rising numbers are at most one. */
    private static int upperBound(float[] sorted, float number) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private float[] scores(int block, int[] customers) {
        float[] sums = new float[customers.length];
        for (int i = 0; i < weights.length; i++) {
            TagTraits.Trait trait = traits.traits().get(i);
            for (int c = 0; c < customers.length; c++) {
                sums[c] += weights[i][trait.of(block, customers[c] & 0xFFFF)];
            }
        }
        return sums;
    }
}
