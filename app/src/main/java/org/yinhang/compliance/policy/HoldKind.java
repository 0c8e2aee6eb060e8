package org.yinhang.compliance.policy;

import java.util.Locale;

/** Why a customer is left in peace. */
public enum HoldKind {
    COMPLAINT,
    COLLECTIONS,
    DECEASED,
    MINOR,
    MANUAL;

    /** Its name in the ledger and in addresses. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The message key of its name. */
    public String messageKey() {
        return "compliance.hold." + key();
    }
}
