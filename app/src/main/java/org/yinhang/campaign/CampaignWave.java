package org.yinhang.campaign;

import java.time.LocalDate;

/**
 * A wave of a launched campaign.
 *
 * @param wave its code
 * @param dueOn the day it is prepared
 * @param isPrepared whether its customers are on their way
 * @param chosen customers who came into it
 * @param control of these, left untouched to compare with
 * @param heldOut of these, in the standing hold-out
 * @param unreached of these, those no step is for
 */
public record CampaignWave(
        String wave, LocalDate dueOn, boolean isPrepared, long chosen, long control, long heldOut, long unreached) {}
