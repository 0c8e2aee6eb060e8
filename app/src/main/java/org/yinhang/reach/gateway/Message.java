package org.yinhang.reach.gateway;

/**
 * One message as it leaves the bank. Names and numbers in it are personal data: it lives for the length of a call.
 *
 * @param key names the touch to the gateway for ever; sent again under the same key it is the same message
 * @param channel through which channel
 * @param campaign code of the campaign
 * @param customer customer number
 * @param sender under which number, signature or account
 * @param to where it goes: phone, e-mail or the bank's own identifier; empty where the bank has none
 * @param subject of an e-mail or push message
 * @param text with every variable filled in
 */
public record Message(
        String key,
        String channel,
        String campaign,
        int customer,
        String sender,
        String to,
        String subject,
        String text) {

    /** The key alone: the rest is nobody's business in a log. */
    @Override
    public String toString() {
        return "Message[" + key + "]";
    }
}
