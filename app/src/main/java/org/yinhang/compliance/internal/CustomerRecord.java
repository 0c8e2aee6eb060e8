package org.yinhang.compliance.internal;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.yinhang.compliance.policy.ConsentAnswer;
import org.yinhang.compliance.policy.ConsentScope;
import org.yinhang.compliance.policy.HoldKind;
import org.yinhang.compliance.policy.Known;
import org.yinhang.compliance.policy.PastTouch;
import org.yinhang.compliance.policy.StatedFacts;

/**
 * What the database holds of one customer, before it becomes facts about one touch.
 *
 * @param number customer number
 * @param isCustomer whether the bank has an operational row of them, and with it a contract
 * @param birthDate date of birth, where the bank has it
 * @param statedAge age, where the bank has only that
 * @param holds what holds touches back; empty without an operational row, and then unknown
 * @param answers what they said about consents
 * @param touches those that left the bank
 * @param lastContact the bank's calendar day of the last contact its own data know
 * @param refusedLast whether that contact ended in a refusal
 * @param isLastTouch whether that contact is one of the touches, come back from the lake
 */
public record CustomerRecord(
        int number,
        boolean isCustomer,
        Optional<LocalDate> birthDate,
        OptionalInt statedAge,
        Map<HoldKind, Known> holds,
        List<ConsentAnswer> answers,
        List<PastTouch> touches,
        Optional<LocalDate> lastContact,
        boolean refusedLast,
        boolean isLastTouch) {

    public CustomerRecord {
        holds = Map.copyOf(holds);
        answers = List.copyOf(answers);
        touches = List.copyOf(touches);
    }

    /** Nobody the bank knows: nothing is known. */
    public static StatedFacts nothing(LocalDate day, Known evidence) {
        return new StatedFacts(
                Known.UNKNOWN,
                Optional.empty(),
                Known.UNKNOWN,
                Map.of(),
                OptionalInt.empty(),
                Optional.empty(),
                (int) day.toEpochDay(),
                Known.UNKNOWN,
                OptionalInt.empty(),
                Known.UNKNOWN,
                OptionalInt.empty(),
                evidence);
    }

    /** The facts for a touch of a campaign on a day of the bank. */
    public StatedFacts facts(String campaign, LocalDate day, Known evidence) {
        int today = (int) day.toEpochDay();
        OptionalInt lastOther = Stream.concat(
                        touches.stream()
                                .filter(touch -> !touch.campaign().equals(campaign))
                                .map(PastTouch::epochDay),
                        lastContact.filter(_ -> !isLastTouch).map(last -> (int) last.toEpochDay()).stream())
                .mapToInt(Integer::intValue)
                .max();
        return new StatedFacts(
                authority(),
                Optional.of(answers),
                ConsentAnswer.refusedAutomation(answers),
                holds,
                age(day),
                Optional.of(touches),
                today,
                isCustomer ? Known.of(refusedLast) : Known.UNKNOWN,
                lastContact
                        .filter(_ -> refusedLast)
                        .map(last -> OptionalInt.of((int) ChronoUnit.DAYS.between(last, day)))
                        .orElse(OptionalInt.empty()),
                Known.of(lastOther.isPresent()),
                lastOther.isPresent() ? OptionalInt.of(today - lastOther.getAsInt()) : OptionalInt.empty(),
                evidence);
    }

    /** The same after one more touch. */
    public CustomerRecord after(String channel, String campaign, LocalDate day) {
        List<PastTouch> more = new ArrayList<>(touches);
        more.add(new PastTouch(channel, campaign, (int) day.toEpochDay()));
        return new CustomerRecord(
                number, isCustomer, birthDate, statedAge, holds, answers, more, lastContact, refusedLast, isLastTouch);
    }

    /** A contract is authority enough (PIPL 13, 2) unless processing was refused; a stranger must have agreed to it. */
    private Known authority() {
        if (ConsentAnswer.isRefused(ConsentScope.PROCESSING, answers)) {
            return Known.NO;
        }
        boolean agreed = answers.stream().anyMatch(a -> a.scope().purpose().equals(ConsentScope.PROCESSING));
        return isCustomer || agreed ? Known.YES : Known.UNKNOWN;
    }

    private OptionalInt age(LocalDate day) {
        return birthDate
                .map(birth -> OptionalInt.of(Period.between(birth, day).getYears()))
                .orElse(statedAge);
    }
}
