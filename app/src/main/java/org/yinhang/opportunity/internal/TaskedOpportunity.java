package org.yinhang.opportunity.internal;

import org.yinhang.opportunity.OpportunityStage;

/**
 * An open opportunity a task speaks for.
 *
 * @param id its number
 * @param stage how far it is
 * @param isForTasksAlone whether nothing but tasks found it, all of them done, and nobody wrote down a call
 */
record TaskedOpportunity(long id, OpportunityStage stage, boolean isForTasksAlone) {}
