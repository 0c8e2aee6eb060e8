package org.yinhang.decision.web;

/**
 * Something a decision read of the customer.
 *
 * @param field its identifier
 * @param name in the viewer's language
 * @param category which side of the customer it tells about, in the viewer's language
 * @param value in the viewer's language; empty where nothing was known
 */
public record KnownFact(String field, String name, String category, String value) {}
