package org.yinhang.benefit;

import java.util.Map;

/** The products whose rate a coupon may cut; whoever keeps products tells. */
public interface CouponProducts {

    /** Chinese and English name of every product that lends today, by code. */
    Map<String, Name> today();

    /**
     * What a product is called.
     *
     * @param zh in Chinese
     * @param en in English
     */
    record Name(String zh, String en) {}
}
