/** Where the ledgers are kept, and how the bank's own consents and contacts come into them. */
@NullMarked
package org.yinhang.compliance.internal;

import org.jspecify.annotations.NullMarked;
