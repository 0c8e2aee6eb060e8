package org.yinhang.compliance.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yinhang.compliance.ReasonCode;
import org.yinhang.compliance.policy.ConsentScope;
import org.yinhang.compliance.policy.GuardCard;
import org.yinhang.compliance.policy.Refusal;
import org.yinhang.shared.web.PageFrame;

/** Codes of the desk in the viewer's language. */
public final class ComplianceWords {

    /** The instruments guards and reasons name, as they are called in Chinese. */
    private static final Map<String, String> INSTRUMENTS = instruments();

    private ComplianceWords() {}

    /** Where a rule stands, in the viewer's language. */
    public static String source(String source, PageFrame page) {
        if (!page.texts().isChinese()) {
            return source;
        }
        String words = source;
        for (Map.Entry<String, String> instrument : INSTRUMENTS.entrySet()) {
            words = words.replace(instrument.getKey(), instrument.getValue());
        }
        return words;
    }

    private static Map<String, String> instruments() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("PIPL", "个人信息保护法");
        names.put("Personal Loan Measures 2024-3", "个人贷款管理办法(2024年第3号)");
        names.put("Credit Reporting Regulation", "征信业管理条例");
        names.put("NFRA 2026-2", "金规〔2026〕2号");
        names.put("NFRA 2025-9", "金规〔2025〕9号");
        names.put("Online Marketing Measures", "金融产品网络营销管理办法");
        names.put("SMS rule", "通信短信息服务管理规定");
        names.put("Advertising Law", "广告法");
        names.put("Consumer Law", "消费者权益保护法");
        names.put("Consumer protection practice", "消费者权益保护惯例");
        names.put("consumer protection practice", "消费者权益保护惯例");
        names.put("Bank policy", "行内策略");
        names.put("bank policy", "行内策略");
        names.put("Campaign policy", "活动策略");
        names.put("campaign policy", "活动策略");
        return names;
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
