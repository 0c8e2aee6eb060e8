package org.yinhang.compliance;

import java.util.Optional;

/**
 * How strictly a campaign guards its contacts. A guard is left out only with a written reason.
 *
 * @param consentWaiver why no consent is asked for, such as a replay of a published data set; empty asks for it
 * @param lowestAge youngest customer contacted, at least 18
 * @param highestAge oldest customer contacted
 * @param maximumAttempts most contacts of one customer in the campaign
 * @param coolDownDays days without contact after a refusal; 0 for none
 * @param contactWhenUnknown whether to contact who refused at a time nobody recorded; false fails closed
 * @param daysBetweenContacts days between contacts of different campaigns; 0 for none
 */
public record GuardSettings(
        Optional<String> consentWaiver,
        int lowestAge,
        int highestAge,
        int maximumAttempts,
        int coolDownDays,
        boolean contactWhenUnknown,
        int daysBetweenContacts) {}
