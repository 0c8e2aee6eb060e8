package org.yinhang.product;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.yinhang.core.predicate.Catalogue;
import org.yinhang.core.predicate.Expression.Literal;
import org.yinhang.core.predicate.Expression.Reference;
import org.yinhang.core.predicate.Predicates;
import org.yinhang.core.predicate.Value;
import org.yinhang.core.predicate.record.Facts;
import org.yinhang.lake.tag.TagFile;

/**
 * A customer for tests, by fields written as the predicate language writes them.
 *
 * @param fields text by field
 */
record Applicant(Map<String, String> fields) {

    static final Catalogue CATALOGUE = PolicyFields.catalogue(TagFile.bundled());

    /** A teacher of a state school who has always paid. */
    static Applicant sound() {
        return new Applicant(Map.ofEntries(
                Map.entry("age", "35"),
                Map.entry("income", "1万"),
                Map.entry("employer_class", "'stable'"),
                Map.entry("employer_industry", "'science_education_health'"),
                Map.entry("admission_class", "6"),
                Map.entry("application_risk", "0.02"),
                Map.entry("bureau_inquiries", "1"),
                Map.entry("bureau_overdue", "0"),
                Map.entry("bureau_overdue_run", "0"),
                Map.entry("joint_debt", "'low'"),
                Map.entry("home_owner", "true"),
                Map.entry("mortgage", "false"),
                Map.entry("occupation", "'teacher'"),
                Map.entry("risk_preference", "'c2'")));
    }

    Applicant with(String field, String value) {
        Map<String, String> others = new HashMap<>(fields);
        others.put(field, value);
        return new Applicant(others);
    }

    Applicant without(String field) {
        Map<String, String> others = new HashMap<>(fields);
        others.remove(field);
        return new Applicant(others);
    }

    Facts facts() {
        Map<String, Value> values = fields.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> value(entry.getKey(), entry.getValue())));
        return leaf -> leaf instanceof Reference(var field)
                ? values.getOrDefault(field.name(), Value.missing())
                : Value.missing();
    }

    private static Value value(String field, String text) {
        var type = CATALOGUE.field(field).orElseThrow().type();
        return Predicates.value(text, type, CATALOGUE) instanceof Literal literal ? literal.value() : Value.missing();
    }
}
