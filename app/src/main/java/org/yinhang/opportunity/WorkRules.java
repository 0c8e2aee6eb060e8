package org.yinhang.opportunity;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yinhang.audit.Audit;
import org.yinhang.audit.AuditNote;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.lake.yaml.YamlNode;
import org.yinhang.opportunity.internal.SettingsRepository;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Viewer;

/** The settings opportunities are worked by: the version that began last, otherwise what ships. */
@Service
public class WorkRules {

    private final SettingsRepository repository;
    private final Audit audit;
    private final BusinessClock clock;

    WorkRules(SettingsRepository repository, Audit audit, BusinessClock clock) {
        this.repository = repository;
        this.audit = audit;
        this.clock = clock;
    }

    /** The settings of today. */
    public WorkSettings today() {
        return repository
                .inForce(clock.today())
                .map(version -> WorkSettings.read(YamlNode.parse(version.yaml(), "version " + version.version())))
                .orElse(WorkSettings.SHIPPED);
    }

    /** The text in force, what ships where there is no other. */
    public String text() {
        return repository.inForce(clock.today()).map(SettingsVersion::yaml).orElseGet(WorkSettings::shippedText);
    }

    /** Every version, the newest first. */
    public List<SettingsVersion> versions() {
        return repository.all();
    }

    /**
     * Saves a version that holds from a day on.
     *
     * @param seen the newest version the person saw, 0 for none
     * @throws FaultException everything wrong in the text; {@code OPP-5001} without a reason, {@code OPP-5002} for a day
     *     that is past, {@code OPP-5003} when somebody else saved one meanwhile
     */
    @Transactional
    public void save(String yaml, LocalDate validFrom, String note, int seen, Viewer viewer) {
        WorkSettings.read(YamlNode.parse(yaml, "settings"));
        if (note.isBlank()) {
            throw new FaultException(
                    Fault.of("OPP-5001", "The reason is missing.", "note", "Say what changes and on whose decision."));
        }
        if (validFrom.isBefore(clock.today())) {
            throw new FaultException(Fault.of(
                    "OPP-5002", "The settings would have begun already.", "validFrom", "Give today or a later day."));
        }
        int newest =
                versions().stream().mapToInt(SettingsVersion::version).max().orElse(0);
        if (newest != seen
                || !repository.add(seen + 1, yaml, validFrom, note.strip(), viewer.userName(), clock.realInstant())) {
            throw new FaultException(Fault.of(
                    "OPP-5003",
                    "Somebody else has saved settings meanwhile.",
                    "",
                    "Keep your text, open the settings again, and join the two."));
        }
        audit.record(AuditNote.by(viewer, "opportunity.settings", "version " + (seen + 1))
                .because(note.strip()));
    }
}
