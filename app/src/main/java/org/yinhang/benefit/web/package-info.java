/** Pages of benefits, and where they are redeemed. */
@NullMarked
package org.yinhang.benefit.web;

import org.jspecify.annotations.NullMarked;
