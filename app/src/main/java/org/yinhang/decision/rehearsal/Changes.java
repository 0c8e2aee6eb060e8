package org.yinhang.decision.rehearsal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.decision.offer.ValueTerms;
import org.yinhang.decision.offer.Valuer;
import org.yinhang.lake.Snapshot;
import org.yinhang.lake.tag.Tag;
import org.yinhang.lake.tag.TagCatalogue;
import org.yinhang.lake.training.ModelDefinition;
import org.yinhang.lake.training.ModelFolder;
import org.yinhang.lake.training.ScoredTags;
import org.yinhang.model.ModelVersion;
import org.yinhang.model.Models;
import org.yinhang.product.Definition;
import org.yinhang.product.LenderCap;
import org.yinhang.product.Offers;
import org.yinhang.product.Policies;
import org.yinhang.product.PolicyBook;
import org.yinhang.product.PolicyTable;
import org.yinhang.product.PolicyVersion;
import org.yinhang.product.Product;
import org.yinhang.shared.BusinessClock;
import org.yinhang.tag.ModelScores;
import org.yinhang.tag.TagDefinitions;
import org.yinhang.tag.TagVersion;

/** Versions that can be rehearsed, and what each would change. */
@Component
class Changes {

    private final Policies policies;
    private final TagDefinitions tags;
    private final Models models;
    private final ModelScores scores;
    private final BusinessClock clock;

    Changes(Policies policies, TagDefinitions tags, Models models, ModelScores scores, BusinessClock clock) {
        this.policies = policies;
        this.tags = tags;
        this.models = models;
        this.scores = scores;
        this.clock = clock;
    }

    /** What a version is called; empty when there is no such version. */
    Optional<Rehearsals.Name> name(Subject subject) {
        return switch (subject.kind()) {
            case PRODUCT, TABLE, CAP ->
                subject.kind()
                        .ofPolicy()
                        .flatMap(kind -> policies.definition(kind, subject.id(), subject.version()))
                        .map(Changes::name);
            case TAG -> tag(subject).map(tag -> new Rehearsals.Name(tag.zh(), tag.en()));
            case MODEL ->
                model(subject).flatMap(models::declaration).map(model -> new Rehearsals.Name(model.zh(), model.en()));
        };
    }

    private static Rehearsals.Name name(Definition definition) {
        return switch (definition) {
            case Definition.OfProduct(Product product) -> new Rehearsals.Name(product.zh(), product.en());
            case Definition.OfTable(PolicyTable table) ->
                new Rehearsals.Name(table.table().zh(), table.table().en());
            case Definition.OfCap(LenderCap cap) ->
                new Rehearsals.Name(cap.cap().name(), cap.en());
        };
    }

    private Optional<Tag> tag(Subject subject) {
        return tags.versions(subject.id()).stream()
                .filter(version -> version.version() == subject.version())
                .findFirst()
                .map(version -> TagDefinitions.outline(version.yaml()));
    }

    private Optional<ModelVersion> model(Subject subject) {
        return models.versions(subject.id()).stream()
                .filter(version -> version.version() == subject.version())
                .findFirst();
    }

    /** Whether a tag or model decides already, so that there is nothing to compare it with; policies are compared without themselves. */
    boolean isInForce(Subject subject) {
        return switch (subject.kind()) {
            case PRODUCT, TABLE, CAP -> false;
            case TAG ->
                tags.versions(subject.id()).stream()
                        .filter(version -> version.state() == TagVersion.State.APPROVED)
                        .findFirst()
                        .filter(version -> version.version() == subject.version())
                        .isPresent();
            case MODEL ->
                Optional.ofNullable(scores.inForce().get(subject.id()))
                        .filter(inForce -> inForce.version() == subject.version())
                        .isPresent();
        };
    }

    /**
     * What is in force without a version, and the same with it.
     *
     * @throws FaultException when a changed tag does not fit the others, or a model cannot be asked
     */
    Change of(Subject subject, Snapshot snapshot) {
        return switch (subject.kind()) {
            case PRODUCT, TABLE, CAP -> ofPolicy(subject, snapshot);
            case TAG -> ofTag(tag(subject).orElseThrow(), snapshot);
            case MODEL -> ofModel(model(subject).orElseThrow(), snapshot);
        };
    }

    private Change ofPolicy(Subject subject, Snapshot snapshot) {
        PolicyVersion.Kind kind = subject.kind().ofPolicy().orElseThrow();
        Definition definition =
                policies.definition(kind, subject.id(), subject.version()).orElseThrow();
        PolicyBook before = policies.book().without(kind, subject.id(), subject.version());
        LocalDate day = PolicyBook.EMPTY.with(definition).begun(clock.today());
        ScoredTags seen = inForce(snapshot);
        return change(
                new Change.Side(offers(before), seen),
                new Change.Side(offers(before.with(definition)), seen),
                day,
                null);
    }

    private Change ofTag(Tag changed, Snapshot snapshot) {
        List<Tag> before = without(changed.id());
        List<Tag> after = new ArrayList<>(before);
        after.add(changed);
        tags.find(changed.id()).ifPresent(before::add);
        Offers offers = offers(policies.book());
        return change(
                new Change.Side(offers, scores.of(TagCatalogue.compile(before, snapshot), snapshot)),
                new Change.Side(offers, scores.of(TagCatalogue.compile(after, snapshot), snapshot)),
                clock.today(),
                null);
    }

    private List<Tag> without(String id) {
        return new ArrayList<>(
                tags.inForce().stream().filter(tag -> !tag.id().equals(id)).toList());
    }

    private Change ofModel(ModelVersion version, Snapshot snapshot) {
        SortedMap<String, ModelFolder.InForce> with = scores.inForce();
        with.put(
                version.model(),
                new ModelFolder.InForce(
                        version.version(), version.file(), version.figures().definition()));
        TagCatalogue catalogue = TagCatalogue.compile(tags.inForce(), snapshot);
        ScoredTags after = scores.of(with, catalogue, snapshot);
        if (after.leftOut().containsKey(version.model())) {
            throw new FaultException(after.leftOut().get(version.model()));
        }
        Offers offers = offers(policies.book());
        return change(
                new Change.Side(offers, scores.of(catalogue, snapshot)),
                new Change.Side(offers, after),
                clock.today(),
                LocalDate.parse(version.figures().lastDay()));
    }

    private Change change(Change.Side before, Change.Side after, LocalDate day, @Nullable LocalDate seenUntil) {
        return new Change(
                before,
                after,
                day,
                Valuer.of(ValueTerms.bundled(), policies.catalogue(), new AsOf(day, clock.zone())),
                seenUntil);
    }

    private ScoredTags inForce(Snapshot snapshot) {
        return scores.of(TagCatalogue.compile(tags.inForce(), snapshot), snapshot);
    }

    private Offers offers(PolicyBook book) {
        return Offers.of(book, policies.catalogue(), clock.zone());
    }

    /** Whether policies could judge anybody otherwise by a version: they read it, or something that reads it. */
    boolean isReadByPolicies(Subject subject, Snapshot snapshot) {
        return switch (subject.kind()) {
            case PRODUCT, TABLE, CAP -> true;
            case TAG -> read(snapshot).contains(subject.id());
            case MODEL ->
                model(subject).flatMap(models::declaration).map(ModelDefinition::scores).orElse(List.of()).stream()
                        .map(ModelDefinition.Score::tag)
                        .anyMatch(read(snapshot)::contains);
        };
    }

    private Set<String> read(Snapshot snapshot) {
        return new Change.Side(offers(policies.book()), inForce(snapshot)).behind(clock.today());
    }
}
