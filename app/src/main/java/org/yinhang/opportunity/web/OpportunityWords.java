package org.yinhang.opportunity.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yinhang.campaign.Campaigns;
import org.yinhang.opportunity.Opportunity;
import org.yinhang.opportunity.OpportunityEvent;
import org.yinhang.opportunity.OpportunityLists;
import org.yinhang.opportunity.OpportunityReason;
import org.yinhang.opportunity.OpportunityRule;
import org.yinhang.opportunity.OpportunityRules;
import org.yinhang.opportunity.Skills;
import org.yinhang.product.Credit;
import org.yinhang.product.Policies;
import org.yinhang.product.Product;
import org.yinhang.shared.list.ListFilter;
import org.yinhang.shared.web.PageFrame;

/** Products and reasons of opportunities in the viewer's language. */
@Component
public class OpportunityWords {

    private final Policies policies;
    private final OpportunityLists lists;
    private final Campaigns campaigns;

    OpportunityWords(Policies policies, OpportunityLists lists, Campaigns campaigns) {
        this.policies = policies;
        this.lists = lists;
        this.campaigns = campaigns;
    }

    /**
     * The words of one page.
     *
     * @param products by code
     * @param lists names of lists by number
     * @param campaigns names of campaigns by code
     */
    public record Words(Map<String, Product> products, Map<String, String> lists, Map<String, String> campaigns) {

        /** The name of a product. */
        public String product(String code, PageFrame page) {
            Product product = products.get(code);
            if (product == null) {
                return code;
            }
            return page.texts().isChinese() ? product.zh() : product.en();
        }

        /** What somebody is good at: a family of products or one. */
        public String skill(String skill, PageFrame page) {
            String family = Skills.messageKey(skill);
            return family.isEmpty() ? product(skill, page) : page.t(family);
        }

        /** All somebody is good at, families first. */
        public String skills(Set<String> skills, PageFrame page) {
            return skills.stream()
                    .sorted(Comparator.comparing(
                                    (String skill) -> Skills.messageKey(skill).isEmpty())
                            .thenComparing(Comparator.naturalOrder()))
                    .map(skill -> skill(skill, page))
                    .collect(Collectors.joining(page.texts().isChinese() ? "、" : ", "));
        }

        /** The usual term of a product in months; 0 where it does not lend. */
        public int term(String code) {
            return Optional.ofNullable(products.get(code))
                    .flatMap(Product::credit)
                    .map(Credit::term)
                    .orElse(0);
        }

        /** Why an opportunity is one: its newest reason. */
        public String why(Opportunity opportunity, PageFrame page) {
            return opportunity.reasons().stream()
                    .findFirst()
                    .map(reason -> of(reason, page))
                    .orElse("");
        }

        /** What one reason says. */
        public String of(OpportunityReason reason, PageFrame page) {
            return switch (reason.source()) {
                case RULE ->
                    OpportunityRules.SHIPPED
                            .find(reason.code())
                            .map(rule -> words(rule, page))
                            .orElse(reason.code());
                case TASK -> page.t("opportunity.reason.task", campaigns.getOrDefault(reason.code(), reason.code()));
                case LIST -> page.t("opportunity.reason.list", lists.getOrDefault(reason.code(), reason.code()));
            };
        }

        /** A reason by its name in addresses, {@code source.code}. */
        public String source(String name, PageFrame page) {
            int dot = name.indexOf('.');
            return dot < 0 ? "–" : found(name.substring(0, dot) + " " + name.substring(dot + 1), page);
        }

        /** What else must be known of an event. */
        public String detail(OpportunityEvent event, PageFrame page) {
            return switch (event.kind()) {
                case "found" -> found(event.detail(), page);
                case "assigned", "pooled" -> given(event.detail(), page);
                case "task" -> page.texts().orElse("opportunity.task." + event.detail(), event.detail());
                default -> event.detail();
            };
        }

        private String found(String detail, PageFrame page) {
            int space = detail.indexOf(' ');
            return of(
                    new OpportunityReason(
                            OpportunityReason.Source.of(detail.substring(0, space)),
                            detail.substring(space + 1),
                            page.today(),
                            false,
                            false),
                    page);
        }

        /** A staff code, if any, and why there. */
        private static String given(String detail, PageFrame page) {
            String why = detail.substring(detail.lastIndexOf(' ') + 1);
            String words = page.texts().orElse("opportunity.assigned." + why, why);
            return detail.contains(" ") ? detail.substring(0, detail.lastIndexOf(' ')) + " · " + words : words;
        }

        /** The products to filter by. */
        List<ListFilter.Option> productOptions(PageFrame page) {
            return products.keySet().stream()
                    .sorted()
                    .map(code -> new ListFilter.Option(code, product(code, page)))
                    .toList();
        }

        /** The reasons to filter by. */
        List<ListFilter.Option> reasonOptions(PageFrame page) {
            return OpportunityRules.SHIPPED.rules().stream()
                    .map(rule -> new ListFilter.Option("rule." + rule.code(), words(rule, page)))
                    .toList();
        }

        private static String words(OpportunityRule rule, PageFrame page) {
            return page.texts().isChinese() ? rule.zh() : rule.en();
        }
    }

    Words now() {
        LocalDate today = policies.asOf().day();
        return new Words(
                policies.offers().book().productsOn(today).stream()
                        .filter(product -> product.credit().isPresent())
                        .sorted(Comparator.comparing(Product::id))
                        .collect(Collectors.toMap(Product::id, Function.identity())),
                lists.names(),
                campaigns.names());
    }
}
