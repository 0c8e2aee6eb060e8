package org.yinhang.demobank.person;

import org.yinhang.demobank.world.City;
import org.yinhang.demobank.world.Outlet;

/**
 * One simulated customer.
 *
 * @param number dense customer number
 * @param female gender
 * @param birthDay day number of birth
 * @param marital marital status of the canonical table
 * @param education education of the canonical table
 * @param city where the customer lives
 * @param outlet which outlet serves the customer
 * @param manager staff number of the account manager, or empty
 * @param joinedOn day number on which the customer relation began
 * @param riskPreference c1 to c5
 * @param cardHolder whether a credit card is held
 * @param saver whether savings go into term deposits
 * @param investor whether savings go into wealth products
 * @param home household
 * @param job work
 * @param temper hidden nature
 * @param cycles hidden needs
 */
public record Person(
        int number,
        boolean female,
        int birthDay,
        String marital,
        String education,
        City city,
        Outlet outlet,
        String manager,
        int joinedOn,
        String riskPreference,
        boolean cardHolder,
        boolean saver,
        boolean investor,
        Home home,
        Job job,
        Temper temper,
        Cycles cycles) {

    /** Key of the current account. */
    public long currentAccount() {
        return account(1);
    }

    /** Key of the term deposit. */
    public long termAccount() {
        return account(2);
    }

    /** Key of the wealth account. */
    public long wealthAccount() {
        return account(3);
    }

    /** Key of the credit card. */
    public long cardAccount() {
        return account(4);
    }

    private long account(int kind) {
        return ((long) number << 4) | kind;
    }

    /** Age in whole years on a day. */
    public int age(int day) {
        return (int) ((day - birthDay) / 365.2425);
    }
}
