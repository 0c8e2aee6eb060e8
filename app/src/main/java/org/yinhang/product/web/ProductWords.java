package org.yinhang.product.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.yinhang.core.policy.TableRow;
import org.yinhang.core.policy.analysis.Finding;
import org.yinhang.core.unit.Money;
import org.yinhang.core.unit.Rate;
import org.yinhang.product.Credit;
import org.yinhang.product.Definition;
import org.yinhang.product.FindingText;
import org.yinhang.product.LimitBuildUp;
import org.yinhang.product.PolicyTable;
import org.yinhang.product.PolicyVersion;
import org.yinhang.product.PriceBuildUp;
import org.yinhang.product.Product;
import org.yinhang.product.Refusal;
import org.yinhang.shared.chart.Chart;
import org.yinhang.shared.web.PageFrame;

/** Products and policies in the viewer's language. */
public final class ProductWords {

    private final PageFrame page;

    public ProductWords(PageFrame page) {
        this.page = page;
    }

    private boolean isChinese() {
        return page.texts().isChinese();
    }

    public String name(Product product) {
        return isChinese() ? product.zh() : product.en();
    }

    public String isFor(Product product) {
        return isChinese() ? product.zhFor() : product.enFor();
    }

    public String name(PolicyTable table) {
        return isChinese() ? table.table().zh() : table.table().en();
    }

    /** What a definition is called; a cap has no name but its own. */
    public String name(Definition definition) {
        return switch (definition) {
            case Definition.OfProduct(Product product) -> name(product);
            case Definition.OfTable(PolicyTable table) -> name(table);
            case Definition.OfCap cap -> cap.id();
        };
    }

    public String reason(Refusal refusal) {
        return isChinese() ? refusal.zh() : refusal.en();
    }

    public String reason(TableRow row) {
        return isChinese() ? row.zh() : row.en();
    }

    public String finding(Finding finding) {
        return isChinese() ? FindingText.chinese(finding) : FindingText.english(finding);
    }

    public String name(PriceBuildUp.Part part) {
        return isChinese() ? part.zh() : part.en();
    }

    public String name(LimitBuildUp.Part part) {
        return isChinese() ? part.zh() : part.en();
    }

    /** Where a part comes from: a table of the bank by its name, a rule by its version and row, a tag by its identifier. */
    public String source(String source) {
        return page.texts().orElse("product.part.from." + source, source);
    }

    /** A rate without the word for a year: {@code 4.05%}. */
    public String percent(Rate rate) {
        return String.format(Locale.ROOT, "%.2f%%", rate.ppm() / 1e4);
    }

    /** A rate with its sign, as a part of a price. */
    public String signed(Rate rate) {
        return String.format(Locale.ROOT, "%+.2f%%", rate.ppm() / 1e4);
    }

    /** An amount with its sign, as a step of a limit. */
    public String signed(Money money) {
        return (money.isNegative() ? "" : "+") + page.formats().money(money);
    }

    /** From and to. */
    public String rates(Credit credit) {
        return percent(credit.floor()) + " – " + percent(credit.ceiling());
    }

    /** From and to. */
    public String limits(Credit credit) {
        return page.formats().money(credit.least()) + " – " + page.formats().money(credit.most());
    }

    public String months(Credit credit) {
        return credit.terms().stream().map(Object::toString).collect(Collectors.joining(" / "));
    }

    /** The codes of products a table is for, or the word for all. */
    public String products(PolicyTable table) {
        return table.products().isEmpty()
                ? page.t("product.all")
                : table.products().stream().sorted().collect(Collectors.joining(" "));
    }

    /** The build-up as bars that start where the last one ended, the rate at the end. */
    public Chart picture(PriceBuildUp price) {
        List<String> labels = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        price.parts().forEach(part -> {
            labels.add(name(part));
            values.add(part.rate().ppm() / 1e4);
        });
        labels.add(page.t("product.price"));
        values.add(price.rate().ppm() / 1e4);
        return new Chart(
                Chart.Kind.WATERFALL,
                Chart.Size.USUAL,
                page.t(
                        price.isNeutral() ? "product.price.neutral.title" : "product.price.personal.title",
                        percent(price.rate()),
                        percent(price.lowest()),
                        percent(price.highest())),
                "%",
                page.t("product.part"),
                labels,
                List.of(new Chart.Series(page.t("product.part.rate"), values)),
                null);
    }

    /** The key of what a version defines. */
    public static String key(PolicyVersion.Kind kind) {
        return "product.kind." + kind.name().toLowerCase(Locale.ROOT);
    }
}
