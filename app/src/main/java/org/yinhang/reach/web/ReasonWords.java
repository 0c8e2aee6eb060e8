package org.yinhang.reach.web;

import org.yinhang.compliance.policy.Refusal;
import org.yinhang.shared.web.PageFrame;

/** Reasons of the ledgers in the viewer's language. */
public final class ReasonWords {

    private static final String STOPPED = "STOPPED";

    private ReasonWords() {}

    /** The words of a reason as the ledgers write it. */
    public static String of(String token, PageFrame page) {
        if (token.equals(STOPPED)) {
            return page.t("reach.stopped");
        }
        if (!token.matches("[A-Z_]+(:unknown|:failed)?")) {
            return token;
        }
        Refusal refusal = Refusal.of(token);
        String words =
                page.texts().isChinese() ? refusal.code().zh() : refusal.code().en();
        return switch (refusal.cause()) {
            case RULE -> words;
            case UNKNOWN -> words + page.t("reach.reason.unknown");
            case FAILURE -> words + page.t("reach.reason.failed");
        };
    }
}
