package org.yinhang.model.web;

import java.util.List;
import org.yinhang.model.Stage;

/**
 * How the models stand in all.
 *
 * @param declared how many there are
 * @param trained how many have a version
 * @param inForce how many have a champion
 * @param waiting newest versions that wait for validation or approval
 * @param alerts champions the watch calls for a look at
 */
public record ModelsSummary(int declared, long trained, long inForce, long waiting, long alerts) {

    static ModelsSummary of(List<ModelRow> rows) {
        return new ModelsSummary(
                rows.size(),
                rows.stream().filter(row -> row.newest() != null).count(),
                rows.stream().filter(row -> row.champion() != null).count(),
                rows.stream().filter(ModelsSummary::waits).count(),
                rows.stream().filter(row -> row.state() == ModelRow.State.ALERT).count());
    }

    private static boolean waits(ModelRow row) {
        var newest = row.newest();
        return newest != null && (newest.stage() == Stage.DRAFT || newest.stage() == Stage.VALIDATED);
    }
}
