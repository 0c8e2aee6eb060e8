package org.yinhang.reach.gateway;

/** One way out of the bank. For any number of threads. */
public interface Gateway {

    /**
     * Hands a message over, once, without trying again. Whatever goes wrong becomes an answer: only what certainly did not
     * arrive may be called so.
     */
    SendAnswer send(Message message);

    /** What became of a key; asking changes nothing. */
    StatusAnswer status(String key);
}
