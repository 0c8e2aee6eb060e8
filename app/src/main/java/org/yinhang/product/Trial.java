package org.yinhang.product;

import java.time.LocalDate;
import java.util.List;

/**
 * A definition tried beside all others, as if it were approved.
 *
 * @param definition what was tried
 * @param offers products and policies with it
 * @param day for which it was tried: its first day, or today
 */
public record Trial(Definition definition, Offers offers, LocalDate day) {

    /** The products that lend and that the definition touches. */
    public List<Product> products() {
        return offers.book().productsOn(day).stream()
                .filter(product -> product.credit()
                        .filter(credit -> touches(product, credit))
                        .isPresent())
                .toList();
    }

    private boolean touches(Product product, Credit credit) {
        return switch (definition) {
            case Definition.OfProduct(Product own) -> own.id().equals(product.id());
            case Definition.OfTable(PolicyTable table) -> table.covers(product.id());
            case Definition.OfCap(LenderCap cap) -> cap.covers(credit.lender(), product.id());
        };
    }
}
