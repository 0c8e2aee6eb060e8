package org.yinhang.lake;

/**
 * What a reader may use.
 *
 * @param memoryMiB most memory the engine takes, in MiB; beyond it, it spills to disk
 * @param threads processor threads
 */
public record SessionSettings(int memoryMiB, int threads) {

    /** For one person's screen: small and single-threaded. */
    public static final SessionSettings INTERACTIVE = new SessionSettings(512, 1);

    /** For batch work on the whole machine. */
    public static SessionSettings batch(int memoryMiB) {
        return new SessionSettings(memoryMiB, Runtime.getRuntime().availableProcessors());
    }
}
