package org.yinhang.compliance;

import java.util.LinkedHashMap;
import java.util.Map;

/** The laws and policies that guards and reasons name, as they are called in Chinese. */
public final class Instruments {

    private static final Map<String, String> NAMES = names();

    private Instruments() {}

    /** Where a rule stands, {@code Advertising Law 43}, in Chinese: {@code 广告法 43}. */
    public static String inChinese(String source) {
        String words = source;
        for (Map.Entry<String, String> name : NAMES.entrySet()) {
            words = words.replace(name.getKey(), name.getValue());
        }
        return words;
    }

    private static Map<String, String> names() {
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
}
