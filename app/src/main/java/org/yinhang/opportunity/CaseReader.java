package org.yinhang.opportunity;

/**
 * Who looks at cases: approved ones are for everybody, others for their maker and who decides on them.
 *
 * @param userName theirs
 * @param decidesAnywhere whether they have the say in every case
 * @param decidesWithinReach whether they have it in those of the opportunities within their reach
 * @param reach of opportunities
 */
public record CaseReader(
        String userName, boolean decidesAnywhere, boolean decidesWithinReach, OpportunityReach reach) {}
