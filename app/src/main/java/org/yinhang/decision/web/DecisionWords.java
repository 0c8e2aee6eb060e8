package org.yinhang.decision.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.yinhang.compliance.policy.Refusal;
import org.yinhang.core.predicate.Value;
import org.yinhang.core.unit.Money;
import org.yinhang.core.unit.Rate;
import org.yinhang.decision.live.OfferEntry;
import org.yinhang.lake.tag.Tag;
import org.yinhang.product.PolicyBook;
import org.yinhang.product.PolicyFields;
import org.yinhang.product.Product;
import org.yinhang.shared.chart.Chart;
import org.yinhang.shared.web.PageFrame;

/** Names and figures of a decision in the viewer's language, by the policies of its day. */
public final class DecisionWords {

    private final PageFrame page;
    private final PolicyBook book;
    private final LocalDate day;
    private final Map<String, Tag> tags;

    DecisionWords(PageFrame page, PolicyBook book, LocalDate day, Map<String, Tag> tags) {
        this.page = page;
        this.book = book;
        this.day = day;
        this.tags = tags;
    }

    private boolean isChinese() {
        return page.texts().isChinese();
    }

    /** The name of a product; its code where the day knows none. */
    String product(String id) {
        return book.product(id, day).map(this::name).orElse(id);
    }

    private String name(Product product) {
        return isChinese() ? product.zh() : product.en();
    }

    /** The name of a charge. */
    String charge(String name) {
        return page.texts().orElse("decisions.charge." + name, name);
    }

    /** A rate without the word for a year: {@code 4.05%}. */
    public static String percent(long ppm) {
        return String.format(Locale.ROOT, "%.2f%%", ppm / 1e4);
    }

    /** The reason of a guard, and how it came about where that is not the rule itself. */
    public static String reason(Refusal refusal, PageFrame page) {
        String words =
                page.texts().isChinese() ? refusal.code().zh() : refusal.code().en();
        return refusal.cause() == Refusal.Cause.RULE
                ? words
                : page.t("decisions.cause." + refusal.cause().name().toLowerCase(Locale.ROOT), words);
    }

    /** The reason of a policy. */
    public static String reason(OfferEntry.Reason reason, PageFrame page) {
        return page.texts().isChinese() ? reason.zh() : reason.en();
    }

    private List<BuildUpPart> parts(List<OfferEntry.Part> parts) {
        return parts.stream().map(part -> BuildUpPart.of(part, isChinese())).toList();
    }

    TracedOffer offer(OfferEntry entry) {
        List<BuildUpPart> price = parts(entry.price());
        return new TracedOffer(
                entry,
                product(entry.product()),
                entry.ratePpm() == null ? Optional.empty() : Optional.of(picture(entry, price)),
                price,
                parts(entry.limit()),
                entry.costs().stream()
                        .map(charge -> new BuildUpPart(charge(charge.name()), charge.fen()))
                        .toList(),
                entry.guards().stream().map(Refusal::of).toList());
    }

    private Chart picture(OfferEntry entry, List<BuildUpPart> price) {
        long rate = Optional.ofNullable(entry.ratePpm()).orElse(0);
        List<String> labels = price.stream().map(BuildUpPart::name).collect(Collectors.toList());
        List<Double> values = price.stream().map(part -> part.amount() / 1e4).collect(Collectors.toList());
        labels.add(page.t("decisions.rate"));
        values.add(rate / 1e4);
        return new Chart(
                Chart.Kind.WATERFALL,
                Chart.Size.USUAL,
                page.t(
                        "decisions.price.title",
                        percent(rate),
                        percent(Optional.ofNullable(entry.lowestPpm()).orElse(0)),
                        percent(Optional.ofNullable(entry.highestPpm()).orElse(0))),
                "%",
                page.t("decisions.part"),
                labels,
                List.of(new Chart.Series(page.t("decisions.part.rate"), values)),
                null);
    }

    KnownFact fact(String field, Value value) {
        Tag tag = tags.get(field);
        if (tag != null) {
            return new KnownFact(
                    field,
                    isChinese() ? tag.zh() : tag.en(),
                    page.texts()
                            .orElse(
                                    "tag.category." + tag.category().name().toLowerCase(Locale.ROOT),
                                    tag.category().zh()),
                    told(value, code -> Optional.ofNullable(tag.values().get(code))
                            .map(names -> isChinese() ? names.zh() : names.en())
                            .orElse(code)));
        }
        boolean isPurpose = field.equals(PolicyFields.LOAN_PURPOSE.name());
        return new KnownFact(
                field,
                isPurpose ? page.t("decisions.purpose") : field,
                page.t("decisions.asked"),
                told(value, this::purpose));
    }

    /** The name of a purpose of a loan. */
    public String purpose(String code) {
        return purpose(code, page);
    }

    /** The name of a purpose of a loan. */
    public static String purpose(String code, PageFrame page) {
        return page.texts()
                .orElse(
                        "decisions.purpose." + code,
                        PolicyFields.LOAN_PURPOSE.values().getOrDefault(code, code));
    }

    private String told(Value value, java.util.function.UnaryOperator<String> names) {
        return switch (value) {
            case Value.Whole(long whole) -> Long.toString(whole);
            case Value.Real(double real) -> Chart.words(real);
            case Value.Text(String text) -> names.apply(text);
            case Value.Truth(boolean truth) -> page.t(truth ? "decisions.true" : "decisions.false");
            case Value.Labels(SortedSet<String> labels) ->
                labels.stream().map(names).collect(Collectors.joining(" · "));
            case Value.Missing() -> "";
        };
    }

    /** An amount with its sign. */
    public static String signed(long fen, PageFrame page) {
        return (fen < 0 ? "" : "+") + page.formats().money(Money.ofFen(fen));
    }

    /** A rate as the interface writes it. */
    public static String annual(long ppm, PageFrame page) {
        return page.formats().rate(new Rate(Math.toIntExact(ppm)));
    }
}
