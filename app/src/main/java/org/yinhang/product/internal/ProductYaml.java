package org.yinhang.product.internal;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.yinhang.core.loan.ChargeItem;
import org.yinhang.core.loan.Fee;
import org.yinhang.core.loan.FeeBasis;
import org.yinhang.core.loan.cost.AnnualMethod;
import org.yinhang.core.loan.cost.CostCap;
import org.yinhang.core.unit.Money;
import org.yinhang.core.unit.Probability;
import org.yinhang.core.unit.Rate;
import org.yinhang.product.Credit;
import org.yinhang.product.LenderCap;
import org.yinhang.product.Pricing;
import org.yinhang.product.Product;

/** Writes products and caps as the YAML they are read from. */
public final class ProductYaml {

    private final StringBuilder yaml = new StringBuilder();

    private ProductYaml() {}

    /** A product as a file of its own. */
    public static String of(Product product) {
        ProductYaml writer = new ProductYaml();
        writer.yaml.append("products:\n  ").append(product.id()).append(":\n");
        writer.line(4, "zh", quoted(product.zh()));
        writer.line(4, "en", quoted(product.en()));
        writer.line(4, "family", word(product.family()));
        writer.line(4, "zh_for", quoted(product.zhFor()));
        writer.line(4, "en_for", quoted(product.enFor()));
        writer.line(4, "risk", word(product.risk()));
        writer.line(4, "from", product.from().toString());
        product.until().ifPresent(until -> writer.line(4, "until", until.toString()));
        writer.line(4, "source", quoted(product.source()));
        product.credit().ifPresent(writer::credit);
        return writer.yaml.toString();
    }

    /** A cap as a file of its own. */
    public static String of(LenderCap cap) {
        ProductYaml writer = new ProductYaml();
        CostCap rule = cap.cap();
        writer.yaml.append("caps:\n  ").append(cap.id()).append(":\n");
        writer.line(4, "zh", quoted(rule.name()));
        writer.line(4, "en", quoted(cap.en()));
        writer.line(4, "lenders", list(cap.lenders().stream().sorted().toList()));
        if (!cap.products().isEmpty()) {
            writer.line(4, "products", list(cap.products().stream().sorted().toList()));
        }
        writer.line(4, "ceiling", rule.ceiling().toString());
        writer.line(4, "method", rule.method() instanceof AnnualMethod.Nominal ? "monthly_times_twelve" : "effective");
        writer.line(4, "from", rule.from().toString());
        rule.until().ifPresent(until -> writer.line(4, "until", until.toString()));
        writer.line(4, "standing", cap.standing());
        writer.line(4, "source", quoted(rule.source()));
        return writer.yaml.toString();
    }

    private void credit(Credit credit) {
        line(4, "credit", "");
        line(6, "lender", credit.lender());
        line(6, "limit", "[%s, %s]".formatted(yuan(credit.least()), yuan(credit.most())));
        line(6, "rate", "[%s, %s]".formatted(credit.floor(), credit.ceiling()));
        line(6, "terms", credit.terms().toString());
        line(6, "term", Integer.toString(credit.term()));
        line(
                6,
                "repayment",
                list(credit.repayments().stream().map(ProductYaml::word).toList()));
        line(6, "day_count", word(credit.dayCount()));
        line(6, "overdue_markup", Integer.toString(credit.overdueMarkup()));
        if (!credit.purposes().isEmpty()) {
            line(6, "purposes", list(credit.purposes().stream().sorted().toList()));
        }
        if (!credit.fees().isEmpty()) {
            line(6, "fees", "");
            credit.fees().forEach(fee -> yaml.append("        - {%s}\n".formatted(fee(fee))));
        }
        Pricing pricing = credit.pricing();
        line(6, "pricing", "");
        line(8, "pd", quoted(pricing.probabilityOfDefault()));
        line(8, "standard_pd", percent(pricing.standard()));
        line(8, "lgd", percent(pricing.lossGivenDefault()));
        line(8, "operating", pricing.operating().toString());
        line(8, "capital", pricing.capital().toString());
        line(8, "margin", pricing.margin().toString());
        line(8, "least_margin", pricing.leastMargin().toString());
        line(8, "step", pricing.step().toString());
    }

    private static String fee(Fee fee) {
        ChargeItem item = fee.item();
        String basis =
                switch (fee.basis()) {
                    case FeeBasis.Fixed(Money amount) -> "fixed: " + yuan(amount);
                    case FeeBasis.ShareOfPrincipal(int ppm) -> "share: " + new Rate(ppm);
                    case FeeBasis.ShareOfBalance(int ppm) -> "share_of_balance: " + new Rate(ppm);
                };
        return "name: %s, collector: %s, by: %s, payer: %s, when: %s, %s"
                .formatted(
                        quoted(item.name()),
                        word(item.collector().kind()),
                        quoted(item.collector().name()),
                        word(item.payer()),
                        word(fee.when()),
                        basis);
    }

    private static String yuan(Money money) {
        return money.yuan().stripTrailingZeros().toPlainString();
    }

    private static String percent(Probability share) {
        return new Rate((int) Math.round(share.value() * 1e6)).toString();
    }

    private static String list(List<String> words) {
        return words.stream().collect(Collectors.joining(", ", "[", "]"));
    }

    private static String word(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private void line(int indent, String key, String value) {
        yaml.append(" ".repeat(indent))
                .append(key)
                .append(':')
                .append(value.isEmpty() ? "" : " " + value)
                .append('\n');
    }
}
