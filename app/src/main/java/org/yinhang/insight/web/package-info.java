/** Pages of insight. */
@NullMarked
package org.yinhang.insight.web;

import org.jspecify.annotations.NullMarked;
