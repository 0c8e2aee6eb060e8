/** Tests of jobs. */
@NullMarked
package org.yinhang.jobs;

import org.jspecify.annotations.NullMarked;
