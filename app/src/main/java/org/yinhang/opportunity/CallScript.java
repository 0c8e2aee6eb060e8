package org.yinhang.opportunity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yinhang.lake.yaml.YamlNode;

/**
 * What is said to a customer in five steps: opening, need-finding, benefits, objections, appointment.
 *
 * @param name what it is called
 * @param way how the customer is approached with it; by phone unless it says otherwise
 * @param products it is for; none for any
 * @param reasons rules it is for; none for any
 * @param opening who calls, and why it may be worth a minute
 * @param needs open questions
 * @param benefits what the product does for the customer
 * @param objections answers by objection
 * @param appointment the invitation to the branch
 */
public record CallScript(
        Words name,
        ContactWay way,
        Set<String> products,
        Set<String> reasons,
        Words opening,
        List<Words> needs,
        List<Words> benefits,
        Map<Objection, Words> objections,
        Words appointment) {

    public CallScript {
        products = Set.copyOf(products);
        reasons = Set.copyOf(reasons);
        needs = List.copyOf(needs);
        benefits = List.copyOf(benefits);
        objections = Map.copyOf(objections);
    }

    /**
     * Words in both languages.
     *
     * @param zh Chinese
     * @param en English
     */
    public record Words(String zh, String en) {

        /** In one of them, with the name of the product in place. */
        public String in(boolean isChinese, String product) {
            return (isChinese ? zh : en).replace("{product}", product);
        }
    }

    /**
     * Reads a script.
     *
     * @throws org.yinhang.core.fault.FaultException with the line of what cannot be read
     */
    public static CallScript read(YamlNode node) {
        node.only("name", "way", "products", "reasons", "opening", "needs", "benefits", "objections", "appointment");
        Map<Objection, Words> objections = new LinkedHashMap<>();
        node.get("objections")
                .entries()
                .forEach((key, answer) -> objections.put(
                        Objection.of(key)
                                .orElseThrow(() -> answer.wrong(
                                        "'%s' is no objection.".formatted(key),
                                        "Use one of: " + Objection.keys() + ".")),
                        words(answer)));
        return new CallScript(
                words(node.get("name")),
                node.find("way").map(one -> one.oneOf(ContactWay.class)).orElse(ContactWay.CALL),
                Set.copyOf(node.find("products").map(YamlNode::texts).orElse(List.of())),
                Set.copyOf(node.find("reasons").map(YamlNode::texts).orElse(List.of())),
                words(node.get("opening")),
                all(node.get("needs")),
                all(node.get("benefits")),
                objections,
                words(node.get("appointment")));
    }

    private static List<Words> all(YamlNode node) {
        List<Words> all = new ArrayList<>();
        node.list().forEach(one -> all.add(words(one)));
        return all;
    }

    private static Words words(YamlNode node) {
        node.only("zh", "en");
        return new Words(node.get("zh").text(), node.get("en").text());
    }

    /** How closely it fits: 3 by reason and product, 2 by reason, 1 by product, 0 for any; below 0 not at all. */
    int fit(String product, Set<String> rules) {
        boolean isOfProduct = products.contains(product);
        boolean isOfReason = reasons.stream().anyMatch(rules::contains);
        if ((!products.isEmpty() && !isOfProduct) || (!reasons.isEmpty() && !isOfReason)) {
            return -1;
        }
        return (isOfReason ? 2 : 0) + (isOfProduct ? 1 : 0);
    }

    /** Everything that may be said, for the word check. */
    public String whole(String product) {
        Stream<Words> parts = Stream.of(
                        Stream.of(opening),
                        needs.stream(),
                        benefits.stream(),
                        objections.entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(Map.Entry::getValue),
                        Stream.of(appointment))
                .flatMap(part -> part);
        return parts.flatMap(words -> Stream.of(words.in(true, product), words.in(false, product)))
                .collect(Collectors.joining("\n"));
    }
}
