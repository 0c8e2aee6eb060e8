package org.yinhang.opportunity.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yinhang.campaign.Campaigns;
import org.yinhang.opportunity.IdentificationRules;
import org.yinhang.opportunity.Opportunity;
import org.yinhang.opportunity.OpportunityEvent;
import org.yinhang.opportunity.OpportunityLists;
import org.yinhang.opportunity.OpportunityReason;
import org.yinhang.opportunity.OpportunityRule;
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
    private final IdentificationRules rules;

    OpportunityWords(Policies policies, OpportunityLists lists, Campaigns campaigns, IdentificationRules rules) {
        this.policies = policies;
        this.lists = lists;
        this.campaigns = campaigns;
        this.rules = rules;
    }

    /**
     * The words of one page.
     *
     * @param products by code
     * @param lists names of lists by number
     * @param campaigns names of campaigns by code
     * @param rules by code every version of a rule, the newest that was approved first
     */
    public record Words(
            Map<String, Product> products,
            Map<String, String> lists,
            Map<String, String> campaigns,
            Map<String, List<OpportunityRule>> rules) {

        /** No version has this number. */
        private static final int NEWEST = -1;

        /** A source, what of it, and for a rule its version where it is not the one that ships. */
        private static final Pattern FOUND = Pattern.compile("(rule|task|list) (.+?)(?: v(\\d{1,9}))?");

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
                    rule(reason.code(), reason.version())
                            .map(rule -> words(rule, page))
                            .orElse(reason.code());
                case TASK -> page.t("opportunity.reason.task", campaigns.getOrDefault(reason.code(), reason.code()));
                case LIST -> page.t("opportunity.reason.list", lists.getOrDefault(reason.code(), reason.code()));
            };
        }

        /** The version of a rule; where the version is not known, the newest that was approved. */
        private Optional<OpportunityRule> rule(String code, int version) {
            List<OpportunityRule> versions = rules.getOrDefault(code, List.of());
            return versions.stream()
                    .filter(rule -> rule.version() == version)
                    .findFirst()
                    .or(() -> versions.stream().findFirst());
        }

        /** A reason by its name in addresses, {@code source.code}; of a rule in its newest words. */
        public String source(String name, PageFrame page) {
            int dot = name.indexOf('.');
            return dot < 0 ? "–" : of(reason(name.substring(0, dot), name.substring(dot + 1), NEWEST, page), page);
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
            Matcher matcher = FOUND.matcher(detail);
            if (!matcher.matches()) {
                return detail;
            }
            String version = matcher.group(3);
            int number = version == null ? 0 : Integer.parseInt(version);
            return of(reason(matcher.group(1), matcher.group(2), number, page), page);
        }

        private static OpportunityReason reason(String source, String code, int version, PageFrame page) {
            return new OpportunityReason(
                    OpportunityReason.Source.of(source), code, version, page.today(), false, false);
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
            return rules.values().stream()
                    .map(List::getFirst)
                    .sorted(Comparator.comparing(OpportunityRule::code))
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
                campaigns.names(),
                rules.wordings());
    }
}
