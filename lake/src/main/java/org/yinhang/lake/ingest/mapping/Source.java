package org.yinhang.lake.ingest.mapping;

import java.util.List;
import java.util.Map;

/**
 * One source of a mapping.
 *
 * @param name what the mapping calls it
 * @param input where its rows come from
 * @param nulls texts that mean there is no value; an empty text always does
 * @param joins other sources looked up for every row
 * @param derived named expressions in order; each may use those before it and {@code _row}
 * @param rejects how many bad rows are borne
 * @param tables the canonical tables it fills; none for one that is only looked up
 * @param text the section as written, less comments and layout: part of a load's fingerprint
 */
public record Source(
        String name,
        SourceInput input,
        List<String> nulls,
        List<Join> joins,
        Map<String, Expression> derived,
        RejectLimit rejects,
        List<TableMapping> tables,
        String text) {}
