package org.yinhang.reach.gateway;

/** What is certain after an attempt. Details are short and never personal. */
public sealed interface SendAnswer {

    /** The gateway has it. */
    record Accepted(String reference) implements SendAnswer {}

    /** The gateway said no for good: it is not tried again. */
    record Rejected(String detail) implements SendAnswer {}

    /** The gateway certainly does not have it, and may take it later. */
    record NotTaken(String detail) implements SendAnswer {}

    /** The gateway may have it or not. */
    record Unclear(String detail) implements SendAnswer {}

    /** The gateway was never called. */
    record NotCalled(String detail) implements SendAnswer {}
}
