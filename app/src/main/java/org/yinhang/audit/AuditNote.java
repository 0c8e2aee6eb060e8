package org.yinhang.audit;

import org.yinhang.shared.Viewer;

/**
 * Something worth keeping, before it has its place in the chain. Never holds personal data: a customer is named by
 * number.
 *
 * @param actor the user name of who did it, {@code system} for nobody, empty for a stranger
 * @param action what was done, such as {@code customer.unmask}; its words are the message {@code audit.action.CODE}
 * @param subject what it was done to, such as {@code customer 4711}; may be empty
 * @param reason why, as the person stated it; may be empty
 * @param detail what else must be known to judge it; may be empty
 */
public record AuditNote(String actor, String action, String subject, String reason, String detail) {

    /** Something a member of staff did. */
    public static AuditNote by(Viewer viewer, String action, String subject) {
        return new AuditNote(viewer.userName(), action, subject, "", "");
    }

    /** Something Yinhang did by itself. */
    public static AuditNote bySystem(String action, String subject) {
        return new AuditNote("system", action, subject, "", "");
    }

    /** The same with the reason a person gave. */
    public AuditNote because(String why) {
        return new AuditNote(actor, action, subject, why, detail);
    }

    /** The same with what else must be known. */
    public AuditNote with(String more) {
        return new AuditNote(actor, action, subject, reason, more);
    }
}
