package org.yinhang.product.web;

import java.util.Optional;
import org.yinhang.product.PriceBuildUp;
import org.yinhang.product.Product;

/**
 * A line of the shelf.
 *
 * @param product what is offered
 * @param price for anybody; empty where it does not lend
 */
public record ProductRow(Product product, Optional<PriceBuildUp> price) {}
