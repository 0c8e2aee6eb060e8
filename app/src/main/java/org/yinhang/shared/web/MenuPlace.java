package org.yinhang.shared.web;

import java.util.Locale;

/** The places of the left rail, from top to bottom; one shows when a module contributes a page the viewer may open. */
public enum MenuPlace {
    HOME,
    CUSTOMERS,
    TAGS,
    AUDIENCES,
    MODELS,
    PRODUCTS,
    PLANS,
    CAMPAIGNS,
    OPPORTUNITIES,
    APPLICATIONS,
    SERVICING,
    GRIDS,
    PARTNERS,
    INSIGHT,
    PERFORMANCE,
    COMPLIANCE,
    SYSTEM;

    /** The message key of its name. */
    public String messageKey() {
        return "menu." + name().toLowerCase(Locale.ROOT);
    }
}
