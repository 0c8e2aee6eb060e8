package org.yinhang.jobs.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.yinhang.jobs.JobRun;
import org.yinhang.jobs.Jobs;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Role;
import org.yinhang.shared.Slice;
import org.yinhang.shared.Viewer;
import org.yinhang.shared.web.AllowedTo;

/** Jobs for programs. */
@RestController
@RequestMapping("/api/v1/jobs")
@AllowedTo({Role.ADMINISTRATOR, Role.ANALYST})
@Tag(name = "jobs", description = "Long work and its progress")
class JobsApi {

    private final Jobs jobs;

    JobsApi(Jobs jobs) {
        this.jobs = jobs;
    }

    @GetMapping
    @Operation(summary = "Runs, the newest first")
    List<JobRun> runs(@RequestParam(defaultValue = "1") int page, @RequestParam(defaultValue = "50") int size) {
        Slice<JobRun> slice = jobs.page(ListQuery.first().withSize(size).withPage(page));
        return slice.items();
    }

    @GetMapping("/{id}")
    @Operation(summary = "One run with its progress")
    JobRun run(@PathVariable long id) {
        return jobs.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @PostMapping("/{id}/cancel")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Ask a run to stop")
    JobRun cancel(@PathVariable long id, Viewer viewer) {
        jobs.cancel(run(id), viewer.userName());
        return run(id);
    }
}
