/** The compliance desk: guards, consents, holds, dated rules, the word check, the contact ledger. */
@NullMarked
package org.yinhang.compliance.web;

import org.jspecify.annotations.NullMarked;
