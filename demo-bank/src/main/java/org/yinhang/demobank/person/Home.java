package org.yinhang.demobank.person;

/**
 * The household a customer lives in; up to three members of one household are customers.
 *
 * @param household its number
 * @param first lowest customer number of the household
 * @param members how many customers it has
 * @param couple whether the first two are married to each other
 * @param size people in it
 * @param children children in it
 * @param owned whether the home is owned
 * @param cars cars in it
 */
public record Home(
        long household, int first, int members, boolean couple, int size, int children, boolean owned, int cars) {}
