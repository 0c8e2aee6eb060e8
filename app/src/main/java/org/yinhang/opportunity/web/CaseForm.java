package org.yinhang.opportunity.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yinhang.opportunity.CaseText;
import org.yinhang.opportunity.Need;
import org.yinhang.opportunity.Objection;

/** The fields in which a success case is written, as the browser sent them. */
public record CaseForm(
        @Nullable String need,
        @Nullable String objection,
        @Nullable String title,
        @Nullable String told,
        @Nullable String said,
        @Nullable String answer) {

    /** Nothing written yet but what the last contact recorded. */
    static CaseForm of(Optional<Need> need, Optional<Objection> objection) {
        return new CaseForm(
                need.map(Need::key).orElse(""), objection.map(Objection::key).orElse(""), "", "", "", "");
    }

    /** What it tells. */
    public CaseText text() {
        return new CaseText(text(title), text(told), text(said), text(answer));
    }

    /** What the money was for. */
    public Optional<Need> chosenNeed() {
        return Need.of(text(need));
    }

    /** What the customer had against it. */
    public Optional<Objection> chosenObjection() {
        return Objection.of(text(objection));
    }

    private static String text(@Nullable String field) {
        return field == null ? "" : field;
    }

    /** Says nothing of what was written: it is not checked yet. */
    @Override
    public String toString() {
        return "CaseForm[]";
    }
}
