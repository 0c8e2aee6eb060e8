package org.yinhang.lake.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiFunction;

/** Does independent work of a load on two connections of its engine, every other item on the second. */
final class TwoLanes {

    private TwoLanes() {}

    /** What the work gives for each item, in their order; the first failure once both lanes have stopped. */
    static <T, R> List<R> run(Engine engine, List<T> items, BiFunction<T, Engine, R> work) {
        try (Engine beside = engine.beside()) {
            CompletableFuture<List<R>> second = CompletableFuture.supplyAsync(() -> lane(beside, items, 1, work));
            List<R> even;
            try {
                even = lane(engine, items, 0, work);
            } catch (RuntimeException e) {
                second.exceptionally(alsoFailed -> List.of()).join();
                throw e;
            }
            List<R> odd = second.join();
            List<R> all = new ArrayList<>();
            for (int i = 0; i < items.size(); i++) {
                all.add((i % 2 == 0 ? even : odd).get(i / 2));
            }
            return all;
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    private static <T, R> List<R> lane(Engine engine, List<T> items, int first, BiFunction<T, Engine, R> work) {
        List<R> results = new ArrayList<>();
        for (int i = first; i < items.size(); i += 2) {
            results.add(work.apply(items.get(i), engine));
        }
        return results;
    }
}
