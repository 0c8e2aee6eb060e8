package org.yinhang.customer;

import java.util.Locale;

/** The two who may keep a customer (双线维护). */
public enum KeeperRole {
    /** A, 主办: leads and owns; opportunities go there. */
    LEAD,
    /** B, 协办: sees the customer too, and acts while the lead is away. */
    DEPUTY;

    /** Its name in tables. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The message key of its name. */
    public String messageKey() {
        return "customer.keeper." + key();
    }

    /** The role of a name. */
    public static KeeperRole of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
