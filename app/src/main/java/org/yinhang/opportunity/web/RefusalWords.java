package org.yinhang.opportunity.web;

import java.util.List;
import org.yinhang.compliance.Instruments;
import org.yinhang.compliance.policy.Refusal;
import org.yinhang.shared.web.PageFrame;

/** Why somebody may not be called, in the viewer's language. */
public final class RefusalWords {

    private RefusalWords() {}

    /**
     * One reason.
     *
     * @param words what it is
     * @param source the law or policy behind it
     */
    public record Line(String words, String source) {}

    /** Every reason. */
    public static List<Line> all(List<Refusal> refusals, PageFrame page) {
        return refusals.stream()
                .map(refusal -> new Line(of(refusal, page), source(refusal, page)))
                .toList();
    }

    private static String source(Refusal refusal, PageFrame page) {
        String source = refusal.code().source();
        return page.texts().isChinese() ? Instruments.inChinese(source) : source;
    }

    private static String of(Refusal refusal, PageFrame page) {
        String words =
                page.texts().isChinese() ? refusal.code().zh() : refusal.code().en();
        return switch (refusal.cause()) {
            case RULE -> words;
            case UNKNOWN -> page.t("opportunity.refusal.unknown", words);
            case FAILURE -> page.t("opportunity.refusal.failed", words);
        };
    }
}
