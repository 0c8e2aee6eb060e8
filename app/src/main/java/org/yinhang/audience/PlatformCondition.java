package org.yinhang.audience;

import org.yinhang.core.predicate.Expression;
import org.yinhang.core.predicate.Membership;

/**
 * A condition the platform adds to every predicate.
 *
 * @param key which: {@link #SCOPE} or {@link #CONSENT}; its words are the message {@code audience.platform.KEY}
 * @param text in the language
 * @param condition the same, checked
 */
public record PlatformCondition(String key, String text, Expression condition) {

    /** The name under which its customers are a member's: none that a person could give an audience. */
    String member() {
        return "\u0000" + key;
    }

    /** Its customers, as they stand under a run of the tags. */
    Expression rows() {
        return new Expression.Member(Membership.AUDIENCE, member());
    }

    /** Only customers of the viewer's branches, or their own. */
    public static final String SCOPE = "scope";

    /** Only customers who may be approached. */
    public static final String CONSENT = "consent";

    /** Somebody who agreed to a channel, is not on hold, and did not refuse being profiled. */
    public static final String MAY_BE_APPROACHED = "not on_hold and coalesce(consent_profiling, true)"
            + " and (consent_call or consent_sms or consent_wecom or consent_push)";
}
