package org.yinhang.audit.internal;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yinhang.access.AccessEvent;
import org.yinhang.audit.Audit;
import org.yinhang.audit.AuditNote;
import org.yinhang.jobs.JobEvent;
import org.yinhang.shared.list.ListExported;

/** Writes down what the modules below the audit tell. */
@Component
class AuditListener {

    private final Audit audit;

    AuditListener(Audit audit) {
        this.audit = audit;
    }

    @EventListener
    void on(AccessEvent event) {
        audit.record(
                switch (event) {
                    case AccessEvent.SignedIn in ->
                        new AuditNote(in.userName(), "access.sign-in", "user " + in.userId(), "", in.address());
                    case AccessEvent.SignInRefused refused ->
                        new AuditNote(
                                refused.userName(),
                                "access.refused",
                                "",
                                "",
                                refused.reason() + " " + refused.address());
                    case AccessEvent.SignedOut out ->
                        new AuditNote(out.userName(), "access.sign-out", "user " + out.userId(), "", "");
                    case AccessEvent.UserChanged changed ->
                        new AuditNote(
                                changed.changedBy(),
                                "access.user-changed",
                                "user " + changed.userId() + " " + changed.userName(),
                                "",
                                changed.change());
                    case AccessEvent.PageRefused refused ->
                        new AuditNote(refused.userName(), "access.page-refused", refused.path(), "", "");
                });
    }

    @EventListener
    void on(JobEvent event) {
        audit.record(
                switch (event) {
                    case JobEvent.JobRequested job ->
                        new AuditNote(job.requestedBy(), "job.requested", "job " + job.runId(), "", job.name());
                    case JobEvent.JobCancelRequested job ->
                        new AuditNote(job.requestedBy(), "job.cancelled", "job " + job.runId(), "", job.name());
                    case JobEvent.JobEnded job ->
                        new AuditNote("system", "job.ended", "job " + job.runId(), "", job.name() + " " + job.state());
                });
    }

    @EventListener
    void on(ListExported export) {
        audit.record(
                AuditNote.by(export.viewer(), "list.exported", export.list()).with(export.rows() + " rows"));
    }
}
