package org.yinhang.opportunity;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yinhang.product.Policies;
import org.yinhang.product.Product;
import org.yinhang.product.ProductFamily;

/**
 * What somebody may be good at: a family of products such as cars or renovation, or one product. A skill is named
 * {@code family.car} or by the code of the product.
 */
@Component
public class Skills {

    private static final String FAMILY = "family.";

    private final Policies policies;

    Skills(Policies policies) {
        this.policies = policies;
    }

    /**
     * A family with the products of it that lend today.
     *
     * @param family what kind of business
     * @param products by code
     */
    public record Group(ProductFamily family, List<Product> products) {

        public Group {
            products = List.copyOf(products);
        }

        /** The skill of being good at all of it. */
        public String skill() {
            return Skills.of(family);
        }
    }

    /** What may be chosen today, families in their order. */
    public List<Group> choices() {
        List<Product> lending = lending();
        return Arrays.stream(ProductFamily.values())
                .map(family -> new Group(
                        family,
                        lending.stream()
                                .filter(product -> product.family() == family)
                                .toList()))
                .filter(group -> !group.products().isEmpty())
                .toList();
    }

    /** Every skill there is today. */
    public Set<String> all() {
        return choices().stream()
                .flatMap(group -> Stream.concat(
                        Stream.of(group.skill()), group.products().stream().map(Product::id)))
                .collect(Collectors.toSet());
    }

    /** By product, the skills that fit it; a product that is not offered any more is known by its code alone. */
    public Function<String, Set<String>> fields() {
        var families = lending().stream().collect(Collectors.toMap(Product::id, Product::family));
        return product -> families.containsKey(product) ? Set.of(product, of(families.get(product))) : Set.of(product);
    }

    private List<Product> lending() {
        LocalDate today = policies.asOf().day();
        return policies.offers().book().productsOn(today).stream()
                .filter(product -> product.credit().isPresent())
                .sorted(Comparator.comparing(Product::id))
                .toList();
    }

    /** The message key of a family's skill; empty for that of a product. */
    public static String messageKey(String skill) {
        return skill.startsWith(FAMILY) ? "product." + skill : "";
    }

    private static String of(ProductFamily family) {
        return FAMILY + family.name().toLowerCase(Locale.ROOT);
    }
}
