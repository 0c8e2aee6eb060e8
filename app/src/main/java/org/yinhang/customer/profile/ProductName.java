package org.yinhang.customer.profile;

/** What a product is called in the two languages, and its family. */
public record ProductName(String chinese, String english, String family) {}
