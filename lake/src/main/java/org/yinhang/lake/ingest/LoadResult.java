package org.yinhang.lake.ingest;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a load did.
 *
 * @param snapshot version of the lake afterwards
 * @param changed whether the lake has changed
 * @param inputs every file or query with what became of it, in the mapping's order
 * @param customers how many customers have a number afterwards
 */
public record LoadResult(long snapshot, boolean changed, List<Input> inputs, int customers) {

    public LoadResult {
        inputs = List.copyOf(inputs);
    }

    /** Rows accepted into a table, over all inputs. */
    public long rows(String table) {
        return inputs.stream()
                .flatMap(input -> input.tables().stream())
                .filter(t -> t.table().equals(table))
                .mapToLong(Table::rows)
                .sum();
    }

    /**
     * One file or query answer.
     *
     * @param source what the mapping calls the source
     * @param name the file's name, or the source's for a query
     * @param tables what became of it in each table it fills
     * @param rejects where its bad rows are listed, if it has any
     */
    public record Input(String source, String name, List<Table> tables, Optional<Path> rejects) {

        public Input {
            tables = List.copyOf(tables);
        }
    }

    /**
     * What became of an input in one table.
     *
     * @param table the canonical table
     * @param loadedBefore whether an earlier load had it, so that nothing was done
     * @param rows rows accepted
     * @param known rows left out because an earlier load had them
     * @param rejected bad rows
     * @param reasons bad values by reason; a row may have several
     * @param personal the columns of personal data that were mapped
     * @param personalDropped whether those had nowhere to go
     */
    public record Table(
            String table,
            boolean loadedBefore,
            long rows,
            long known,
            long rejected,
            Map<RejectReason, Long> reasons,
            List<String> personal,
            boolean personalDropped) {

        public Table {
            reasons = Map.copyOf(reasons);
            personal = List.copyOf(personal);
        }
    }
}
