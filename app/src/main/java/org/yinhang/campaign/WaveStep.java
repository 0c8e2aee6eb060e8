package org.yinhang.campaign;

import java.util.Optional;

/**
 * What some customers of a wave get. The first step that is for a customer counts.
 *
 * @param who condition over tags, such as {@code intention_grade = 'A'}; empty for everybody
 * @param arm for this arm only; empty for every arm
 * @param channel through which channel
 * @param creative code of the text
 * @param sender registered number, signature or account; empty where people act
 * @param costFen what one touch costs
 * @param benefit code of what is promised beside the offer; empty for nothing
 */
public record WaveStep(
        String who,
        String arm,
        String channel,
        String creative,
        String sender,
        long costFen,
        Optional<String> benefit) {}
