package org.yinhang.model.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yinhang.lake.training.ModelFamily;
import org.yinhang.model.ModelVersion;
import org.yinhang.model.Stage;
import org.yinhang.shared.list.Cell;
import org.yinhang.shared.list.Column;
import org.yinhang.shared.list.ListDefinition;
import org.yinhang.shared.list.ListFilter;
import org.yinhang.shared.web.PageFrame;

/** The declared models as a list. */
final class ModelList {

    private ModelList() {}

    static ListDefinition<ModelRow> of(PageFrame page) {
        List<Column<ModelRow>> columns = List.of(
                Column.<ModelRow>of(
                                "name",
                                "model.column.name",
                                (r, p) -> new Cell.Words(ModelWords.name(r.definition(), p)))
                        .sortable(),
                Column.<ModelRow>of(
                                "family",
                                "model.column.family",
                                (r, p) -> new Cell.Words(
                                        ModelWords.name(r.definition().family(), p)))
                        .sortable()
                        .whenChosen(),
                Column.<ModelRow>of("kind", "model.column.kind", (r, p) -> r.shown()
                        .<Cell>map(version -> new Cell.Words(ModelWords.learners(version, p)))
                        .orElseGet(Cell.Nothing::new)),
                Column.<ModelRow>of("newest", "model.column.newest", (r, p) -> version(r.newest(), p)),
                Column.<ModelRow>of("champion", "model.column.champion", (r, p) -> version(r.champion(), p)),
                Column.<ModelRow>number("auc", "model.column.auc", figure(version -> "%.3f (%.3f–%.3f)"
                                .formatted(
                                        version.figures().auc(),
                                        version.figures().aucLow(),
                                        version.figures().aucHigh())))
                        .sortable(),
                Column.<ModelRow>number(
                        "calibration",
                        "model.column.calibration",
                        figure(version -> String.format(
                                Locale.ROOT, "%.2f%%", 100 * version.figures().calibrationError()))),
                Column.<ModelRow>number("shift", "model.column.shift", ModelList::shift)
                        .sortable(),
                Column.<ModelRow>of("state", "model.column.state", ModelList::state),
                Column.<ModelRow>of("trained", "model.column.trained", figure(version -> version.figures()
                                .asOf()))
                        .sortable(),
                Column.<ModelRow>of("scored", "model.column.scored", ModelList::scored),
                Column.<ModelRow>of(
                                "id",
                                "model.column.id",
                                r -> new Cell.Code(r.definition().id()))
                        .whenChosen(),
                Column.<ModelRow>of(
                                "owner",
                                "model.column.owner",
                                r -> new Cell.Words(r.definition().governance().owner()))
                        .whenChosen());
        return ListDefinition.of("models", columns, filters(page), true)
                .leadingTo(r -> "/models/" + r.definition().id());
    }

    private static List<ListFilter> filters(PageFrame page) {
        return List.of(
                new ListFilter.OneOf(
                        "family",
                        "model.column.family",
                        Arrays.stream(ModelFamily.values())
                                .map(family -> new ListFilter.Option(
                                        family.name().toLowerCase(Locale.ROOT), ModelWords.name(family, page)))
                                .toList()),
                new ListFilter.OneOf(
                        "stage",
                        "model.column.newest",
                        Arrays.stream(Stage.values())
                                .map(stage -> new ListFilter.Option(
                                        stage.name().toLowerCase(Locale.ROOT), stage.messageKey()))
                                .toList()),
                new ListFilter.OneOf(
                        "state",
                        "model.column.state",
                        Arrays.stream(ModelRow.State.values())
                                .map(state -> new ListFilter.Option(state.key(), "model.state." + state.key()))
                                .toList()));
    }

    private static Cell version(@Nullable ModelVersion version, PageFrame page) {
        return version == null
                ? new Cell.Nothing()
                : new Cell.Words(
                        "v" + version.version() + " " + page.t(version.stage().messageKey()));
    }

    private static Function<ModelRow, Cell> figure(Function<ModelVersion, String> figure) {
        return row -> row.shown()
                .<Cell>map(version -> new Cell.Words(figure.apply(version)))
                .orElseGet(Cell.Nothing::new);
    }

    private static Cell shift(ModelRow row) {
        return row.shift() < 0 ? new Cell.Nothing() : new Cell.Words(String.format(Locale.ROOT, "%.3f", row.shift()));
    }

    private static Cell state(ModelRow row, PageFrame page) {
        return new Cell.Mark(
                row.state().meaning(), page.t("model.state." + row.state().key()));
    }

    private static Cell scored(ModelRow row) {
        LocalDate day = row.lastScored();
        return day == null ? new Cell.Nothing() : new Cell.Day(day);
    }
}
