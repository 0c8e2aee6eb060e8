package org.yinhang.core.audience;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.roaringbitmap.RoaringBitmap;
import org.yinhang.core.audience.index.Block;
import org.yinhang.core.audience.index.Index;
import org.yinhang.core.audience.index.IndexColumn;
import org.yinhang.core.predicate.Value;
import org.yinhang.core.predicate.ValueType;

/** An audience in parts without common customers, by the classes a profile shows of one tag. */
public final class Strata {

    private Strata() {}

    /**
     * The customers of one class.
     *
     * @param from its least value; missing where a band is open below, and for customers without a value
     * @param upTo its greatest value; missing where a band is open above, and for customers without a value
     */
    public record Stratum(Value from, Value upTo, Audience members) {}

    /**
     * Parts an audience; customers the index does not know are left out, classes without customers too.
     *
     * @param column a column of the index, of any type but set, whose labels share customers
     */
    public static List<Stratum> of(Index index, IndexColumn column, Audience audience) {
        if (column.type() == ValueType.SET) {
            throw new IllegalArgumentException("column: %s (expected: one value a customer)".formatted(column.name()));
        }
        Bins classes = Bins.of(column);
        List<RoaringBitmap> members =
                Stream.generate(RoaringBitmap::new).limit(classes.size()).toList();
        audience.intersect(Audience.of(index.everyone()))
                .forEach(customer -> members.get(classes.of(column.ordered(Block.of(customer), Block.row(customer))))
                        .add(customer));
        return IntStream.range(0, classes.size())
                .filter(i -> !members.get(i).isEmpty())
                .mapToObj(i -> new Stratum(classes.from(i), classes.upTo(i), Audience.owning(members.get(i))))
                .toList();
    }
}
