package org.yinhang.core.scorecard;

import java.util.Locale;
import java.util.function.UnaryOperator;

/** Says reasons in Chinese or English. */
public enum ReasonSentences {
    CHINESE {
        @Override
        String sentence(String name, ReasonCode reason, String bin, String lost, String standard) {
            return reason.isMissing()
                    ? "「%s」没有数据，比%s少 %s 分".formatted(name, standard, lost)
                    : "「%s」为 %s，比%s少 %s 分".formatted(name, bin, standard, lost);
        }

        @Override
        String standard(ReasonCode.Standard standard) {
            return switch (standard) {
                case AVERAGE -> "平均";
                case BEST -> "最高档";
            };
        }

        @Override
        String otherWords() {
            return "其他取值";
        }
    },
    ENGLISH {
        @Override
        String sentence(String name, ReasonCode reason, String bin, String lost, String standard) {
            return reason.isMissing()
                    ? "%s is not known: %s points fewer than %s".formatted(name, lost, standard)
                    : "%s is %s: %s points fewer than %s".formatted(name, bin, lost, standard);
        }

        @Override
        String standard(ReasonCode.Standard standard) {
            return switch (standard) {
                case AVERAGE -> "average";
                case BEST -> "the best";
            };
        }

        @Override
        String otherWords() {
            return "another value";
        }
    };

    /**
     * One reason as a sentence.
     *
     * @param names what a column is called in this language
     */
    public String say(ReasonCode reason, ReasonCode.Standard standard, UnaryOperator<String> names) {
        String lost =
                String.format(Locale.ROOT, reason.lost() == Math.rint(reason.lost()) ? "%.0f" : "%.1f", reason.lost());
        String bin = reason.bin().equals(ScorecardTable.OTHER_WORDS) ? otherWords() : reason.bin();
        return sentence(names.apply(reason.column()), reason, bin, lost, standard(standard));
    }

    abstract String sentence(String name, ReasonCode reason, String bin, String lost, String standard);

    abstract String standard(ReasonCode.Standard standard);

    abstract String otherWords();
}
