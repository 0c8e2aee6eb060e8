package org.yinhang.model.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.glassbox.CurveEdit;

/** A change to a curve as it stands in an address: {@code flatten:3:7:0.0:age}. */
final class EditForm {

    private static final int PARTS = 5;

    private EditForm() {}

    static String text(CurveEdit edit) {
        return "%s:%d:%d:%s:%s"
                .formatted(
                        edit.action().name().toLowerCase(Locale.ROOT),
                        edit.from(),
                        edit.to(),
                        Double.toString(edit.value()),
                        edit.column());
    }

    /**
     * The changes of some texts.
     *
     * @throws FaultException MDL-2031 for one that is none
     */
    static List<CurveEdit> edits(@Nullable List<String> texts) {
        List<CurveEdit> edits = new ArrayList<>();
        for (String text : texts == null ? List.<String>of() : texts) {
            String[] parts = text.split(":", PARTS);
            if (parts.length < PARTS) {
                throw wrong(text);
            }
            edits.add(edit(parts[4], parts[0], parts[1], parts[2], parts[3]));
        }
        return edits;
    }

    /**
     * The change somebody typed.
     *
     * @param value may be empty where the action needs none
     * @throws FaultException MDL-2031 when a part of it is no number or no action
     */
    static CurveEdit edit(String column, String action, String from, String to, String value) {
        try {
            return new CurveEdit(
                    column,
                    Integer.parseInt(from.strip()),
                    Integer.parseInt(to.strip()),
                    CurveEdit.Action.valueOf(action.toUpperCase(Locale.ROOT)),
                    value.isBlank() && !action.equals("set") ? 0 : Double.parseDouble(value.strip()));
        } catch (IllegalArgumentException e) {
            throw wrong("%s %s–%s %s".formatted(action, from, to, value));
        }
    }

    private static FaultException wrong(String text) {
        return new FaultException(Fault.of(
                "MDL-2031",
                "'%s' is no change to a curve.".formatted(text),
                "",
                "Choose a range and what is done to it; a value is a number such as -0.25."));
    }
}
