package org.yinhang.bench;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The options every benchmark understands. */
final class BenchOptions {

    /** How many peers are measured beside Yinhang. */
    enum Peers {
        /** None. */
        NONE,
        /** Those that take about as long as Yinhang. */
        QUICK,
        /** All, the slow ones too. */
        ALL
    }

    @Option(names = "--customers", paramLabel = "N", description = "Number of customers.")
    private int customers;

    @Option(names = "--events", paramLabel = "N", description = "Number of events.")
    private long events;

    @Option(
            names = "--peer",
            paramLabel = "none|quick|all",
            description = "Peers to measure (default: ${DEFAULT-VALUE}).",
            defaultValue = "QUICK")
    private Peers peers = Peers.QUICK;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder for generated data, kept between runs (default: ${DEFAULT-VALUE}).",
            defaultValue = "data/bench")
    private Path data = Path.of("data/bench");

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    /** The number of customers asked for, or the other number. */
    int customers(int otherwise) {
        return customers > 0 ? customers : otherwise;
    }

    /** The number of events asked for, or the other number. */
    long events(long otherwise) {
        return events > 0 ? events : otherwise;
    }

    Peers peers() {
        return peers;
    }

    Path data() {
        return data;
    }

    boolean json() {
        return json;
    }
}
