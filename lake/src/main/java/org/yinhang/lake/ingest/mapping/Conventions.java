package org.yinhang.lake.ingest.mapping;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import org.yinhang.lake.yaml.YamlNode;

/**
 * How a source writes its values.
 *
 * @param zone the time zone of its clock
 * @param money unit of its amounts
 * @param rate unit of its interest rates
 * @param dates formats of its days as strptime writes them; empty for ISO 8601
 * @param instants formats of its times as strptime writes them; empty for ISO 8601
 * @param thousands the character that groups digits, or empty
 * @param numericKeys whether an identifier is a whole number and keeps its value
 */
public record Conventions(
        ZoneId zone,
        MoneyUnit money,
        RateUnit rate,
        List<String> dates,
        List<String> instants,
        String thousands,
        boolean numericKeys) {

    /** What holds where a mapping says nothing. */
    public static final Conventions USUAL = new Conventions(
            ZoneId.of("Asia/Shanghai"), MoneyUnit.YUAN, RateUnit.PERCENT, List.of(), List.of(), "", false);

    static final String[] KEYS = {"zone", "money", "rate", "dates", "instants", "thousands", "keys"};

    /** Unit of an amount of money. */
    public enum MoneyUnit {
        /** Yuan with up to two decimals. */
        YUAN,
        /** Whole fen. */
        FEN
    }

    /** Unit of an annual interest rate. */
    public enum RateUnit {
        /** 4.35 is 4.35 % a year. */
        PERCENT,
        /** 0.0435 is 4.35 % a year. */
        FRACTION
    }

    private enum KeyKind {
        TEXT,
        NUMBER
    }

    /** These conventions, but for what a section of the mapping states otherwise. */
    Conventions with(YamlNode node) {
        return new Conventions(
                node.find("zone").map(Conventions::zone).orElse(zone),
                node.find("money").map(n -> n.oneOf(MoneyUnit.class)).orElse(money),
                node.find("rate").map(n -> n.oneOf(RateUnit.class)).orElse(rate),
                node.find("dates").map(YamlNode::texts).orElse(dates),
                node.find("instants").map(YamlNode::texts).orElse(instants),
                node.text("thousands", thousands),
                node.find("keys")
                        .map(n -> n.oneOf(KeyKind.class) == KeyKind.NUMBER)
                        .orElse(numericKeys));
    }

    /** These conventions, but for what one column states otherwise. */
    Conventions ofColumn(YamlNode node) {
        List<String> formats = node.find("format").map(YamlNode::texts).orElse(List.of());
        return new Conventions(
                zone,
                node.find("money").map(n -> n.oneOf(MoneyUnit.class)).orElse(money),
                node.find("rate").map(n -> n.oneOf(RateUnit.class)).orElse(rate),
                formats.isEmpty() ? dates : formats,
                formats.isEmpty() ? instants : formats,
                thousands,
                node.find("key")
                        .map(n -> n.oneOf(KeyKind.class) == KeyKind.NUMBER)
                        .orElse(numericKeys));
    }

    private static ZoneId zone(YamlNode node) {
        try {
            return ZoneId.of(node.text());
        } catch (DateTimeException e) {
            throw node.wrong("'%s' is not a time zone.".formatted(node.text()), "Write one such as Asia/Shanghai.");
        }
    }
}
