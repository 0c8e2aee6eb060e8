package org.yinhang.core.predicate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A small catalogue a banker would recognise. */
public final class SampleCatalogue {

    private SampleCatalogue() {}

    public static final FactTable TRANSACTIONS = new FactTable(
            "transactions",
            "交易",
            "Transactions",
            false,
            List.of(
                    Field.of("occurred_at", ValueType.MOMENT, "发生时间", "Occurred at"),
                    Field.of("amount", ValueType.MONEY, "金额", "Amount"),
                    Field.of("category", ValueType.TEXT, "类别", "Category")
                            .withValues(codes("decoration", "家装", "salary", "代发工资"))),
            Optional.empty());

    public static final FactTable CREDIT_LINES = new FactTable(
            "credit_lines",
            "授信",
            "Credit lines",
            true,
            List.of(
                    Field.of("occurred_at", ValueType.MOMENT, "发生时间", "Occurred at"),
                    Field.of("granted", ValueType.MONEY, "授信额度", "Granted"),
                    Field.of("used", ValueType.MONEY, "已用额度", "Used"),
                    Field.of("share", ValueType.NUMBER, "占比", "Share"),
                    Field.of("status", ValueType.TEXT, "状态", "Status")),
            Optional.empty());

    public static Catalogue catalogue() {
        return new Catalogue(
                List.of(
                        Field.of("age", ValueType.INTEGER, "年龄", "Age"),
                        Field.of("income", ValueType.MONEY, "月收入", "Monthly income"),
                        Field.of("rate", ValueType.RATE, "年化利率", "Annual rate"),
                        Field.of("score", ValueType.NUMBER, "评分", "Score"),
                        Field.of("city", ValueType.TEXT, "市", "City"),
                        Field.of("stability", ValueType.TEXT, "单位稳定性", "Stability")
                                .withDeclared(codes("stable", "稳定类", "avoid", "规避类")),
                        Field.of("mortgage", ValueType.TRUTH, "有房贷", "Has a mortgage"),
                        Field.of("joined_on", ValueType.DATE, "开户日期", "Customer since"),
                        Field.of("circles", ValueType.SET, "圈层", "Circles"),
                        Field.of("value", ValueType.INTEGER, "值", "Value"),
                        Field.of("end", ValueType.INTEGER, "末", "End")),
                List.of(TRANSACTIONS, CREDIT_LINES),
                Set.of("vip-2026"),
                Set.of("装修客群"));
    }

    private static Map<String, String> codes(String... pairs) {
        Map<String, String> codes = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            codes.put(pairs[i], pairs[i + 1]);
        }
        return codes;
    }
}
