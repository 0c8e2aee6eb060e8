/** What tests of the application share: one PostgreSQL, one application, one browser per test run. */
@NullMarked
package org.yinhang.testing;

import org.jspecify.annotations.NullMarked;
