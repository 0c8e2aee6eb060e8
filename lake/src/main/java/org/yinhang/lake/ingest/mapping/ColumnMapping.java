package org.yinhang.lake.ingest.mapping;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.yinhang.lake.yaml.YamlNode;

/**
 * How one canonical column is filled.
 *
 * @param column its name
 * @param expression what gives its value
 * @param codes the bank's codes with the canonical ones; a code not listed stays as it is
 * @param otherwise the code for every value that {@code codes} does not list
 * @param absent the value where there is none
 * @param conventions how the values are written
 */
public record ColumnMapping(
        String column,
        Expression expression,
        Map<String, String> codes,
        Optional<String> otherwise,
        Optional<String> absent,
        Conventions conventions) {

    static ColumnMapping read(String column, YamlNode node, Conventions conventions) {
        if (!node.isMap()) {
            return new ColumnMapping(
                    column, Expression.read(node), Map.of(), Optional.empty(), Optional.empty(), conventions);
        }
        node.only("sql", "value", "map", "else", "default", "money", "rate", "format", "key");
        if (node.find("sql").isPresent() == node.find("value").isPresent()) {
            throw node.wrong("Exactly one of 'sql' and 'value' is expected.", "Keep one of them.");
        }
        Map<String, String> codes = new LinkedHashMap<>();
        node.find("map").ifPresent(map -> map.entries().forEach((from, to) -> codes.put(from, to.text())));
        return new ColumnMapping(
                column,
                node.find("sql").map(Expression::read).orElseGet(() -> Expression.constant(node.get("value"))),
                Collections.unmodifiableMap(codes),
                node.find("else").map(YamlNode::text),
                node.find("default").map(YamlNode::text),
                conventions.ofColumn(node));
    }
}
