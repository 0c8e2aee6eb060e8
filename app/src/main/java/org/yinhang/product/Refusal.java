package org.yinhang.product;

/**
 * A reason why a customer may not have a product, or why somebody must look first.
 *
 * @param code stable reason code
 * @param ground what kind of reason it is
 * @param table name and version of the table or cap that said so
 * @param row the row that said so
 * @param condition the innermost conditions that decided
 * @param zh the reason in Chinese
 * @param en the reason in English
 */
public record Refusal(String code, Ground ground, String table, String row, String condition, String zh, String en) {

    /** The kinds of reasons, each under its guard of REGULATION. */
    public enum Ground {
        /** A forbidden industry or purpose. */
        RED_LINE(5),
        /** The policy on who may borrow, or what lending to them would take. */
        ADMISSION(5),
        /** The product does not suit the customer. */
        SUITABILITY(5),
        /** The all-in cost is above a cap. */
        COST_CAP(7);

        private final int guard;

        Ground(int guard) {
            this.guard = guard;
        }
    }

    /** The guard of REGULATION it stands under: 5 admission and suitability, 7 cost cap. */
    public int guard() {
        return ground.guard;
    }
}
