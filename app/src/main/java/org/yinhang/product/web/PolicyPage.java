package org.yinhang.product.web;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yinhang.core.policy.analysis.TableAnalysis;
import org.yinhang.product.PolicyHits;
import org.yinhang.product.PolicyTable;
import org.yinhang.product.PolicyVersion;

/**
 * What the page of a policy shows.
 *
 * @param table in force today
 * @param analysis what it leaves open, says twice or never says
 * @param counts how many customers its rows meet; null when the tags have never been computed
 * @param bureau fields it reads that need the customer's authorisation
 * @param versions the bank wrote, the newest first
 */
public record PolicyPage(
        PolicyTable table,
        TableAnalysis analysis,
        PolicyHits.@Nullable Counts counts,
        Set<String> bureau,
        List<PolicyVersion> versions) {}
