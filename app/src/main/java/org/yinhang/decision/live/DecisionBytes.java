package org.yinhang.decision.live;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** The bytes of a decision: JSON whose order never varies. Says where two differ first. */
public final class DecisionBytes {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private DecisionBytes() {}

    static byte[] of(DecisionRecord decision) {
        return JSON.writeValueAsBytes(decision);
    }

    static DecisionRecord read(byte[] bytes) {
        return JSON.readValue(bytes, DecisionRecord.class);
    }

    static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The first place where two decisions differ.
     *
     * @param path such as {@code offers[2].ratePpm}
     * @param kept what the ledger keeps there
     * @param again what is reached now
     */
    public record Difference(String path, String kept, String again) {}

    static Optional<Difference> firstDifference(byte[] kept, byte[] again) {
        return compare("", JSON.readTree(kept), JSON.readTree(again));
    }

    private static Optional<Difference> compare(String path, JsonNode kept, JsonNode again) {
        if (kept.isObject() && again.isObject()) {
            TreeSet<String> names = new TreeSet<>();
            List<String> order = new ArrayList<>();
            for (JsonNode node : List.of(kept, again)) {
                for (Map.Entry<String, JsonNode> property : node.properties()) {
                    if (names.add(property.getKey())) {
                        order.add(property.getKey());
                    }
                }
            }
            return order.stream()
                    .map(name -> compare(path.isEmpty() ? name : path + "." + name, kept.path(name), again.path(name)))
                    .flatMap(Optional::stream)
                    .findFirst();
        }
        if (kept.isArray() && again.isArray()) {
            for (int i = 0; i < Math.max(kept.size(), again.size()); i++) {
                Optional<Difference> difference = compare(path + "[" + i + "]", kept.path(i), again.path(i));
                if (difference.isPresent()) {
                    return difference;
                }
            }
            return Optional.empty();
        }
        return kept.equals(again)
                ? Optional.empty()
                : Optional.of(new Difference(path, kept.toString(), again.toString()));
    }
}
