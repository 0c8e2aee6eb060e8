package org.yinhang.campaign;

import java.time.Instant;
import java.util.Optional;

/**
 * A campaign.
 *
 * @param id its number
 * @param code its code, in ledgers and addresses
 * @param state how far it has come
 * @param version counts up with every change of the plan
 * @param plan what it is to do
 * @param salt of its assignments
 * @param owner user name of who made it: the audience is what they may see
 * @param changedBy user name of who changed the plan last
 * @param changedAt when
 * @param submittedBy user name of who asked for approval
 * @param approvedBy user name of who approved it
 * @param launchedAt when it was launched
 */
public record Campaign(
        long id,
        String code,
        CampaignState state,
        int version,
        CampaignPlan plan,
        String salt,
        String owner,
        String changedBy,
        Instant changedAt,
        Optional<String> submittedBy,
        Optional<String> approvedBy,
        Optional<Instant> launchedAt) {}
