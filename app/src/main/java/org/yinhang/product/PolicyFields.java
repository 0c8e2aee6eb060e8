package org.yinhang.product;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.yinhang.core.predicate.Catalogue;
import org.yinhang.core.predicate.Field;
import org.yinhang.core.predicate.ValueType;
import org.yinhang.lake.schema.DataClass;
import org.yinhang.lake.tag.Tag;

/** What policies may speak of: every tag, and what is asked when somebody applies. */
public final class PolicyFields {

    /** What the money is for, once asked. */
    public static final Field LOAN_PURPOSE = Field.of("loan_purpose", ValueType.TEXT, "贷款用途", "Purpose of the loan")
            .withValues(purposes());

    private PolicyFields() {}

    /** What a customer was promised off the rate of a product, a year; missing where nothing was. */
    static Field coupon(String product) {
        return Field.of(
                "rate_coupon_" + product.toLowerCase(Locale.ROOT),
                ValueType.RATE,
                "利率优惠券（%s）".formatted(product),
                "Rate coupon (%s)".formatted(product));
    }

    /** The names tables may use. */
    public static Catalogue catalogue(Collection<Tag> tags) {
        List<Field> fields = new ArrayList<>(tags.stream().map(Tag::field).toList());
        fields.add(LOAN_PURPOSE);
        return Catalogue.ofFields(fields);
    }

    /** Tags that come from a credit bureau: readable only with the customer's authorisation for the purpose. */
    public static Set<String> bureau(Collection<Tag> tags) {
        return tags.stream()
                .filter(tag -> tag.governance().data().contains(DataClass.BUREAU))
                .map(Tag::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Map<String, String> purposes() {
        Map<String, String> codes = new LinkedHashMap<>();
        codes.put("not_asked", "尚未询问");
        codes.put("consumption", "消费");
        codes.put("renovation", "装修");
        codes.put("car", "购车");
        codes.put("education", "教育");
        codes.put("travel", "旅游");
        codes.put("medical", "医疗");
        codes.put("business", "经营周转");
        codes.put("start_up", "创业");
        codes.put("home", "购房");
        codes.put("p2p", "P2P");
        codes.put("crypto", "虚拟货币");
        codes.put("down_payment", "购房首付");
        codes.put("stock", "股票");
        codes.put("wealth_product", "理财");
        codes.put("gambling", "博彩");
        return codes;
    }
}
