package org.yinhang.customer.web;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yinhang.customer.profile.ProductName;
import org.yinhang.customer.profile.TimelineEntry;
import org.yinhang.shared.list.Meaning;
import org.yinhang.shared.web.PageFrame;

/** Says codes of the lake in the viewer's language. */
public final class CustomerWords {

    private final PageFrame page;
    private final Map<String, ProductName> products;

    CustomerWords(PageFrame page, Map<String, ProductName> products) {
        this.page = page;
        this.products = products;
    }

    /**
     * A code in words, the code itself where no one named it, a dash where there is none.
     *
     * @param family of codes, such as {@code channel}
     */
    public String of(String family, @Nullable String code) {
        return code == null ? "–" : page.texts().orElse("customer.code." + family + "." + code, code);
    }

    /** The name of a product. */
    public String product(@Nullable String code) {
        if (code == null) {
            return "–";
        }
        ProductName name = products.get(code);
        if (name == null) {
            return code;
        }
        return page.texts().isChinese() ? name.chinese() : name.english();
    }

    /** What an entry of the timeline says. */
    public String title(TimelineEntry entry) {
        String code = of(entry.kind().codes(), entry.code());
        String key = "customer.timeline." + entry.kind().key();
        return switch (entry.kind()) {
            case CONTACT, EVENT, CONSENT, REFUSAL -> page.t(key, of("channel", entry.channel()), code);
            case APPLICATION, COMPLAINT -> page.t(key, code);
            case LATE_REPAYMENT -> page.t(key, entry.days());
            case MONEY -> page.t(key, code);
        };
    }

    /** What else an entry says: the product and the amount. */
    public String detail(TimelineEntry entry) {
        String product = entry.product() == null ? "" : product(entry.product());
        if (entry.amount() == null) {
            return product;
        }
        String amount = page.formats().money(entry.amount());
        return product.isEmpty() ? amount : product + " · " + amount;
    }

    /** How an entry is to be read. */
    public static Meaning meaning(TimelineEntry entry) {
        return switch (entry.kind()) {
            case CONTACT ->
                switch (Objects.requireNonNullElse(entry.code(), "")) {
                    case "accepted", "interested" -> Meaning.GOOD;
                    case "refused" -> Meaning.WATCH;
                    default -> Meaning.PLAIN;
                };
            case APPLICATION ->
                switch (Objects.requireNonNullElse(entry.code(), "")) {
                    case "approved", "signed", "disbursed", "used" -> Meaning.GOOD;
                    case "rejected" -> Meaning.BAD;
                    case "abandoned" -> Meaning.WATCH;
                    default -> Meaning.PLAIN;
                };
            case COMPLAINT -> entry.code().equals("resolved") ? Meaning.GOOD : Meaning.BAD;
            case CONSENT -> Meaning.GOOD;
            case REFUSAL -> Meaning.BLOCKED;
            case LATE_REPAYMENT -> Meaning.BAD;
            case MONEY, EVENT -> Meaning.PLAIN;
        };
    }

    /** The icon of an entry. */
    public static String icon(TimelineEntry entry) {
        return switch (entry.kind()) {
            case CONTACT -> "campaigns";
            case APPLICATION -> "applications";
            case COMPLAINT -> "watch";
            case CONSENT -> "good";
            case REFUSAL -> "blocked";
            case LATE_REPAYMENT -> "bad";
            case MONEY -> "performance";
            case EVENT -> "search";
        };
    }

    /** How the state of a line, a loan, an account or an application is to be read. */
    public static Meaning stateMeaning(@Nullable String state) {
        return switch (state == null ? "" : state.toLowerCase(Locale.ROOT)) {
            case "active", "performing", "open", "approved", "signed", "disbursed", "used", "resolved" -> Meaning.GOOD;
            case "overdue", "frozen", "dormant", "abandoned", "opened" -> Meaning.WATCH;
            case "defaulted", "written_off", "rejected" -> Meaning.BAD;
            default -> Meaning.PLAIN;
        };
    }
}
