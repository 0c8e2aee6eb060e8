/** Pages of products and policies. */
@NullMarked
package org.yinhang.product.web;

import org.jspecify.annotations.NullMarked;
