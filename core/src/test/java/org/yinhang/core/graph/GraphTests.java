package org.yinhang.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GraphTests {

    private static Graph twoCliques() {
        Graph.Builder builder = new Graph.Builder(10);
        for (int one = 0; one < 4; one++) {
            for (int other = one + 1; other < 4; other++) {
                builder.tie(one, other, 1);
                builder.tie(one + 4, other + 4, 1);
            }
        }
        builder.tie(3, 4, 0.1f);
        builder.tie(9, 9, 1);
        builder.tie(2, 77, 1);
        return builder.build();
    }

    @Test
    void namesACommunityByItsSmallestMember() {
        assertThat(Communities.of(twoCliques())).containsExactly(0, 0, 0, 0, 4, 4, 4, 4, -1, -1);
    }

    @Test
    void givesTheMiddleOfAStarTheAttentionOfAll() {
        Graph.Builder builder = new Graph.Builder(6);
        for (int leaf = 1; leaf < 6; leaf++) {
            builder.tie(0, leaf, 1);
        }
        double[] influence = Influence.of(builder.build());
        // Rank of the centre c and of a leaf l solve c = 0.15 + 0.85·5l, l = 0.15 + 0.85·c/5.
        double centre = (0.15 + 0.85 * 5 * 0.15) / (1 - 0.85 * 0.85);
        assertThat(influence[0]).isCloseTo(centre, within(1e-6));
        assertThat(influence[1]).isCloseTo(0.15 + 0.85 * centre / 5, within(1e-6));
    }

    @Test
    void keepsTheAverageInfluenceAtOne() {
        Random random = new Random(3);
        Graph.Builder builder = new Graph.Builder(500);
        for (int i = 0; i < 2_000; i++) {
            builder.tie(random.nextInt(400), random.nextInt(400), 0.1f + random.nextFloat());
        }
        double sum = 0;
        int tied = 0;
        for (double one : Influence.of(builder.build())) {
            sum += Double.isNaN(one) ? 0 : one;
            tied += Double.isNaN(one) ? 0 : 1;
        }
        assertThat(sum / tied).isCloseTo(1, within(1e-6));
        assertThat(tied).isLessThanOrEqualTo(400);
    }

    @Test
    void saysNothingAboutWhoHasNoTies() {
        assertThat(Influence.of(twoCliques())[9]).isNaN();
        assertThat(twoCliques().degree(2)).isEqualTo(3);
    }

    @Test
    void countsOnceWhoIsMetTwiceOnTheWay() {
        Graph.Builder builder = new Graph.Builder(6);
        builder.tie(0, 1, 1);
        builder.tie(0, 1, 2);
        builder.tie(1, 2, 1);
        builder.tie(0, 2, 1);
        builder.tie(2, 3, 1);
        builder.tie(3, 4, 1);
        BitSet marked = BitSet.valueOf(new long[] {0b011011});
        Surroundings around = new Surroundings(builder.build(), marked);
        assertThat(around.ties(0)).as("of 1 and 2 the first").isEqualTo(1);
        assertThat(around.chain(0)).as("1 and 3, not 0 itself, not 4").isEqualTo(2);
        assertThat(around.share(0)).isEqualTo(0.75);
        assertThat(around.chain(4)).as("3 alone: 2 is not marked").isEqualTo(1);
        assertThat(around.ties(5)).isZero();
        assertThat(around.share(5)).isNaN();
    }
}
