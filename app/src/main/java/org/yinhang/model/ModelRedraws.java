package org.yinhang.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.glassbox.CurveEdit;
import org.yinhang.jobs.JobRun;
import org.yinhang.jobs.Jobs;
import org.yinhang.model.internal.RedrawRepository;
import org.yinhang.shared.Viewer;

/** Curves of a glass box drawn anew by people: tried first, then kept as a draft with its parent, its changes, who and why. */
@Service
public class ModelRedraws {

    private final Models models;
    private final Jobs jobs;
    private final RedrawRepository redraws;

    ModelRedraws(Models models, Jobs jobs, RedrawRepository redraws) {
        this.models = models;
        this.jobs = jobs;
        this.redraws = redraws;
    }

    /**
     * Asks for what some changes would do.
     *
     * @throws FaultException MDL-2030 without a change, MDL-2012 when the parent's declaration is no longer known, and what is
     *     wrong with the changes
     */
    @Transactional
    public JobRun tryOut(ModelVersion parent, List<CurveEdit> edits, Viewer viewer) {
        check(parent, edits);
        return request(parent, edits, "", viewer);
    }

    /**
     * Asks for a draft with the changes that were tried.
     *
     * @throws FaultException MDL-2007 without a reason, MDL-2032 by anybody but who tried them: who saves a version answers for
     *     it, and may not approve it
     */
    @Transactional
    public JobRun keep(Redraw tried, Viewer viewer, String reason) {
        ModelVersion parent = models.find(tried.model(), tried.parent());
        if (reason.isBlank()) {
            throw new FaultException(Fault.of(
                    "MDL-2007", "A decision about a model has a reason.", parent.name(), "Say why, in a sentence."));
        }
        if (!keeps(tried, viewer)) {
            throw new FaultException(Fault.of(
                    "MDL-2032",
                    "Only who tried these changes saves them.",
                    parent.name(),
                    "Try them yourself, then save them."));
        }
        return request(parent, tried.edits(), reason.strip(), viewer);
    }

    /** Whether somebody may save what was tried: who tried it. */
    public boolean keeps(Redraw tried, Viewer viewer) {
        return jobs.find(tried.run())
                .filter(run -> run.requestedBy().equals(viewer.userName()))
                .isPresent();
    }

    private void check(ModelVersion parent, List<CurveEdit> edits) {
        if (edits.isEmpty()) {
            throw new FaultException(Fault.of(
                    "MDL-2030", "Nothing is changed.", parent.name(), "Change the curve of at least one feature."));
        }
        if (models.declaration(parent).isEmpty()) {
            throw new FaultException(Fault.of(
                    "MDL-2012",
                    "The declaration of model '%s' has changed since this version was trained."
                            .formatted(parent.model()),
                    parent.name(),
                    "Train it again."));
        }
        models.learned(parent).redrawn(edits);
    }

    private JobRun request(ModelVersion parent, List<CurveEdit> edits, String reason, Viewer viewer) {
        JobRun run = jobs.request(ModelRedrawJob.NAME, parent.name(), Map.of(), viewer.userName());
        redraws.add(run.id(), parent, edits, reason);
        return run;
    }

    /** What a run works on. */
    public Optional<Redraw> find(long run) {
        return redraws.find(run);
    }

    /** How a version was drawn; empty where it was trained. */
    public Optional<Redraw> of(ModelVersion version) {
        return redraws.of(version.model(), version.version());
    }
}
