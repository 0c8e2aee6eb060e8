package org.yinhang.compliance.policy;

/**
 * What an answer of a customer is about.
 *
 * @param purpose what for, such as {@link #MARKETING}
 * @param dataClass which data, {@link #ANY} for all the text names
 * @param recipient who besides the bank gets them; empty for nobody
 * @param channel through which channel, {@link #ANY} for all
 */
public record ConsentScope(String purpose, String dataClass, String recipient, String channel) {

    /** Every data class, or every channel. */
    public static final String ANY = "*";

    /** Being approached with offers. */
    public static final String MARKETING = "marketing";
    /** Automated decisions; refused is the opt-out of PIPL 24. */
    public static final String PROFILING = "profiling";
    /** Bureau data for deciding on credit. */
    public static final String BUREAU = "bureau";
    /** Handing data to a partner. */
    public static final String SHARING = "partner_sharing";
    /** Any processing at all; asked for only where no contract is the authority. */
    public static final String PROCESSING = "processing";

    /** Financial accounts and what else PIPL 28 calls sensitive. */
    public static final String SENSITIVE = "sensitive";
    /** Bureau data. */
    public static final String BUREAU_DATA = "bureau";

    /** A purpose through a channel, the bank alone, whatever data the text names. */
    public static ConsentScope of(String purpose, String channel) {
        return new ConsentScope(purpose, ANY, "", channel);
    }

    /** Whether an answer about this scope says something about a question. */
    public boolean covers(ConsentScope question) {
        return purpose.equals(question.purpose)
                && recipient.equals(question.recipient)
                && (dataClass.equals(ANY) || dataClass.equals(question.dataClass))
                && (channel.equals(ANY) || channel.equals(question.channel));
    }

    /** How closely it names its object; the closer answer outranks. */
    public int closeness() {
        return (dataClass.equals(ANY) ? 0 : 1) + (channel.equals(ANY) ? 0 : 1);
    }
}
