/** The pages of the bank's data: what can be loaded, what was, and the business date. */
@NullMarked
package org.yinhang.ingest.web;

import org.jspecify.annotations.NullMarked;
