package org.yinhang.campaign;

import java.util.List;

/**
 * One wave.
 *
 * @param code its code, unique in the campaign
 * @param entry who of the wave before comes into it
 * @param waitDays days after the wave before
 * @param steps what customers get, the first that fits
 */
public record WavePlan(String code, WaveEntry entry, int waitDays, List<WaveStep> steps) {

    public WavePlan {
        steps = List.copyOf(steps);
    }
}
