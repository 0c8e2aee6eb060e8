package org.yinhang.compliance.web;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yinhang.compliance.Instruments;
import org.yinhang.compliance.ReasonCode;
import org.yinhang.compliance.policy.ConsentScope;
import org.yinhang.compliance.policy.GuardCard;
import org.yinhang.compliance.policy.Refusal;
import org.yinhang.compliance.rules.RuleKind;
import org.yinhang.shared.web.PageFrame;

/** Codes of the desk in the viewer's language. */
public final class ComplianceWords {

    private ComplianceWords() {}

    /** Where a rule stands, in the viewer's language. */
    public static String source(String source, PageFrame page) {
        return page.texts().isChinese() ? Instruments.inChinese(source) : source;
    }

    /** The version of every rule set as a version of the whole names them, {@code hours 0, frequency 2}, by their names. */
    public static String versions(String version, PageFrame page) {
        return Stream.of(version.split(", "))
                .map(one -> one.split(" "))
                .map(one -> page.t(RuleKind.named(one[0]).orElseThrow().messageKey()) + " "
                        + (one[1].equals("0") ? page.t("compliance.rules.shipped") : "v" + one[1]))
                .collect(Collectors.joining(page.t("compliance.rules.and")));
    }

    public static String of(ReasonCode code, PageFrame page) {
        return page.texts().isChinese() ? code.zh() : code.en();
    }

    /** A reason with how it came about. */
    public static String of(Refusal refusal, PageFrame page) {
        String words = of(refusal.code(), page);
        return switch (refusal.cause()) {
            case RULE -> words;
            case UNKNOWN -> page.t("compliance.reason.unknown", words);
            case FAILURE -> page.t("compliance.reason.failed", words);
        };
    }

    /** All reasons in a line. */
    public static String of(List<Refusal> refusals, PageFrame page) {
        return refusals.stream().map(refusal -> of(refusal, page)).collect(Collectors.joining("; "));
    }

    /** What a guard asks. */
    public static String of(GuardCard card, PageFrame page) {
        return page.texts().isChinese() ? card.zh() : card.en();
    }

    public static String purpose(String purpose, PageFrame page) {
        return page.texts().orElse("compliance.purpose." + purpose, purpose);
    }

    public static String channel(String channel, PageFrame page) {
        return channel.equals(ConsentScope.ANY)
                ? page.t("compliance.channel.any")
                : page.texts().orElse("compliance.channel." + channel, channel);
    }

    public static String dataClass(String dataClass, PageFrame page) {
        return dataClass.equals(ConsentScope.ANY)
                ? page.t("compliance.data.any")
                : page.texts().orElse("compliance.data." + dataClass, dataClass);
    }
}
