package org.yinhang.lake.tag;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.yinhang.core.graph.Communities;
import org.yinhang.core.graph.Graph;
import org.yinhang.core.graph.Influence;
import org.yinhang.core.graph.Surroundings;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.predicate.FactTable;
import org.yinhang.core.predicate.vector.Dictionary;
import org.yinhang.core.predicate.vector.Vector;
import org.yinhang.lake.Lake;
import org.yinhang.lake.Snapshot;
import org.yinhang.lake.SnapshotTable;
import org.yinhang.lake.fold.FactReader;
import org.yinhang.lake.fold.FactRows;
import org.yinhang.lake.fold.Vectors;
import org.yinhang.lake.tag.Tag.GraphMeasure;

/** Where every customer stands among those related, by the relations known on the as-of day. */
final class GraphColumns {

    private final Optional<Graph> graph;
    private final double[] influence;
    private final int[] community;
    private final int[] size;

    private GraphColumns(Optional<Graph> graph, double[] influence, int[] community, int[] size) {
        this.graph = graph;
        this.influence = influence;
        this.community = community;
        this.size = size;
    }

    /** Works out the measures that a catalogue asks for. */
    static GraphColumns of(Lake lake, Snapshot snapshot, TagCatalogue catalogue, AsOf asOf, int customers) {
        List<GraphMeasure> wanted = catalogue.tags().stream()
                .flatMap(tag -> tag.tag().definition().measure().stream())
                .toList();
        SnapshotTable relations = snapshot.table("relations");
        if (wanted.isEmpty() || relations.rows() == 0) {
            return new GraphColumns(Optional.empty(), new double[0], new int[0], new int[0]);
        }
        Graph graph = graph(lake, relations, asOf, customers);
        int[] community = Communities.of(graph);
        int[] size = new int[customers];
        Arrays.stream(community).filter(name -> name >= 0).forEach(name -> size[name]++);
        return new GraphColumns(
                wanted.stream().anyMatch(GraphMeasure::isOfOthers) ? Optional.of(graph) : Optional.empty(),
                wanted.contains(GraphMeasure.INFLUENCE) ? Influence.of(graph) : new double[0],
                community,
                size);
    }

    private static Graph graph(Lake lake, SnapshotTable relations, AsOf asOf, int customers) {
        Graph.Builder builder = new Graph.Builder(customers);
        FactReader reader = new FactReader(lake.folder(), relations, List.of("other", "strength"), Map.of());
        for (int block = 0; block << Lake.BLOCK_BITS < customers; block++) {
            FactRows rows = reader.read(block);
            long[] instants = rows.wholes(FactTable.OCCURRED_AT);
            long[] others = rows.wholes("other");
            double[] strengths = ((Vector.Reals) rows.column("strength")).values();
            for (int row = 0; row < rows.size(); row++) {
                if (instants[row] < asOf.start()) {
                    float strength = Double.isNaN(strengths[row]) ? 1 : (float) strengths[row];
                    builder.tie((block << Lake.BLOCK_BITS) + rows.customers()[row], (int) others[row], strength);
                }
            }
        }
        return builder.build();
    }

    /** A measure for the customers of a block; missing for who has no relations. */
    Vector values(GraphMeasure measure, int block) {
        int first = block << Lake.BLOCK_BITS;
        return switch (measure) {
            case INFLUENCE -> {
                double[] values = new double[BlockValues.ROWS];
                for (int row = 0; row < values.length; row++) {
                    values[row] = first + row < influence.length ? influence[first + row] : Double.NaN;
                }
                yield new Vector.Reals(values);
            }
            case COMMUNITY, COMMUNITY_SIZE -> {
                long[] values = new long[BlockValues.ROWS];
                for (int row = 0; row < values.length; row++) {
                    int name = first + row < community.length ? community[first + row] : -1;
                    values[row] = name < 0 ? Vector.MISSING : measure == GraphMeasure.COMMUNITY ? name : size[name];
                }
                yield new Vector.Wholes(values);
            }
            case TIES, TIE_SHARE, CHAIN -> throw new IllegalStateException(measure + " is about others");
        };
    }

    /** A measure of who is around the customers of a block, for one thread; missing for who has no relations. */
    IntFunction<Vector> around(GraphMeasure measure, BitSet marked) {
        if (graph.isEmpty()) {
            return block -> Vectors.missing(measure.type(), BlockValues.ROWS, new Dictionary());
        }
        Surroundings surroundings = new Surroundings(graph.get(), marked);
        return block -> measure == GraphMeasure.TIE_SHARE
                ? new Vector.Reals(tied(block)
                        .mapToDouble(node -> node < 0 ? Double.NaN : surroundings.share(node))
                        .toArray())
                : new Vector.Wholes(tied(block)
                        .mapToLong(node -> node < 0
                                ? Vector.MISSING
                                : measure == GraphMeasure.TIES ? surroundings.ties(node) : surroundings.chain(node))
                        .toArray());
    }

    /** The customers of a block; -1 for who has no relations. */
    private IntStream tied(int block) {
        int first = block << Lake.BLOCK_BITS;
        Graph known = graph.orElseThrow();
        return IntStream.range(first, first + BlockValues.ROWS)
                .map(node -> node < known.nodes() && known.degree(node) > 0 ? node : -1);
    }
}
