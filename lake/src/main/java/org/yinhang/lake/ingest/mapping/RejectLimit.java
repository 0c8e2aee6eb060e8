package org.yinhang.lake.ingest.mapping;

import java.util.Optional;
import org.yinhang.lake.yaml.YamlNode;

/**
 * How many bad rows a load bears before it stops.
 *
 * @param rows most rows of one source, if counted
 * @param share most of one source's rows, 0 to 1
 */
public record RejectLimit(Optional<Long> rows, double share) {

    /** One row in a hundred, where a mapping says nothing. */
    public static final RejectLimit USUAL = new RejectLimit(Optional.empty(), 0.01);

    static RejectLimit read(YamlNode node) {
        node.only("max", "share");
        Optional<Long> rows = node.find("max").map(YamlNode::whole);
        double share =
                node.find("share").map(n -> n.decimal().doubleValue()).orElse(rows.isPresent() ? 1.0 : USUAL.share());
        return new RejectLimit(rows, share);
    }

    /** Whether so many bad rows among so many in all are too many. */
    public boolean isExceededBy(long rejected, long all) {
        return rejected > 0 && (rejected > rows.orElse(Long.MAX_VALUE) || rejected > share * all);
    }

    @Override
    public String toString() {
        return rows.map(most -> most + " rows").orElseGet(() -> "%.4g of the rows".formatted(share));
    }
}
