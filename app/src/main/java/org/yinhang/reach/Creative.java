package org.yinhang.reach;

import java.util.Optional;
import org.yinhang.compliance.policy.Copy;

/**
 * What is said to every customer of a dispatch, with places for what differs.
 *
 * @param code names it
 * @param version counts up with every change
 * @param subject of an e-mail or push message; empty where the channel has none
 * @param text with variables in braces
 * @param madeBy user name of its maker
 * @param approvedBy user name of who approved it; empty while nobody has
 * @param checkedBy version of the word list it was checked by
 * @param findings how many findings that check had
 */
public record Creative(
        String code,
        int version,
        String subject,
        String text,
        String madeBy,
        Optional<String> approvedBy,
        String checkedBy,
        int findings) {

    /** As guard 8 wants to see it. */
    public Copy copy() {
        return new Copy(code + " v" + version, madeBy, approvedBy, checkedBy, findings);
    }
}
