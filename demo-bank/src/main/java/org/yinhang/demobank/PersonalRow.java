package org.yinhang.demobank;

/**
 * The invented personal data of one customer; never written to the lake. Identity numbers carry a valid check digit but
 * begin with 99, which no Chinese province has; phones begin with 154, which no operator uses; mail goes to a domain
 * that cannot exist.
 *
 * @param customer dense customer number
 * @param bankNumber the simulated bank's own identifier, such as SIM000000123
 * @param name invented name
 * @param idNumber 18 characters
 * @param phone 11 digits
 * @param email address at a domain that cannot exist
 * @param address invented address in a real city
 */
public record PersonalRow(
        int customer, String bankNumber, String name, String idNumber, String phone, String email, String address) {

    /** Nothing personal, not even when it is invented, in a log. */
    @Override
    public String toString() {
        return "PersonalRow[customer=" + customer + "]";
    }
}
