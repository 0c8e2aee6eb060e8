package org.yinhang.audit.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yinhang.audit.Audit;
import org.yinhang.audit.AuditEntry;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Role;
import org.yinhang.shared.web.AllowedTo;

/** The audit for programs, such as a bank's log collector. */
@RestController
@RequestMapping("/api/v1/audit")
@AllowedTo({Role.COMPLIANCE, Role.ADMINISTRATOR})
@Tag(name = "audit", description = "Who did what, in a chain that shows any change")
class AuditApi {

    private final Audit audit;

    AuditApi(Audit audit) {
        this.audit = audit;
    }

    @GetMapping
    @Operation(summary = "Entries, the newest first")
    List<AuditEntry> entries(@RequestParam(defaultValue = "1") int page, @RequestParam(defaultValue = "100") int size) {
        return audit.page(ListQuery.first().withSize(size).withPage(page)).items();
    }
}
