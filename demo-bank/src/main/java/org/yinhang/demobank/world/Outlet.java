package org.yinhang.demobank.world;

/**
 * An outlet where customers are served.
 *
 * @param number position from 0
 * @param code code in the branch tree
 * @param city position of its city
 * @param managers number of its account managers
 */
public record Outlet(int number, String code, int city, int managers) {

    /** Staff number of one of the outlet's account managers. */
    public String manager(int index) {
        return "%s-M%02d".formatted(code, index + 1);
    }
}
