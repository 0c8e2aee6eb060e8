package org.yinhang.reach.gateway;

/** What a gateway says of a key it was asked about. */
public sealed interface StatusAnswer {

    /** It has the message. */
    record Accepted(String reference) implements StatusAnswer {}

    /** It had the message and refused it for good. */
    record Rejected(String detail) implements StatusAnswer {}

    /** It has never seen the key. */
    record NeverSeen() implements StatusAnswer {}

    /** It cannot say, now or ever: some gateways have no such question. */
    record Unavailable() implements StatusAnswer {}
}
