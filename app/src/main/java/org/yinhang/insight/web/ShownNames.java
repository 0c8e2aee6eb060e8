package org.yinhang.insight.web;

import java.util.Locale;
import org.yinhang.insight.ValueNames;
import org.yinhang.lake.attribution.Breakdown;
import org.yinhang.shared.web.PageFrame;

/**
 * What the values of a breakdown are called for a viewer.
 *
 * @param names what the bank calls them
 * @param page whose language
 */
record ShownNames(ValueNames names, PageFrame page) {

    /** A name, or the code where there is none. */
    String of(Breakdown by, String value) {
        if (value.isEmpty()) {
            return page.t(by == Breakdown.STAFF ? "insight.returns.by-system" : "insight.returns.unknown");
        }
        if (by == Breakdown.CHANNEL) {
            return page.texts().orElse("customer.code.channel." + value, value);
        }
        String name = names.of(by, page.texts().isChinese()).get(value);
        if (name == null) {
            return value;
        }
        return by == Breakdown.STAFF ? name + " " + value : name;
    }

    /** What a breakdown is called. */
    String of(Breakdown by) {
        return page.t("insight.by." + by.name().toLowerCase(Locale.ROOT));
    }
}
