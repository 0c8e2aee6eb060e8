package org.yinhang.demo.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yinhang.demo.DemoDays;
import org.yinhang.jobs.JobRun;
import org.yinhang.shared.Role;
import org.yinhang.shared.Viewer;
import org.yinhang.shared.web.AllowedTo;

/** Days of the simulated bank for scripts. */
@RestController
@AllowedTo({Role.ANALYST, Role.ADMINISTRATOR, Role.BRANCH_HEAD})
@Tag(name = "demo", description = "Days of the simulated bank")
class DemoDayApi {

    private final DemoDays days;

    DemoDayApi(DemoDays days) {
        this.days = days;
    }

    @PostMapping("/api/v1/demo/days")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Play the next days; watch the run at /api/v1/jobs/{id}")
    JobRun play(@RequestParam(defaultValue = "1") int count, Viewer viewer) {
        return days.play(count, viewer);
    }
}
