package org.yinhang.compliance.policy;

import java.util.List;
import org.yinhang.compliance.ReasonCode;
import org.yinhang.compliance.Strength;

/**
 * What a guard is, for people.
 *
 * @param number its place in the order of REGULATION, from 1
 * @param from the first stage that asks it
 * @param zh what it asks, in Chinese
 * @param en what it asks, in English
 * @param source the law or custom behind it
 * @param strength how surely that source is known
 * @param codes the reasons it can give, the one for its own failure first
 */
public record GuardCard(
        int number, Stage from, String zh, String en, String source, Strength strength, List<ReasonCode> codes) {

    public GuardCard {
        codes = List.copyOf(codes);
    }
}
