package org.yinhang.compliance;

/**
 * Whether offer and price may follow from what is known about a person (PIPL 24). Who has refused automated decisions
 * is not cut off: they get the neutral offer at the neutral price.
 */
public enum Neutrality {
    /** Selection, offer and price may be made for this person. */
    PERSONALISED,
    /** The same offer and price as for anybody; also where it is not known what the person wants. */
    NEUTRAL
}
