package org.yinhang.model.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.util.MultiValueMap;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.learning.ModelKind;
import org.yinhang.core.learning.TrainingSettings.Direction;
import org.yinhang.lake.training.ModelDefinition;
import org.yinhang.lake.training.ModelDefinition.Schedule;
import org.yinhang.lake.training.TrainingChoice;
import org.yinhang.shared.web.PageFrame;

/** A choice as somebody typed it; a number that is none, or out of range, stays as declared and is a fault. */
final class TrainingForm {

    private final MultiValueMap<String, String> typed;
    private final PageFrame page;
    private final List<Fault> faults = new ArrayList<>();

    TrainingForm(MultiValueMap<String, String> typed, PageFrame page) {
        this.typed = typed;
        this.page = page;
    }

    /** Numbers that are none or out of range: {@code MDL-1034} each, with the field and its range. */
    List<Fault> faults() {
        return List.copyOf(faults);
    }

    TrainingChoice choice(ModelDefinition declared) {
        Schedule days = declared.schedule();
        String kind = text("kind");
        List<String> features = Objects.requireNonNullElse(typed.get("feature"), List.of());
        int count = whole("count", days.count(), 2, Schedule.LONGEST);
        return new TrainingChoice(
                kind.isEmpty() ? declared.kind() : kind(kind, declared.kind()),
                features,
                new Schedule(
                        text("every").equals("week") ? ModelDefinition.Step.WEEK : ModelDefinition.Step.MONTH,
                        count,
                        whole("held_out", days.heldOut(), 1, count - 1),
                        whole("history", days.history(), 0, Schedule.LONGEST),
                        whole("sample", days.sample(), 1, Schedule.MOST_ROWS / count)),
                whole("window", declared.window(), 1, Schedule.LONGEST),
                whole("maturity", declared.maturity(), 0, Schedule.LONGEST),
                number("seed", declared.seed(), Long.MIN_VALUE, Long.MAX_VALUE),
                monotone(features),
                Optional.of(text("copy"))
                        .filter(id -> !id.isEmpty())
                        .map(id -> new TrainingChoice.Copy(
                                id, or("copy_zh", declared.zh() + " " + id), or("copy_en", declared.en() + " " + id))));
    }

    /** The directions of features that are ticked. */
    private Map<String, Direction> monotone(List<String> features) {
        Map<String, Direction> monotone = new TreeMap<>();
        for (String feature : features) {
            String way = text("monotone." + feature);
            if (!way.isEmpty()) {
                try {
                    monotone.put(feature, Direction.named(way));
                } catch (FaultException e) {
                    faults.addAll(e.faults());
                }
            }
        }
        return monotone;
    }

    private ModelKind kind(String name, ModelKind otherwise) {
        try {
            return ModelKind.named(name);
        } catch (FaultException e) {
            faults.addAll(e.faults());
            return otherwise;
        }
    }

    private int whole(String field, int otherwise, int lowest, int highest) {
        return Math.toIntExact(number(field, otherwise, lowest, highest));
    }

    private long number(String field, long otherwise, long lowest, long highest) {
        try {
            long value = Long.parseLong(text(field));
            if (value >= lowest && value <= highest) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Told of below, as a number out of range is.
        }
        String label = page.t("model.wizard." + field.replace('_', '-'));
        boolean isBounded = lowest > Long.MIN_VALUE;
        faults.add(Fault.of(
                "MDL-1034",
                "'%s' is not a whole number, or out of range.".formatted(text(field)),
                isBounded ? "%s %,d – %,d".formatted(label, lowest, highest) : label,
                "Write digits only, such as 12."));
        return otherwise;
    }

    private String or(String field, String otherwise) {
        return text(field).isEmpty() ? otherwise : text(field);
    }

    private String text(String field) {
        return Objects.requireNonNullElse(typed.getFirst(field), "").strip();
    }
}
