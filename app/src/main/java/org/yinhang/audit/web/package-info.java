/** The page and the REST interface of the audit. */
@NullMarked
package org.yinhang.audit.web;

import org.jspecify.annotations.NullMarked;
