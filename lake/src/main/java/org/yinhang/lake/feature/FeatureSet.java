package org.yinhang.lake.feature;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.lake.Snapshot;
import org.yinhang.lake.SnapshotTable;
import org.yinhang.lake.schema.ColumnSchema;
import org.yinhang.lake.schema.ColumnType;
import org.yinhang.lake.schema.DataClass;
import org.yinhang.lake.schema.TableSchema;
import org.yinhang.lake.sql.Sql;
import org.yinhang.lake.yaml.YamlNode;

/**
 * The columns a model may learn from, in order. Read from a campaign file:
 *
 * <pre>
 * features:
 *   contact: [channel, attempt]                 columns of the contact itself
 *   customer: [age, occupation]                 columns of the customer
 *   derived:
 *     - {name: unused_credit, zh: 已授信未用额度, en: Granted but unused credit, type: money,
 *        from: credit_lines, value: sum(granted - used)}
 *     - {name: spending_90d, zh: 近90天支出, en: Spending in 90 days, type: money,
 *        from: transactions, days: 90, value: -sum(amount) FILTER (amount < 0)}
 * </pre>
 *
 * <p>A column that is known only after the contact is refused by name. Bureau columns are refused unless the file
 * states the purpose they were authorised for ({@code bureau_purpose}), because the Credit Reporting Regulation
 * (articles 18 to 20) forbids any other use.
 */
public record FeatureSet(List<Feature> features) {

    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*");

    public FeatureSet {
        features = List.copyOf(features);
    }

    /**
     * Reads and checks a feature set against the tables as a snapshot has them.
     *
     * @throws FaultException with every fault at once: unknown columns, columns known only afterwards, personal data,
     *     bureau columns without a purpose, two features of one name
     */
    public static FeatureSet parse(YamlNode node, Snapshot snapshot) {
        node.only("contact", "customer", "derived", "bureau_purpose");
        TableSchema contacts = snapshot.table("contacts").schema();
        TableSchema customers = snapshot.table("customers").schema();
        List<Fault> faults = new ArrayList<>();
        List<Feature> features = new ArrayList<>();
        node.find("contact").ifPresent(list -> list.list().forEach(item -> column(item, contacts, faults)
                .forEach(column -> features.add(new Feature(column, new Feature.OfContact())))));
        node.find("customer").ifPresent(list -> list.list().forEach(item -> column(item, customers, faults)
                .forEach(column -> features.add(new Feature(column, new Feature.OfCustomer())))));
        node.find("derived")
                .ifPresent(list -> list.list().forEach(item -> features.add(derived(item, snapshot, faults))));
        if (node.find("bureau_purpose").isEmpty()) {
            features.stream()
                    .filter(Feature::isFromBureau)
                    .forEach(feature -> faults.add(Fault.of(
                            "FEA-1003",
                            "'%s' comes from a credit bureau and the campaign states no purpose for it."
                                    .formatted(feature.name()),
                            node.where(),
                            "Leave it out, or state the authorised purpose as bureau_purpose.")));
        }
        Map<String, Long> counts = features.stream()
                .collect(Collectors.groupingBy(Feature::name, LinkedHashMap::new, Collectors.counting()));
        counts.forEach((name, count) -> {
            if (count > 1) {
                faults.add(Fault.of(
                        "FEA-1004", "The feature '%s' is named twice.".formatted(name), node.where(), "Name it once."));
            }
        });
        if (features.isEmpty()) {
            faults.add(Fault.of("FEA-1005", "There is no feature.", node.where(), "List at least one."));
        }
        if (!faults.isEmpty()) {
            throw new FaultException(faults);
        }
        return new FeatureSet(features);
    }

    /** The feature of that name, which must be one of the set. */
    public Feature feature(String name) {
        return features.stream()
                .filter(f -> f.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("feature: %s (expected: one of the set)".formatted(name)));
    }

    /** Features that come from the contact itself, in order. */
    public List<Feature> ofContact() {
        return features.stream()
                .filter(f -> f.origin() instanceof Feature.OfContact)
                .toList();
    }

    private static List<ColumnSchema> column(YamlNode item, TableSchema table, List<Fault> faults) {
        String name = item.text();
        ColumnSchema column = table.column(name).orElse(null);
        if (column == null) {
            String known = table.stored().stream().map(ColumnSchema::name).collect(Collectors.joining(", "));
            faults.add(Fault.of(
                    "FEA-1001",
                    "The table '%s' has no column '%s'.".formatted(table.name(), name),
                    item.where(),
                    "It has %s.".formatted(known)));
        } else if (column.knownAfter()) {
            faults.add(Fault.of(
                    "FEA-1002",
                    "'%s' is known only after the contact, so a model that used it could never be applied."
                            .formatted(name),
                    item.where(),
                    "Leave it out of the features."));
        } else if (column.dataClass() == DataClass.PERSONAL
                || column.type() == ColumnType.KEY
                || column.type() == ColumnType.INSTANT
                || column.type() == ColumnType.CUSTOMER) {
            faults.add(Fault.of(
                    "FEA-1006",
                    "'%s' identifies a person or a thing and teaches a model nothing.".formatted(name),
                    item.where(),
                    "Leave it out of the features."));
        } else {
            return List.of(column);
        }
        return List.of();
    }

    private static Feature derived(YamlNode item, Snapshot snapshot, List<Fault> faults) {
        item.only("name", "zh", "en", "type", "from", "days", "value");
        String from = item.get("from").text();
        SnapshotTable source = snapshot.tables().get(from);
        if (source == null) {
            throw item.get("from")
                    .wrong(
                            "There is no canonical table '%s'.".formatted(from),
                            "Use one of %s."
                                    .formatted(String.join(
                                            ", ",
                                            new TreeSet<>(snapshot.tables().keySet()))));
        }
        TableSchema table = source.schema();
        String value = item.get("value").text();
        Sql.notOneExpression(value)
                .ifPresent(why -> faults.add(Fault.of(
                        "FEA-1008",
                        "The value of '%s' is not one expression: %s."
                                .formatted(item.get("name").text(), why),
                        item.get("value").where(),
                        "Write one aggregate, such as sum(amount).")));
        int days = item.find("days").map(d -> d.whole(1, 36_500)).orElse(0);
        Map<String, ColumnSchema> personal =
                table.personal().stream().collect(Collectors.toMap(ColumnSchema::name, Function.identity()));
        words(value).stream()
                .filter(personal::containsKey)
                .forEach(word -> faults.add(Fault.of(
                        "FEA-1006",
                        "'%s' is personal data and not in the lake.".formatted(word),
                        item.where(),
                        "Leave it out.")));
        ColumnSchema column = new ColumnSchema(
                item.get("name").text(),
                item.get("type").oneOf(ColumnType.class),
                DataClass.BEHAVIOUR,
                item.get("zh").text(),
                item.get("en").text(),
                "",
                false,
                false,
                Map.of());
        return new Feature(column, new Feature.Derived(table.name(), days, value));
    }

    private static Set<String> words(String sql) {
        Matcher matcher = WORD.matcher(sql);
        return matcher.results().map(r -> r.group()).collect(Collectors.toSet());
    }
}
