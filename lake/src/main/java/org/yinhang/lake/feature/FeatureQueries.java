package org.yinhang.lake.feature;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.yinhang.lake.Snapshot;
import org.yinhang.lake.schema.ColumnSchema;
import org.yinhang.lake.schema.TableKind;
import org.yinhang.lake.schema.TableSchema;
import org.yinhang.lake.sql.Sql;

/**
 * Compiles a feature set to the lake's SQL: a temporary table of observations, one temporary table per derived
 * feature, and one final query. Every join looks only at rows that occurred before the observation.
 */
final class FeatureQueries {

    private static final List<String> CONTEXT = List.of("attempt", "previous_outcome", "days_since_previous");

    private final Observations observations;
    private final FeatureSet features;
    private final Snapshot snapshot;
    private final ZoneId zone;

    FeatureQueries(Observations observations, FeatureSet features, Snapshot snapshot, ZoneId zone) {
        this.observations = observations;
        this.features = features;
        this.snapshot = snapshot;
        this.zone = zone;
    }

    /** Makes {@code observations(o, customer, as_of, success, contact columns…)}, o counting from 0 in time order. */
    String observations() {
        List<String> columns = contactColumns();
        String past = """
                SELECT customer, occurred_at AS as_of, id, outcome IN (%s) AS success, %s
                FROM contacts WHERE outcome IS NOT NULL%s%s%s
                """.formatted(
                        literals(observations.successes()),
                        columns.stream().map(Sql::quoted).collect(Collectors.joining(", ")),
                        among("product", observations.products()),
                        among("channel", observations.channels()),
                        knownByThen());
        String rows =
                switch (observations.candidates()) {
                    case Observations.NewestContacts newest -> past;
                    case Observations.EveryCustomer every ->
                        past + " UNION ALL BY NAME " + everyCustomer(every, columns);
                };
        return """
                CREATE OR REPLACE TEMP TABLE observations AS
                SELECT row_number() OVER (ORDER BY as_of, id NULLS LAST, customer) - 1 AS o, * FROM (%s)
                """.formatted(rows);
    }

    /** Makes one table {@code derived_N(o, value)} for the derived feature at that position. */
    String derived(int position, Feature.Derived derived) {
        TableSchema table = snapshot.table(derived.table()).schema();
        String window = derived.days() == 0
                ? ""
                : " AND t.occurred_at > observations.as_of - INTERVAL %d DAY".formatted(derived.days());
        String newest = table.kind() == TableKind.STATE ? """
                   QUALIFY row_number() OVER (PARTITION BY observations.o, t.id
                   ORDER BY t.occurred_at DESC, t.recorded_at DESC) = 1
                  """ : "";
        return """
                CREATE OR REPLACE TEMP TABLE derived_%d AS
                SELECT o, %s AS value FROM (
                  SELECT observations.o, observations.as_of, %s
                  FROM observations JOIN %s t ON t.customer = observations.customer
                  AND t.occurred_at < observations.as_of%s%s)
                GROUP BY o
                """.formatted(position, derived.value(), visible(table), Sql.quoted(table.name()), window, newest);
    }

    /** One row an observation, in order: o, customer, success, context, then every feature as f0, f1…. */
    String table() {
        List<String> selected = new ArrayList<>(List.of("observations.o", "observations.customer", "success"));
        CONTEXT.forEach(column -> selected.add("observations." + Sql.quoted(column)));
        StringBuilder joins = new StringBuilder();
        if (features.features().stream().anyMatch(f -> f.origin() instanceof Feature.OfCustomer)) {
            joins.append(" ASOF LEFT JOIN (SELECT * FROM customers ORDER BY customer, occurred_at) c"
                    + " ON c.customer = observations.customer AND observations.as_of >= c.occurred_at");
        }
        for (int i = 0; i < features.features().size(); i++) {
            Feature feature = features.features().get(i);
            String value =
                    switch (feature.origin()) {
                        case Feature.OfContact() -> "observations." + Sql.quoted(feature.name());
                        case Feature.OfCustomer() -> "c." + Sql.quoted(feature.name());
                        case Feature.Derived derived -> {
                            joins.append(" LEFT JOIN derived_%d ON derived_%d.o = observations.o".formatted(i, i));
                            yield "derived_%d.value".formatted(i);
                        }
                    };
            selected.add(typed(feature, value) + " AS f" + i);
        }
        return "SELECT %s FROM observations%s ORDER BY observations.o".formatted(String.join(", ", selected), joins);
    }

    private static String typed(Feature feature, String value) {
        return switch (feature.column().type()) {
            case DATE -> "CAST(date_diff('day', DATE '1970-01-01', CAST(%s AS DATE)) AS DOUBLE)".formatted(value);
            case INTEGER, MONEY, RATE, FRACTION, NUMBER -> "CAST(%s AS DOUBLE)".formatted(value);
            case CUSTOMER, KEY, CODE, TEXT, INSTANT, FLAG -> "CAST(%s AS VARCHAR)".formatted(value);
        };
    }

    /** Contact columns an observation carries: those that are features, and those the guards read. */
    private List<String> contactColumns() {
        List<String> columns =
                features.ofContact().stream().map(Feature::name).collect(Collectors.toCollection(ArrayList::new));
        CONTEXT.stream().filter(c -> !columns.contains(c)).forEach(columns::add);
        return columns;
    }

    /** For the customers of today, only outcomes that were known by then may teach. */
    private String knownByThen() {
        return switch (observations.candidates()) {
            case Observations.NewestContacts newest -> "";
            case Observations.EveryCustomer every ->
                " AND occurred_at < %1$s AND coalesce(outcome_at, occurred_at) <= %1$s".formatted(instant(every));
        };
    }

    private String everyCustomer(Observations.EveryCustomer every, List<String> columns) {
        String asOf = instant(every);
        var day = every.asOf().atZone(zone);
        String context = columns.stream()
                .map(column -> switch (column) {
                            case "campaign" -> Sql.literal(every.campaign());
                            case "product" -> Sql.literal(every.product());
                            case "channel" -> Sql.literal(every.channel());
                            case "month_of_year" -> Integer.toString(day.getMonthValue());
                            case "weekday" ->
                                Sql.literal(day.getDayOfWeek()
                                        .name()
                                        .substring(0, 3)
                                        .toLowerCase(Locale.ROOT));
                            case "attempt" -> "1 + coalesce(h.attempts, 0)";
                            case "previous_contacts" -> "coalesce(h.contacts, 0)";
                            case "days_since_previous" -> "date_diff('day', h.newest, %s)".formatted(asOf);
                            case "previous_outcome" ->
                                "CASE WHEN h.contacts IS NULL THEN 'none' WHEN h.outcome = 'accepted' THEN 'accepted'"
                                        + " WHEN h.outcome = 'refused' THEN 'refused' ELSE 'none' END";
                            default -> "NULL";
                        }
                        + " AS " + Sql.quoted(column))
                .collect(Collectors.joining(", "));
        return """
                SELECT c.customer, %1$s AS as_of, NULL AS id, NULL AS success, %2$s
                FROM (SELECT DISTINCT customer FROM customers WHERE occurred_at <= %1$s) c
                LEFT JOIN (
                  SELECT customer, count(*) FILTER (campaign IS DISTINCT FROM %3$s) AS contacts,
                  count(*) FILTER (campaign = %3$s) AS attempts,
                  max(occurred_at) FILTER (campaign IS DISTINCT FROM %3$s) AS newest,
                  arg_max(outcome, (occurred_at, id)) FILTER (campaign IS DISTINCT FROM %3$s) AS outcome
                  FROM contacts WHERE occurred_at < %1$s GROUP BY customer) h ON h.customer = c.customer
                """.formatted(asOf, context, Sql.literal(every.campaign()));
    }

    /** The columns of a fact as they were visible: what is known only afterwards stays hidden until it was known. */
    private static String visible(TableSchema table) {
        boolean dated = table.column("outcome_at").isPresent();
        return table.stored().stream()
                .filter(c -> !c.name().equals("as_of"))
                .map(c -> c.knownAfter() && dated ? hiddenUntilKnown(c) : "t." + Sql.quoted(c.name()))
                .collect(Collectors.joining(", "));
    }

    private static String hiddenUntilKnown(ColumnSchema column) {
        return "CASE WHEN coalesce(t.outcome_at, t.occurred_at) <= observations.as_of THEN t.%1$s END AS %1$s"
                .formatted(Sql.quoted(column.name()));
    }

    private static String among(String column, List<String> values) {
        return values.isEmpty() ? "" : " AND %s IN (%s)".formatted(Sql.quoted(column), literals(values));
    }

    private static String instant(Observations.EveryCustomer every) {
        return "TIMESTAMP '%s'"
                .formatted(LocalDateTime.ofInstant(every.asOf(), ZoneOffset.UTC)
                        .toString()
                        .replace('T', ' '));
    }

    private static String literals(List<String> values) {
        return values.stream().map(Sql::literal).collect(Collectors.joining(", "));
    }
}
