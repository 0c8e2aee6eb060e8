package org.yinhang.product;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.yinhang.core.fault.Faults;
import org.yinhang.core.policy.CompiledTable;
import org.yinhang.core.policy.TableAnswer;
import org.yinhang.core.policy.TableEvaluator;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.predicate.Catalogue;
import org.yinhang.lake.yaml.Readings;
import org.yinhang.lake.yaml.YamlNode;
import org.yinhang.tag.TagSource;

/** Cases a policy must answer as expected: described customers with the rows, reasons, price and limit they should get. */
final class PolicyCases {

    private final PolicyBook book;
    private final Catalogue catalogue;
    private final Offers offers;
    private final LocalDate day;

    PolicyCases(PolicyBook book, Catalogue catalogue, LocalDate day) {
        this.book = book;
        this.catalogue = catalogue;
        this.offers = Offers.of(book, catalogue, TagSource.ZONE);
        this.day = day;
    }

    /**
     * One thing that was not as expected.
     *
     * @param name of the case
     * @param where it stands in the file
     * @param what was asked: {@code rows}, {@code refused} …
     */
    record Difference(String name, String where, String what, String expected, String found) {}

    /** What a file of cases came to. */
    record Outcome(int cases, List<Difference> differences) {}

    Outcome run(YamlNode file) {
        Faults faults = new Faults();
        List<Difference> differences = new ArrayList<>();
        List<YamlNode> cases = file.only("given", "cases").get("cases").list();
        Map<String, String> common = file.find("given").map(GivenFacts::texts).orElse(Map.of());
        for (YamlNode one : cases) {
            faults.attempt(() -> differences.addAll(check(one, common)));
        }
        faults.raise();
        return new Outcome(cases.size(), differences);
    }

    private List<Difference> check(YamlNode one, Map<String, String> common) {
        one.only(
                "name",
                "table",
                "product",
                "given",
                "day",
                "neutral",
                "rows",
                "unjudged",
                "refused",
                "referred",
                "rate",
                "limit");
        Map<String, String> given = new LinkedHashMap<>(common);
        one.find("given").map(GivenFacts::texts).ifPresent(given::putAll);
        GivenFacts facts = GivenFacts.read(given, catalogue);
        LocalDate on = one.find("day").map(Readings::day).orElse(day);
        Map<String, String> found = one.find("table").isPresent()
                ? ofTable(one.get("table"), facts, on)
                : ofProduct(one.get("product").text(), facts, on, one.flag("neutral", false));
        List<Difference> differences = new ArrayList<>();
        for (String what : List.of("rows", "unjudged", "refused", "referred", "rate", "limit")) {
            Optional<String> expected = one.find(what).map(node -> expected(what, node));
            expected.filter(text -> !text.equals(found.getOrDefault(what, "–")))
                    .ifPresent(text -> differences.add(new Difference(
                            one.get("name").text(), one.where(), what, text, found.getOrDefault(what, "–"))));
        }
        return differences;
    }

    private static String expected(String what, YamlNode node) {
        return switch (what) {
            case "rate" -> Readings.rate(node).toString();
            case "limit" -> Readings.money(node).toString();
            default -> String.join(" ", node.texts());
        };
    }

    private Map<String, String> ofTable(YamlNode id, GivenFacts facts, LocalDate on) {
        PolicyTable table = book.table(id.text(), on)
                .orElseThrow(() -> id.wrong(
                        "No table '%s' holds on %s.".formatted(id.text(), on), "Name a table of the definitions."));
        TableEvaluator evaluator =
                TableEvaluator.of(CompiledTable.compile(table.table(), catalogue), new AsOf(on, TagSource.ZONE));
        TableAnswer answer = evaluator.answer(facts);
        Function<List<Integer>, String> names = rows -> String.join(
                " ", rows.stream().map(row -> evaluator.row(row).id()).toList());
        return Map.of("rows", names.apply(answer.hits()), "unjudged", names.apply(answer.unjudged()));
    }

    private Map<String, String> ofProduct(String product, GivenFacts facts, LocalDate on, boolean neutral) {
        Assessment assessment = offers.assess(product, facts, on, neutral);
        Map<String, String> found = new LinkedHashMap<>();
        found.put("refused", codes(assessment.refusals()));
        found.put("referred", codes(assessment.referrals()));
        assessment.price().ifPresent(price -> found.put("rate", price.rate().toString()));
        assessment.limit().ifPresent(limit -> found.put("limit", limit.limit().toString()));
        return found;
    }

    private static String codes(List<Refusal> refusals) {
        return String.join(" ", refusals.stream().map(Refusal::code).toList());
    }
}
