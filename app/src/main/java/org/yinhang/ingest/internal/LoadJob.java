package org.yinhang.ingest.internal;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.yinhang.audit.Audit;
import org.yinhang.audit.AuditNote;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.ingest.LakeLoaded;
import org.yinhang.ingest.PersonalStore;
import org.yinhang.jobs.JobContext;
import org.yinhang.jobs.JobHandler;
import org.yinhang.lake.Lake;
import org.yinhang.lake.SessionSettings;
import org.yinhang.lake.dictionary.IdentifierKey;
import org.yinhang.lake.ingest.Ingest;
import org.yinhang.lake.ingest.LoadResult;
import org.yinhang.lake.ingest.LoadSettings;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.YinhangSettings;

/**
 * Loads what a mapping of the inbox names: facts into the lake, personal data into the encrypted columns. Killed at any
 * point, it begins again; what was already loaded is not loaded twice.
 */
@Component
public class LoadJob implements JobHandler {

    /** The name of the job. */
    public static final String NAME = "load";

    private static final String MAPPING = "mapping";
    private static final String REQUESTED_BY = "requestedBy";

    private final Inbox inbox;
    private final RejectFiles rejects;
    private final LoadRepository loads;
    private final Lake lake;
    private final PersonalStore personal;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;
    private final YinhangSettings settings;
    private final IngestSettings ingest;

    LoadJob(
            Inbox inbox,
            RejectFiles rejects,
            LoadRepository loads,
            Lake lake,
            PersonalStore personal,
            Audit audit,
            ApplicationEventPublisher events,
            BusinessClock clock,
            YinhangSettings settings,
            IngestSettings ingest) {
        this.inbox = inbox;
        this.rejects = rejects;
        this.loads = loads;
        this.lake = lake;
        this.personal = personal;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
        this.settings = settings;
        this.ingest = ingest;
    }

    /** What a request of this job must say. */
    public static Map<String, String> input(String mapping, String requestedBy) {
        return Map.of(MAPPING, mapping, REQUESTED_BY, requestedBy);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(JobContext context) {
        String name = context.input().getOrDefault(MAPPING, "");
        String requestedBy = context.input().getOrDefault(REQUESTED_BY, "system");
        loads.begin(context.runId(), name, requestedBy, clock.realInstant());
        LoadResult result;
        try {
            result = load(context, name);
        } catch (RuntimeException e) {
            loads.stop(context.runId(), clock.realInstant());
            throw e;
        }
        loads.finish(context.runId(), result, clock.realInstant());
        audit.record(new AuditNote(
                requestedBy, "ingest.loaded", "load " + context.runId(), "", name + ", snapshot " + result.snapshot()));
        long rows = result.inputs().stream()
                .flatMap(input -> input.tables().stream())
                .mapToLong(LoadResult.Table::rows)
                .sum();
        if (result.changed()) {
            context.result("job.told.load", Long.toString(result.snapshot()), rows);
            events.publishEvent(new LakeLoaded(result.snapshot(), requestedBy));
        } else {
            context.result("job.told.load.before");
        }
    }

    private LoadResult load(JobContext context, String name) {
        Path mapping = inbox.mapping(name)
                .orElseThrow(() -> new FaultException(Fault.of(
                        "ING-3003",
                        "There is no such mapping file in the inbox.",
                        name,
                        "Put it into %s and look at the page again.".formatted(inbox.folder()))));
        return Ingest.load(
                mapping,
                Inbox.filesOf(mapping),
                lake,
                new LoadSettings(
                        IdentifierKey.inFolder(settings.keysFolder()),
                        rejects.folder(context.runId()),
                        SessionSettings.batch(ingest.memoryMib()),
                        Map.copyOf(System.getenv()),
                        Optional.of(personal.open())),
                context.progress());
    }
}
