/** What a person is told when something they gave is wrong. */
@NullMarked
package org.yinhang.core.fault;

import org.jspecify.annotations.NullMarked;
