package org.yinhang.product.web;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yinhang.core.loan.cost.CostTable;
import org.yinhang.core.unit.Money;
import org.yinhang.product.Assessment;
import org.yinhang.product.CapRoom;
import org.yinhang.product.PolicyTable;
import org.yinhang.product.PolicyVersion;
import org.yinhang.product.PriceBuildUp;
import org.yinhang.product.Product;
import org.yinhang.shared.chart.Chart;

/**
 * What the page of a product shows.
 *
 * @param product its terms
 * @param price the price for anybody, or for the customer chosen; null where it does not lend or was refused
 * @param picture of that price; null where there is none
 * @param cost of an example, or of the customer's limit; null where there is none
 * @param amount the loan the cost is of
 * @param tables that decide, in the order they are asked
 * @param caps that hold, with what they leave it
 * @param bureau fields it reads that need the customer's authorisation
 * @param versions the bank wrote
 * @param customer whom the assessment is of; null for nobody
 * @param assessment of that customer; null for nobody
 */
public record ProductPage(
        Product product,
        @Nullable PriceBuildUp price,
        @Nullable Chart picture,
        @Nullable CostTable cost,
        Money amount,
        List<PolicyTable> tables,
        List<CapRoom> caps,
        Set<String> bureau,
        List<PolicyVersion> versions,
        @Nullable Integer customer,
        @Nullable Assessment assessment) {}
