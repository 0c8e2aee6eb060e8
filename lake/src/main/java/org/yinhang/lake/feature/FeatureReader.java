package org.yinhang.lake.feature;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.progress.Progress;
import org.yinhang.core.table.CategoryColumn;
import org.yinhang.core.table.Column;
import org.yinhang.core.table.NumericColumn;
import org.yinhang.core.table.Table;
import org.yinhang.lake.LakeSession;

/** Reads a feature set out of the lake: past contacts first, candidates last, nothing later than each row's instant. */
public final class FeatureReader {

    private final LakeSession session;
    private final ZoneId zone;

    /**
     * A reader of one pinned snapshot.
     *
     * @param zone the bank's time zone, in which months and weekdays are counted
     */
    public FeatureReader(LakeSession session, ZoneId zone) {
        this.session = session;
        this.zone = zone;
    }

    /**
     * Builds the table.
     *
     * @throws FaultException when the lake holds no past contact, or fewer than the candidates asked for
     */
    public FeatureTable read(FeatureSet features, Observations observations, Progress progress) {
        FeatureQueries queries = new FeatureQueries(observations, features, session.snapshot(), zone);
        int steps = features.features().size() + 2;
        session.execute(queries.observations());
        progress.report("features", 1, steps);
        for (int i = 0; i < features.features().size(); i++) {
            if (features.features().get(i).origin() instanceof Feature.Derived derived) {
                session.execute(queries.derived(i, derived));
            }
            progress.report("features", i + 2L, steps);
        }
        Rows rows = new Rows(features.features());
        session.each(queries.table(), rows::add);
        progress.report("features", steps, steps);
        return rows.finish(observations.candidates());
    }

    /** When the newest contact of the snapshot took place, if there is any. */
    public Optional<Instant> newestContact() {
        return session
                .query(
                        "SELECT max(occurred_at) FROM contacts HAVING count(*) > 0",
                        row -> row.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC))
                .stream()
                .findFirst();
    }

    private static final class Rows {

        private final List<Feature> features;
        private final List<Values> values;
        private final List<RowContext> contexts = new ArrayList<>();

        private record RowContext(
                int customer, @Nullable Boolean success, int attempt, boolean refused, int daysSincePrevious) {}

        Rows(List<Feature> features) {
            this.features = features;
            this.values = features.stream().map(Values::new).toList();
        }

        void add(ResultSet row) throws SQLException {
            boolean success = row.getBoolean(3);
            Boolean known = row.wasNull() ? null : success;
            int attempt = row.getInt(4);
            boolean refused = "refused".equals(row.getString(5));
            int days = row.getInt(6);
            int since = row.wasNull() ? -1 : days;
            contexts.add(new RowContext(row.getInt(2), known, attempt, refused, since));
            for (int i = 0; i < features.size(); i++) {
                values.get(i).add(row, 7 + i);
            }
        }

        FeatureTable finish(Observations.Candidates candidates) {
            int size = contexts.size();
            int history =
                    switch (candidates) {
                        case Observations.NewestContacts newest -> size - newest.contacts();
                        case Observations.EveryCustomer every ->
                            (int) contexts.stream()
                                    .filter(c -> c.success() != null)
                                    .count();
                    };
            if (history <= 0) {
                throw new FaultException(Fault.of(
                        "FEA-1007",
                        "There are %d past contacts, too few to learn from.".formatted(Math.max(0, size)),
                        "table contacts",
                        "Load more history, or ask for fewer candidates."));
            }
            Table table =
                    Table.of("features", values.stream().map(Values::column).toList());
            int[] customers = contexts.stream().mapToInt(RowContext::customer).toArray();
            int[] attempts = contexts.stream().mapToInt(RowContext::attempt).toArray();
            int[] since =
                    contexts.stream().mapToInt(RowContext::daysSincePrevious).toArray();
            boolean[] success = new boolean[size];
            boolean[] known = new boolean[size];
            boolean[] refused = new boolean[size];
            for (int i = 0; i < size; i++) {
                Boolean outcome = contexts.get(i).success();
                known[i] = outcome != null;
                success[i] = Boolean.TRUE.equals(outcome);
                refused[i] = contexts.get(i).refused();
            }
            return new FeatureTable(table, history, customers, success, known, attempts, refused, since);
        }
    }

    private static final class Values {

        private final Feature feature;
        private final List<@Nullable String> words = new ArrayList<>();
        private double[] numbers = new double[1024];
        private int size;

        Values(Feature feature) {
            this.feature = feature;
        }

        void add(ResultSet row, int column) throws SQLException {
            if (!feature.isNumeric()) {
                words.add(row.getString(column));
                return;
            }
            double number = row.getDouble(column);
            if (size == numbers.length) {
                numbers = Arrays.copyOf(numbers, size * 2);
            }
            numbers[size++] = row.wasNull() ? Double.NaN : number;
        }

        Column column() {
            return feature.isNumeric()
                    ? NumericColumn.of(feature.name(), Arrays.copyOf(numbers, size))
                    : CategoryColumn.of(feature.name(), words);
        }
    }
}
