/** Encryption of personal data in its columns, and the blind index that still finds it. */
@NullMarked
@NamedInterface("crypto")
package org.yinhang.shared.crypto;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
