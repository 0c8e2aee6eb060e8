package org.yinhang.audit.web;

import java.util.Map;
import org.yinhang.audit.Audit;
import org.yinhang.audit.AuditEntry;

/**
 * How the audit stands.
 *
 * @param entries all that was ever recorded
 * @param week recorded in the last seven days
 * @param refused sign-ins and pages refused in the last seven days
 * @param exported workbooks taken in the last seven days
 * @param head the hash of the last entry; empty where there is none
 */
public record AuditFigures(long entries, long week, long refused, long exported, String head) {

    static AuditFigures of(Audit audit, Map<String, Long> week) {
        long sum = week.values().stream().mapToLong(Long::longValue).sum();
        return new AuditFigures(
                audit.head().map(AuditEntry::number).orElse(0L),
                sum,
                week.getOrDefault("access.refused", 0L) + week.getOrDefault("access.page-refused", 0L),
                week.getOrDefault("list.exported", 0L),
                audit.head().map(AuditEntry::hash).orElse(""));
    }
}
