package org.yinhang.lake.tag;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yinhang.core.predicate.Field;
import org.yinhang.core.predicate.ValueType;
import org.yinhang.lake.schema.DataClass;

/**
 * One declared tag.
 *
 * @param id identifier, lower case with underscores; the name predicates use
 * @param zh Chinese name, which predicates may use as well
 * @param en English name
 * @param note what a banker should know about it, in Chinese; may be empty
 * @param definition how it comes to its value
 * @param type what its values are
 * @param values the codes it can have, each with its names, in order; empty when open
 * @param governance who answers for it, and what for
 * @param quality what its result must hold
 * @param where file and line of its declaration
 */
public record Tag(
        String id,
        String zh,
        String en,
        String note,
        TagCategory category,
        Definition definition,
        ValueType type,
        Map<String, Names> values,
        Governance governance,
        QualityRule quality,
        String where) {

    public Tag {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** A value's names. */
    public record Names(String zh, String en) {}

    /**
     * How a tag comes to its value.
     *
     * @param kind how
     * @param expressions texts of the language by role: {@code value} of an expression, {@code of} of a bucket and of some measures,
     *     {@code recency}, {@code frequency} and {@code amount} of an RFM; none where the kind needs none
     * @param bands how many bands a bucket has
     * @param measure which measure of the graph
     */
    public record Definition(TagKind kind, Map<String, String> expressions, int bands, Optional<GraphMeasure> measure) {

        public Definition {
            expressions = Collections.unmodifiableMap(new LinkedHashMap<>(expressions));
        }
    }

    /** What a tag says about a customer's place in the graph of relations. */
    public enum GraphMeasure {
        /** How much of the bank's customers' attention ends at this one; 1 is the average. */
        INFLUENCE,
        /** The smallest customer number of the community. */
        COMMUNITY,
        /** How many customers the community has. */
        COMMUNITY_SIZE,
        /** Of how many customers the condition {@code of} is true among those this one is tied to. */
        TIES,
        /** The share of this one's ties, by strength, that end at customers of whom {@code of} is true; 0 to 1. */
        TIE_SHARE,
        /** Of how many it is true among those this one is tied to and those these are tied to. */
        CHAIN;

        /** Whether it is about a condition of others. */
        public boolean isOfOthers() {
            return this == TIES || this == TIE_SHARE || this == CHAIN;
        }

        /** What its values are. */
        public ValueType type() {
            return this == INFLUENCE || this == TIE_SHARE ? ValueType.NUMBER : ValueType.INTEGER;
        }
    }

    /**
     * Who answers for a tag, and what for.
     *
     * @param owner the department
     * @param purposes what it may be used for
     * @param basis why its data may be processed
     * @param bureauPurpose for which authorised purpose bureau data are read; empty when none are
     * @param data classes of the data it reads
     * @param approval who approved this version; empty for a draft, which no run computes
     * @param version counts up with every change
     */
    public record Governance(
            String owner,
            List<TagPurpose> purposes,
            LegalBasis basis,
            String bureauPurpose,
            Set<DataClass> data,
            Refresh refresh,
            Optional<Approval> approval,
            int version) {

        public Governance {
            purposes = List.copyOf(purposes);
            data = Collections.unmodifiableSet(data);
        }
    }

    /** The same tag with other expressions. */
    public Tag with(Map<String, String> expressions) {
        Definition other = new Definition(definition.kind, expressions, definition.bands, definition.measure);
        return new Tag(id, zh, en, note, category, other, type, values, governance, quality, where);
    }

    public TagKind kind() {
        return definition.kind();
    }

    public boolean isApproved() {
        return governance.approval().isPresent();
    }

    /** The field by which predicates read it. */
    public Field field() {
        Map<String, String> chinese = new LinkedHashMap<>();
        values.forEach((code, names) -> chinese.put(code, names.zh()));
        return Field.of(id, type, zh, en).withDeclared(chinese);
    }
}
