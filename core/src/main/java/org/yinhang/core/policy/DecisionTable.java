package org.yinhang.core.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A policy as a table of rules, as people write it.
 *
 * @param id identifier
 * @param version counts up; 0 for the one that ships
 * @param zh Chinese name
 * @param en English name
 * @param hit what becomes of rows that hold
 * @param columns what it says
 * @param rows its rules, in order
 * @param unknown what it says where a rule cannot be judged because something is missing; its condition is ignored
 * @param from the first day it holds
 * @param until the first day it no longer holds; empty while no end is known
 * @param source the law, decision or document it comes from
 */
public record DecisionTable(
        String id,
        int version,
        String zh,
        String en,
        HitPolicy hit,
        List<OutcomeColumn> columns,
        List<TableRow> rows,
        Optional<TableRow> unknown,
        LocalDate from,
        Optional<LocalDate> until,
        String source) {

    public DecisionTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    public boolean isInForce(LocalDate day) {
        return !day.isBefore(from) && until.map(day::isBefore).orElse(true);
    }

    /** Its name and version, as ledgers write them. */
    public String name() {
        return id + ":" + version;
    }

    public DecisionTable withVersion(int other) {
        return new DecisionTable(id, other, zh, en, hit, columns, rows, unknown, from, until, source);
    }

    public DecisionTable withRows(List<TableRow> others) {
        return new DecisionTable(id, version, zh, en, hit, columns, others, unknown, from, until, source);
    }
}
