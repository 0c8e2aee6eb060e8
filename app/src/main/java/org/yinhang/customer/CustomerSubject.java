package org.yinhang.customer;

import org.yinhang.customer.profile.CustomerProfile;

/**
 * The customer 360 page as contributed panels see it: a module adds a panel by declaring a bean of
 * {@code Panel<CustomerSubject>}. The viewer, who may see this customer, is in the page frame.
 *
 * @param customer whom the page is about
 * @param profile what the lake knows, already read
 */
public record CustomerSubject(Customer customer, CustomerProfile profile) {}
