package org.yinhang.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.yinhang.audit.Audit;
import org.yinhang.audit.AuditNote;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.learning.ResponseModel;
import org.yinhang.lake.training.DefinitionFile;
import org.yinhang.lake.training.ModelDefinition;
import org.yinhang.lake.training.ModelFolder;
import org.yinhang.model.internal.EvidenceRepository;
import org.yinhang.model.internal.ModelRepository;
import org.yinhang.shared.ApprovalGate;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Viewer;

/** The registry of models: every trained version, where it stands, who moved it there and why. */
@Service
public class Models {

    private final ModelRepository repository;
    private final EvidenceRepository evidence;
    private final StageRules rules;
    private final ModelFolder folder;
    private final Audit audit;
    private final BusinessClock clock;

    Models(
            ModelRepository repository,
            EvidenceRepository evidence,
            StageRules rules,
            ModelFolder folder,
            Audit audit,
            BusinessClock clock) {
        this.repository = repository;
        this.evidence = evidence;
        this.rules = rules;
        this.folder = folder;
        this.audit = audit;
        this.clock = clock;
    }

    /** The models that ship, which are trained without being asked for by name. */
    List<ModelDefinition> shipped() {
        return DefinitionFile.bundled();
    }

    /** The declared models: those that ship, and the copies that analysts have trained, as their newest version declares them. */
    public List<ModelDefinition> declared() {
        List<ModelDefinition> shipped = DefinitionFile.bundled();
        Set<String> known = shipped.stream().map(ModelDefinition::id).collect(Collectors.toSet());
        Stream<ModelDefinition> copies = repository.definitions().entrySet().stream()
                .filter(newest -> !known.contains(newest.getKey()))
                .flatMap(newest -> folder.definition(newest.getValue()).stream());
        return Stream.concat(shipped.stream(), copies).toList();
    }

    /**
     * The declaration a version was trained by, if that is still known: the one of its model, or the one chosen for the version
     * alone.
     */
    public Optional<ModelDefinition> declaration(ModelVersion version) {
        String wanted = version.figures().definition();
        return declared(version.model())
                .filter(present -> present.fingerprint().equals(wanted))
                .or(() -> folder.definition(wanted));
    }

    /** The declaration of that identifier. */
    public Optional<ModelDefinition> declared(String id) {
        return declared().stream().filter(model -> model.id().equals(id)).findFirst();
    }

    /**
     * Checks that no model has a name yet.
     *
     * @throws FaultException MDL-1033 when one has
     */
    void checkFree(String id) {
        if (declared(id).isPresent()) {
            throw new FaultException(Fault.of(
                    "MDL-1033", "There is a model '%s' already.".formatted(id), "id", "Give the copy another name."));
        }
    }

    /** Every version of every model, the newest of each first. */
    public List<ModelVersion> versions() {
        return repository.versions();
    }

    /** The versions of a model, the newest first. */
    public List<ModelVersion> versions(String model) {
        return repository.versions(model);
    }

    /** The steps of a model's versions, the newest first. */
    public List<ModelDecision> decisions(String model) {
        return repository.decisions(model);
    }

    /** The version in force. */
    public Optional<ModelVersion> champion(String model) {
        return at(model, Stage.CHAMPION);
    }

    /** The version that scores beside the champion. */
    public Optional<ModelVersion> challenger(String model) {
        return at(model, Stage.CHALLENGER);
    }

    private Optional<ModelVersion> at(String model, Stage stage) {
        return repository.versions(model).stream()
                .filter(version -> version.stage() == stage)
                .findFirst();
    }

    /** What was learned, from its file. */
    public ResponseModel learned(ModelVersion version) {
        return folder.get(version.file());
    }

    /** What a version showed on the days kept for judging. */
    public Optional<ModelEvidence> evidence(ModelVersion version) {
        return evidence.find(version.model(), version.version());
    }

    /** Two versions on the rows that both were judged on; empty where those are too few to tell, or tell of something else. */
    public Optional<VersionComparison> compare(ModelVersion first, ModelVersion second) {
        boolean isOfOneThing = declaration(first)
                .flatMap(one -> declaration(second).map(one::foretellsTheSameAs))
                .orElse(false);
        return evidence.heldOut(first.model(), first.version())
                .filter(one -> isOfOneThing)
                .flatMap(one ->
                        evidence.heldOut(second.model(), second.version()).flatMap(one::against));
    }

    /** What the watch found last about each champion. */
    public List<ModelHealth> health() {
        return repository.health();
    }

    /** Keeps a trained model as a draft. */
    @Transactional
    public ModelVersion register(TrainedModel trained, Optional<ImpactAssessment> impact, String by) {
        return register(
                trained,
                impact,
                by,
                "model.train",
                "trained as of " + trained.set().asOf(),
                "");
    }

    /** Keeps a model whose curves a person drew anew as a draft; the person counts as the one who trained it. */
    @Transactional
    ModelVersion register(
            TrainedModel trained, Optional<ImpactAssessment> impact, String by, ModelVersion parent, String reason) {
        return register(
                trained,
                impact,
                by,
                "model.redraw",
                "drawn from version %d: %s".formatted(parent.version(), reason),
                reason);
    }

    /** Keeps a model made elsewhere as a draft; who brought it counts as the one who trained it. */
    @Transactional
    ModelVersion registerBrought(
            TrainedModel brought, Optional<ImpactAssessment> impact, String by, String file, String reason) {
        return register(brought, impact, by, "model.bring", "brought from %s: %s".formatted(file, reason), reason);
    }

    private ModelVersion register(
            TrainedModel trained,
            Optional<ImpactAssessment> impact,
            String by,
            String action,
            String how,
            String reason) {
        String id = trained.set().model().id();
        String file = folder.put(trained.model());
        folder.put(trained.set().model().definition());
        int version = repository.add(id, by, clock.realInstant(), ModelFigures.of(trained), impact, file);
        HeldOutScores scores = HeldOutScores.of(trained);
        evidence.add(id, version, ModelEvidence.of(trained, scores), scores);
        step(id, version, Stage.DRAFT, by, how);
        audit.record(new AuditNote(by, action, id + " " + version, reason, file));
        return find(id, version);
    }

    /**
     * The version of that number.
     *
     * @throws FaultException MDL-2003 when there is none
     */
    public ModelVersion find(String model, int version) {
        return repository.versions(model).stream()
                .filter(one -> one.version() == version)
                .findFirst()
                .orElseThrow(() -> new FaultException(Fault.of(
                        "MDL-2003",
                        "There is no version %d of model '%s'.".formatted(version, model),
                        model,
                        "Choose one of its versions.")));
    }

    /**
     * Moves a version on. A new champion retires the one before; a new challenger likewise.
     *
     * @param reason why, in words
     * @throws FaultException MDL-2004 where it cannot go there, MDL-2005 or MDL-2013 when the wrong person would approve, MDL-2006
     *     without an impact assessment, MDL-2007 without a reason, and whatever an {@link ApprovalGate} has against it
     */
    @Transactional
    public ModelVersion move(ModelVersion seen, Stage stage, Viewer viewer, String reason) {
        rules.check(find(seen.model(), seen.version()), stage, viewer, reason);
        rules.askGates(seen, stage);
        return moveInDemo(seen, stage, viewer, reason);
    }

    /** The same without asking any gate: the demo's first models approve themselves, and say so. */
    @Transactional
    ModelVersion moveInDemo(ModelVersion seen, Stage stage, Viewer viewer, String reason) {
        repository.lock(seen.model());
        ModelVersion version = find(seen.model(), seen.version());
        rules.check(version, stage, viewer, reason);
        at(version.model(), stage)
                .filter(before -> stage == Stage.CHAMPION || stage == Stage.CHALLENGER)
                .ifPresent(before -> step(
                        before.model(),
                        before.version(),
                        Stage.RETIRED,
                        viewer.userName(),
                        "replaced by version " + version.version()));
        step(version.model(), version.version(), stage, viewer.userName(), reason);
        audit.record(AuditNote.by(viewer, "model.move", version.name())
                .because(reason)
                .with(stage.name()));
        publish();
        return find(version.model(), version.version());
    }

    /**
     * Brings the champion before the present one back.
     *
     * @throws FaultException MDL-2008 when there was none, MDL-2007 without a reason
     */
    @Transactional
    public ModelVersion rollBack(String model, Viewer viewer, String reason) {
        repository.lock(model);
        Optional<ModelVersion> present = champion(model);
        ModelVersion former = repository.decisions(model).stream()
                .filter(step -> step.stage() == Stage.CHAMPION)
                .map(ModelDecision::version)
                .filter(version -> present.isEmpty() || present.get().version() != version)
                .findFirst()
                .map(version -> find(model, version))
                .orElseThrow(() -> new FaultException(Fault.of(
                        "MDL-2008",
                        "Model '%s' has had no other champion.".formatted(model),
                        model,
                        "Retire the present one, or train another.")));
        if (reason.isBlank()) {
            throw new FaultException(
                    Fault.of("MDL-2007", "A decision about a model has a reason.", model, "Say why, in a sentence."));
        }
        present.ifPresent(version ->
                step(model, version.version(), Stage.RETIRED, viewer.userName(), "rolled back to " + former.version()));
        step(model, former.version(), Stage.CHAMPION, viewer.userName(), reason);
        audit.record(AuditNote.by(viewer, "model.roll-back", former.name()).because(reason));
        publish();
        return find(model, former.version());
    }

    private void step(String model, int version, Stage stage, String by, String reason) {
        repository.decide(new ModelDecision(model, version, stage, by, clock.realInstant(), reason));
    }

    /** Tells the run of the tags, once the decision is on disk. */
    private void publish() {
        SortedMap<String, ModelFolder.InForce> champions = new TreeMap<>();
        repository.versions().stream()
                .filter(version -> version.stage() == Stage.CHAMPION)
                .forEach(version -> champions.put(
                        version.model(),
                        new ModelFolder.InForce(
                                version.version(),
                                version.file(),
                                version.figures().definition())));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                folder.force(champions);
            }
        });
    }
}
