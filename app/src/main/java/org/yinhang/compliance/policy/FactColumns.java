package org.yinhang.compliance.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** The facts of many customers in plain columns, a row each; a million fit into some hundred megabytes. */
public final class FactColumns {

    private static final int NO_NUMBER = Integer.MIN_VALUE;

    private final int today;
    private final List<ConsentScope> scopes = new ArrayList<>();
    private final Map<ConsentScope, Integer> scopeIds = new HashMap<>();
    private final Map<String, Integer> words = new HashMap<>();

    private int size;
    private Known[] authority = new Known[0];
    private Known[] refusedAutomation = new Known[0];
    private Known[] refusedLast = new Known[0];
    private Known[] touchedBefore = new Known[0];
    private Known[] evidence = new Known[0];
    private final Map<HoldKind, Known[]> holds = new EnumMap<>(HoldKind.class);
    private int[] ages = new int[0];
    private int[] daysSinceLast = new int[0];
    private int[] daysSinceRefusal = new int[0];
    private int[] answersFrom = new int[1];
    private int[] touchesFrom = new int[1];
    private boolean[] answersKnown = new boolean[0];
    private boolean[] touchesKnown = new boolean[0];

    private int[] answerScopes = new int[0];
    private boolean[] answersGranted = new boolean[0];
    private long[] answersAt = new long[0];
    private int[] touchChannels = new int[0];
    private int[] touchCampaigns = new int[0];
    private int[] touchDays = new int[0];

    /** Empty columns for one calendar day of the bank, counted from 1970-01-01. */
    public FactColumns(int today) {
        this.today = today;
        for (HoldKind kind : HoldKind.values()) {
            holds.put(kind, new Known[0]);
        }
    }

    /** Adds a row. */
    public void add(StatedFacts facts) {
        grow();
        authority[size] = facts.authority();
        refusedAutomation[size] = facts.refusedAutomation();
        refusedLast[size] = facts.refusedLast();
        touchedBefore[size] = facts.touchedBefore();
        evidence[size] = facts.evidence();
        holds.forEach((kind, column) -> column[size] = facts.held(kind));
        ages[size] = facts.age().orElse(NO_NUMBER);
        daysSinceRefusal[size] = facts.daysSinceRefusal().orElse(NO_NUMBER);
        daysSinceLast[size] = facts.daysSinceLast().orElse(NO_NUMBER);
        answersKnown[size] = facts.answers().isPresent();
        touchesKnown[size] = facts.touches().isPresent();
        addAnswers(facts.answers().orElse(List.of()));
        addTouches(facts.touches().orElse(List.of()));
        size++;
    }

    /** How many rows there are. */
    public int size() {
        return size;
    }

    /** One row; cheap, and valid as long as the columns are. */
    public CustomerFacts row(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("row: %d (expected: 0 to %d)".formatted(index, size - 1));
        }
        return new Row(index);
    }

    private void addAnswers(List<ConsentAnswer> answers) {
        int from = answersFrom[size];
        int until = from + answers.size();
        if (until > answerScopes.length) {
            int length = Math.max(until, answerScopes.length * 2);
            answerScopes = Arrays.copyOf(answerScopes, length);
            answersGranted = Arrays.copyOf(answersGranted, length);
            answersAt = Arrays.copyOf(answersAt, length);
        }
        for (int i = 0; i < answers.size(); i++) {
            ConsentAnswer answer = answers.get(i);
            answerScopes[from + i] = scopeIds.computeIfAbsent(answer.scope(), scope -> {
                scopes.add(scope);
                return scopes.size() - 1;
            });
            answersGranted[from + i] = answer.granted();
            answersAt[from + i] = answer.at();
        }
        answersFrom[size + 1] = until;
    }

    private void addTouches(List<PastTouch> touches) {
        int from = touchesFrom[size];
        int until = from + touches.size();
        if (until > touchDays.length) {
            int length = Math.max(until, touchDays.length * 2);
            touchChannels = Arrays.copyOf(touchChannels, length);
            touchCampaigns = Arrays.copyOf(touchCampaigns, length);
            touchDays = Arrays.copyOf(touchDays, length);
        }
        for (int i = 0; i < touches.size(); i++) {
            touchChannels[from + i] = word(touches.get(i).channel());
            touchCampaigns[from + i] = word(touches.get(i).campaign());
            touchDays[from + i] = touches.get(i).epochDay();
        }
        touchesFrom[size + 1] = until;
    }

    private int word(String word) {
        return words.computeIfAbsent(word, _ -> words.size());
    }

    private void grow() {
        if (size < ages.length) {
            return;
        }
        int length = Math.max(16, size * 2);
        authority = Arrays.copyOf(authority, length);
        refusedAutomation = Arrays.copyOf(refusedAutomation, length);
        refusedLast = Arrays.copyOf(refusedLast, length);
        touchedBefore = Arrays.copyOf(touchedBefore, length);
        evidence = Arrays.copyOf(evidence, length);
        holds.replaceAll((_, column) -> Arrays.copyOf(column, length));
        ages = Arrays.copyOf(ages, length);
        daysSinceRefusal = Arrays.copyOf(daysSinceRefusal, length);
        daysSinceLast = Arrays.copyOf(daysSinceLast, length);
        answersKnown = Arrays.copyOf(answersKnown, length);
        touchesKnown = Arrays.copyOf(touchesKnown, length);
        answersFrom = Arrays.copyOf(answersFrom, length + 1);
        touchesFrom = Arrays.copyOf(touchesFrom, length + 1);
    }

    private final class Row implements CustomerFacts {

        private final int index;
        private List<ConsentAnswer> answers = List.of();
        private boolean isRead;

        Row(int index) {
            this.index = index;
        }

        private static OptionalInt number(int number) {
            return number == NO_NUMBER ? OptionalInt.empty() : OptionalInt.of(number);
        }

        private List<ConsentAnswer> answers() {
            if (!isRead) {
                int from = answersFrom[index];
                ConsentAnswer[] read = new ConsentAnswer[answersFrom[index + 1] - from];
                for (int i = 0; i < read.length; i++) {
                    read[i] = new ConsentAnswer(
                            scopes.get(answerScopes[from + i]), answersGranted[from + i], answersAt[from + i]);
                }
                answers = Arrays.asList(read);
                isRead = true;
            }
            return answers;
        }

        @Override
        public Known authority() {
            return authority[index];
        }

        @Override
        public Known consent(ConsentScope question) {
            return answersKnown[index] ? ConsentAnswer.to(question, answers()) : Known.UNKNOWN;
        }

        @Override
        public Known consentAnywhere(ConsentScope question) {
            return answersKnown[index] ? ConsentAnswer.anywhere(question, answers()) : Known.UNKNOWN;
        }

        @Override
        public Known consentNaming(ConsentScope question) {
            return answersKnown[index] ? ConsentAnswer.naming(question, answers()) : Known.UNKNOWN;
        }

        @Override
        public Known refusedAutomation() {
            return refusedAutomation[index];
        }

        @Override
        public Known held(HoldKind kind) {
            Known[] column = holds.get(kind);
            return column == null ? Known.UNKNOWN : column[index];
        }

        @Override
        public OptionalInt age() {
            return number(ages[index]);
        }

        @Override
        public OptionalInt touches(String channel, int days) {
            if (!touchesKnown[index]) {
                return OptionalInt.empty();
            }
            boolean any = channel.equals(ConsentScope.ANY);
            int wanted = any ? -1 : words.getOrDefault(channel, -1);
            int count = 0;
            for (int i = touchesFrom[index]; i < touchesFrom[index + 1]; i++) {
                boolean isCounted = any || touchChannels[i] == wanted;
                count += isCounted && touchDays[i] > today - days ? 1 : 0;
            }
            return OptionalInt.of(count);
        }

        @Override
        public OptionalInt attempts(String campaign) {
            if (!touchesKnown[index]) {
                return OptionalInt.empty();
            }
            int wanted = words.getOrDefault(campaign, -1);
            int count = 0;
            for (int i = touchesFrom[index]; i < touchesFrom[index + 1]; i++) {
                count += touchCampaigns[i] == wanted ? 1 : 0;
            }
            return OptionalInt.of(count);
        }

        @Override
        public Known refusedLast() {
            return refusedLast[index];
        }

        @Override
        public OptionalInt daysSinceRefusal() {
            return number(daysSinceRefusal[index]);
        }

        @Override
        public Known touchedBefore() {
            return touchedBefore[index];
        }

        @Override
        public OptionalInt daysSinceLast() {
            return number(daysSinceLast[index]);
        }

        @Override
        public Known evidence() {
            return evidence[index];
        }
    }
}
