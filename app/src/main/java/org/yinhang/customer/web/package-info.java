/** The pages and the REST interface of customers. */
@NullMarked
package org.yinhang.customer.web;

import org.jspecify.annotations.NullMarked;
