/** How the bank's own customer identifiers become dense numbers without being stored. */
@NullMarked
package org.yinhang.lake.dictionary;

import org.jspecify.annotations.NullMarked;
