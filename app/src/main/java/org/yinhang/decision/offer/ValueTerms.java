package org.yinhang.decision.offer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.yinhang.core.unit.Money;
import org.yinhang.lake.yaml.Readings;
import org.yinhang.lake.yaml.YamlNode;

/**
 * How the worth of an approach is reckoned.
 *
 * @param version counts up; the ledger keeps it
 * @param approval expression for the chance that an application is approved
 * @param channels ways to approach somebody, in the order they are shown
 * @param products what an approved loan is used for, by product
 */
public record ValueTerms(int version, String approval, List<Channel> channels, Map<String, Use> products) {

    public ValueTerms {
        channels = List.copyOf(channels);
        products = Map.copyOf(products);
    }

    /**
     * A way to approach somebody.
     *
     * @param code such as {@code call}
     * @param zh Chinese name
     * @param en English name
     * @param cost of one touch
     * @param minutes of somebody's time one touch takes
     * @param lift expression for what a touch adds to the chance of an application for a product, with a dollar sign where
     *     the product's code belongs
     */
    public record Channel(String code, String zh, String en, Money cost, int minutes, String lift) {

        /** What a touch adds to the chance of an application for that product. */
        String liftOf(String product) {
            return lift.replace("$", product.toLowerCase(Locale.ROOT));
        }
    }

    /**
     * How a loan is used once it is there.
     *
     * @param response expression for the chance that somebody approached applies
     * @param used part of the limit in use on average
     * @param months how long it stays in use
     */
    public record Use(String response, double used, int months) {}

    /** The terms Yinhang ships. */
    public static ValueTerms bundled() {
        try (InputStream in = Objects.requireNonNull(
                ValueTerms.class.getResourceAsStream("/org/yinhang/decision/value.yaml"), "value.yaml")) {
            return read(YamlNode.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), "value.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ValueTerms read(YamlNode node) {
        node.only("version", "approval", "channels", "products");
        List<Channel> channels = new ArrayList<>();
        node.get("channels").entries().forEach((code, one) -> {
            one.only("zh", "en", "cost", "minutes", "lift");
            channels.add(new Channel(
                    code,
                    one.get("zh").text(),
                    one.get("en").text(),
                    Readings.money(one.get("cost")),
                    one.get("minutes").whole(0, 600),
                    one.get("lift").text()));
        });
        Map<String, Use> products = new LinkedHashMap<>();
        node.get("products").entries().forEach((code, one) -> {
            one.only("response", "used", "months");
            products.put(
                    code,
                    new Use(
                            one.get("response").text(),
                            Readings.share(one.get("used")).value(),
                            one.get("months").whole(1, 600)));
        });
        return new ValueTerms(
                node.get("version").whole(1, Integer.MAX_VALUE),
                node.get("approval").text(),
                channels,
                products);
    }
}
