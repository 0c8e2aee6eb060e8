package org.yinhang.product.web;

import java.util.Optional;
import org.yinhang.product.PolicyRelease;
import org.yinhang.product.TrialFigures;
import org.yinhang.product.TrialOutcomes;

/**
 * A version that is on trial or in force, as its page shows it.
 *
 * @param release how it stands
 * @param name of what it defines, in the language of the page
 * @param figures of its trial; empty where it is on none
 * @param outcomes of its customers; empty where it decides for none
 * @param isOwn whether who looks wrote it, and so may not release it
 */
public record StandingVersion(
        PolicyRelease release,
        String name,
        Optional<TrialFigures> figures,
        Optional<TrialOutcomes> outcomes,
        boolean isOwn) {}
