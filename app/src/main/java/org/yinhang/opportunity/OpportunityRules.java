package org.yinhang.opportunity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.yinhang.lake.yaml.YamlNode;

/**
 * The rules that make opportunities, in the order they are asked.
 *
 * @param rules each with a code of its own
 */
public record OpportunityRules(List<OpportunityRule> rules) {

    static final int MOST_DAYS = 3_650;
    static final int MOST_HOURS = 24 * 365;

    /** The rules Yinhang ships. */
    public static final OpportunityRules SHIPPED = shipped();

    public OpportunityRules {
        rules = List.copyOf(rules);
    }

    /** The rule of a code. */
    public Optional<OpportunityRule> find(String code) {
        return rules.stream().filter(rule -> rule.code().equals(code)).findFirst();
    }

    private static OpportunityRules shipped() {
        return read(YamlNode.parse(text("rules.yaml"), "rules.yaml"));
    }

    static String text(String file) {
        try (InputStream in = Objects.requireNonNull(OpportunityRules.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads rules.
     *
     * @throws org.yinhang.core.fault.FaultException with file and line of what cannot be read
     */
    static OpportunityRules read(YamlNode root) {
        root.only("version", "rules");
        List<OpportunityRule> rules = new ArrayList<>();
        root.get("rules").entries().forEach((code, node) -> {
            node.only("zh", "en", "when", "products", "expires", "clock", "again");
            rules.add(new OpportunityRule(
                    code,
                    0,
                    node.get("zh").text(),
                    node.get("en").text(),
                    node.get("when").text(),
                    node.get("products").texts(),
                    node.get("expires").whole(1, MOST_DAYS),
                    node.get("clock").whole(1, MOST_HOURS),
                    node.get("again").whole(0, MOST_DAYS)));
        });
        return new OpportunityRules(rules);
    }
}
