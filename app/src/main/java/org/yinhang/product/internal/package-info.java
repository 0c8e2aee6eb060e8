/** How versions of policies are kept, and how tables travel as workbooks and YAML. */
@NullMarked
package org.yinhang.product.internal;

import org.jspecify.annotations.NullMarked;
