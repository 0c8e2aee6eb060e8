/** The pages and the REST interface of jobs. */
@NullMarked
package org.yinhang.jobs.web;

import org.jspecify.annotations.NullMarked;
