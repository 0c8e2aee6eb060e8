package org.yinhang.opportunity.web;

import java.time.LocalDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.yinhang.opportunity.CallOutcome;
import org.yinhang.opportunity.ContactNote;
import org.yinhang.opportunity.Need;
import org.yinhang.opportunity.NextStep;
import org.yinhang.opportunity.Objection;
import org.yinhang.opportunity.Scripts;

/** The fields in which a contact is recorded, as the browser sent them. */
record RecordForm(
        @Nullable UUID key,
        @Nullable String outcome,
        @Nullable String need,
        @Nullable String objection,
        @Nullable String next,
        @Nullable LocalDateTime nextAt,
        @Nullable String note,
        @Nullable String script,
        @Nullable Integer scriptVersion,
        @Nullable Long successCase) {

    /** What they say; a field no page of ours sends like this is a bad request. */
    ContactNote note(Scripts scripts) {
        return new ContactNote(
                Optional.ofNullable(key).orElseThrow(RecordForm::unknown),
                CallOutcome.of(text(outcome)).orElseThrow(RecordForm::unknown),
                Need.of(text(need)),
                Objection.of(text(objection)),
                NextStep.of(text(next)).orElseThrow(RecordForm::unknown),
                Optional.ofNullable(nextAt),
                text(note).strip(),
                scripts.find(text(script), scriptVersion == null ? 0 : scriptVersion),
                Optional.ofNullable(successCase));
    }

    private static String text(@Nullable String field) {
        return field == null ? "" : field;
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }

    /** Says nothing of what was written in the note. */
    @Override
    public String toString() {
        return "RecordForm[" + key + "]";
    }
}
