package org.yinhang.product;

/**
 * A reason why a customer may not have a product, or why somebody must look first.
 *
 * @param code stable reason code
 * @param guard the guard of REGULATION it stands under: 5 admission and suitability, 7 cost cap
 * @param table name and version of the table or cap that said so
 * @param row the row that said so
 * @param condition the innermost conditions that decided
 * @param zh the reason in Chinese
 * @param en the reason in English
 */
public record Refusal(String code, int guard, String table, String row, String condition, String zh, String en) {

    static final int ADMISSION = 5;
    static final int COST_CAP = 7;
}
