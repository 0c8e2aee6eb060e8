package org.yinhang.model.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.util.MultiValueMap;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.learning.ModelKind;
import org.yinhang.lake.training.ModelDefinition;
import org.yinhang.lake.training.ModelDefinition.Schedule;
import org.yinhang.lake.training.TrainingChoice;

/** A choice as somebody typed it; a number that is none stays as declared and is a fault. */
final class TrainingForm {

    private final MultiValueMap<String, String> typed;
    private final List<Fault> faults = new ArrayList<>();

    TrainingForm(MultiValueMap<String, String> typed) {
        this.typed = typed;
    }

    /** Numbers that are none: {@code MDL-1034} each. */
    List<Fault> faults() {
        return List.copyOf(faults);
    }

    TrainingChoice choice(ModelDefinition declared) {
        Schedule days = declared.schedule();
        String kind = text("kind");
        return new TrainingChoice(
                kind.isEmpty() ? declared.kind() : kind(kind, declared.kind()),
                Objects.requireNonNullElse(typed.get("feature"), List.of()),
                new Schedule(
                        text("every").equals("week") ? ModelDefinition.Step.WEEK : ModelDefinition.Step.MONTH,
                        whole("count", days.count()),
                        whole("held_out", days.heldOut()),
                        whole("history", days.history()),
                        whole("sample", days.sample())),
                whole("window", declared.window()),
                whole("maturity", declared.maturity()),
                number("seed", declared.seed(), Long::valueOf),
                Optional.of(text("copy"))
                        .filter(id -> !id.isEmpty())
                        .map(id -> new TrainingChoice.Copy(
                                id, or("copy_zh", declared.zh() + " " + id), or("copy_en", declared.en() + " " + id))));
    }

    private ModelKind kind(String name, ModelKind otherwise) {
        try {
            return ModelKind.named(name);
        } catch (FaultException e) {
            faults.addAll(e.faults());
            return otherwise;
        }
    }

    private int whole(String field, int otherwise) {
        return number(field, otherwise, Integer::valueOf);
    }

    private <T> T number(String field, T otherwise, Function<String, T> read) {
        try {
            return read.apply(text(field));
        } catch (NumberFormatException e) {
            faults.add(Fault.of(
                    "MDL-1034",
                    "'%s' is not a whole number.".formatted(text(field)),
                    field,
                    "Write digits only, such as 12."));
            return otherwise;
        }
    }

    private String or(String field, String otherwise) {
        return text(field).isEmpty() ? otherwise : text(field);
    }

    private String text(String field) {
        return Objects.requireNonNullElse(typed.getFirst(field), "").strip();
    }
}
