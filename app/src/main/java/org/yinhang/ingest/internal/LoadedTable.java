package org.yinhang.ingest.internal;

import java.util.List;
import java.util.Map;
import org.yinhang.lake.ingest.RejectReason;

/**
 * What became of one file in one table.
 *
 * @param source what the mapping calls the source
 * @param file the file's name, or the source's for a query
 * @param table the canonical table
 * @param isLoadedBefore whether an earlier load had it, so that nothing was done
 * @param rows rows accepted
 * @param known rows left out because an earlier load had them
 * @param rejected bad rows
 * @param reasons bad values by reason
 * @param personal the columns of personal data that went into the encrypted columns
 */
public record LoadedTable(
        String source,
        String file,
        String table,
        boolean isLoadedBefore,
        long rows,
        long known,
        long rejected,
        Map<RejectReason, Long> reasons,
        List<String> personal) {

    public LoadedTable {
        reasons = Map.copyOf(reasons);
        personal = List.copyOf(personal);
    }

    /** The reasons, the most frequent first. */
    public List<Map.Entry<RejectReason, Long>> reasonsByCount() {
        return reasons.entrySet().stream()
                .sorted(Map.Entry.<RejectReason, Long>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
    }
}
