/** Tests of shared web. */
@NullMarked
package org.yinhang.shared.web;

import org.jspecify.annotations.NullMarked;
