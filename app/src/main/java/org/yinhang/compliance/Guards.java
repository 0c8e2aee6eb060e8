package org.yinhang.compliance;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.yinhang.compliance.policy.ConsentAnswer;
import org.yinhang.compliance.policy.ConsentScope;
import org.yinhang.compliance.policy.ContactPolicy;
import org.yinhang.compliance.policy.DataUse;
import org.yinhang.compliance.policy.GuardCase;
import org.yinhang.compliance.policy.HoldKind;
import org.yinhang.compliance.policy.Known;
import org.yinhang.compliance.policy.PastTouch;
import org.yinhang.compliance.policy.Refusal;
import org.yinhang.compliance.policy.Stage;
import org.yinhang.compliance.policy.StatedFacts;
import org.yinhang.compliance.policy.Touch;
import org.yinhang.compliance.rules.ContactHours;
import org.yinhang.compliance.rules.ContactRules;
import org.yinhang.compliance.rules.FrequencyRules;
import org.yinhang.compliance.rules.HolidayCalendar;
import org.yinhang.compliance.rules.SenderRegister;
import org.yinhang.compliance.rules.StaffRules;
import org.yinhang.compliance.rules.WordRules;

/**
 * The contact policy as a campaign's plan asks it: whom to approach at all, before offer, message and hour are known. The
 * rest is asked when the touch is sent.
 */
public final class Guards {

    /** A plan asks nothing that depends on the bank's dated rules, so that it can be replayed from its own file. */
    private static final ContactRules NO_RULES = new ContactRules(
            "",
            ZoneOffset.UTC,
            new HolidayCalendar(Set.of(), Set.of(), Map.of(), Set.of()),
            new ContactHours(Map.of()),
            FrequencyRules.NONE,
            new WordRules("", List.of(), List.of(), Set.of(), Set.of()),
            new SenderRegister(Set.of(), List.of()),
            new StaffRules(Map.of(), Set.of()));

    private static final String CAMPAIGN = "plan";

    private final GuardSettings settings;
    private final ContactPolicy policy = ContactPolicy.standard();
    private final ContactPolicy channelPolicy = policy.only(ReasonCode.CHANNEL_NOT_CONSENTED);

    public Guards(GuardSettings settings) {
        this.settings = settings;
    }

    /** Every reason not to contact this customer at all, in the order of the guards; empty when none refuses. */
    public List<ReasonCode> refusals(GuardSubject subject) {
        return policy
                .decide(new GuardCase(touch(ConsentScope.ANY), facts(subject), Instant.EPOCH, NO_RULES, Stage.CHOOSING))
                .reasons()
                .stream()
                .map(Refusal::code)
                .distinct()
                .toList();
    }

    /** Whether this customer may be contacted through a channel; a channel's own answer outranks the general one. */
    public boolean allowsChannel(GuardSubject subject, String channel) {
        return channelPolicy
                .decide(new GuardCase(touch(channel), facts(subject), Instant.EPOCH, NO_RULES, Stage.OFFERING))
                .isCleared();
    }

    private Touch touch(String channel) {
        return new Touch(
                CAMPAIGN,
                0,
                CAMPAIGN,
                "",
                "",
                channel,
                DataUse.PERSONALISED,
                settings,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static StatedFacts facts(GuardSubject subject) {
        List<ConsentAnswer> answers = subject.marketingConsents().entrySet().stream()
                .map(answer -> new ConsentAnswer(
                        ConsentScope.of(
                                ConsentScope.MARKETING, answer.getKey().isEmpty() ? ConsentScope.ANY : answer.getKey()),
                        answer.getValue(),
                        0))
                .toList();
        Map<HoldKind, Known> holds = new EnumMap<>(HoldKind.class);
        holds.put(HoldKind.COMPLAINT, Known.of(subject.complaintOpen()));
        holds.put(HoldKind.COLLECTIONS, Known.of(subject.loanOverdue()));
        holds.put(HoldKind.DECEASED, Known.of(subject.deceased()));
        holds.put(HoldKind.MINOR, Known.NO);
        holds.put(HoldKind.MANUAL, Known.NO);
        OptionalInt days = subject.daysSincePrevious();
        return new StatedFacts(
                Known.YES,
                Optional.of(answers),
                Known.of(subject.profilingRefused()),
                holds,
                subject.age(),
                Optional.of(Collections.nCopies(Math.max(0, subject.attempt() - 1), new PastTouch("", CAMPAIGN, 0))),
                0,
                Known.of(subject.previousRefused()),
                days,
                Known.of(days.isPresent()),
                days,
                Known.NO);
    }
}
