package org.yinhang.product.web;

import org.yinhang.product.Assessment;
import org.yinhang.product.Product;

/**
 * What the policies say of a customer and a product.
 *
 * @param product the product
 * @param assessment of the customer
 */
public record CustomerOffer(Product product, Assessment assessment) {}
