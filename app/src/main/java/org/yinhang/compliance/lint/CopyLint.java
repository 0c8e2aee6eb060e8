package org.yinhang.compliance.lint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.yinhang.compliance.Strength;
import org.yinhang.compliance.rules.RuleSource;
import org.yinhang.compliance.rules.WordRules;

/** Checks copy against a word list, the cost of the offer, and what every message must carry. */
public final class CopyLint {

    private static final RuleSource REFUSAL_OFFERED =
            new RuleSource("广告法 43; 通信短信息服务管理规定(2026-05-01)", Strength.SECONDARY);

    private static final RuleSource TRUE_SENDER = new RuleSource("通信短信息服务管理规定(2026-05-01)", Strength.SECONDARY);

    private final WordRules rules;
    private final NumberClaims numbers = new NumberClaims();

    /** By a word list in force. */
    public CopyLint(WordRules rules) {
        this.rules = rules;
    }

    /**
     * Checks a text as the customer would see it.
     *
     * @param text with every variable filled in
     * @param channel through which it goes
     * @param figures the computed offer; empty where it makes none, and then it may name no cost
     */
    public LintReport check(String text, String channel, Optional<OfferFigures> figures) {
        List<LintFinding> findings = new ArrayList<>();
        words(text, findings);
        numbers.check(text, figures, findings);
        boolean isRefusable = rules.optOutPhrases().stream().anyMatch(phrase -> PlainText.letters(text)
                .plain()
                .contains(PlainText.letters(phrase).plain()));
        if (rules.optOutChannels().contains(channel) && !isRefusable) {
            findings.add(new LintFinding(
                    LintKind.OPT_OUT_MISSING,
                    text.length(),
                    text.length(),
                    "",
                    rules.optOutPhrases().isEmpty() ? "" : rules.optOutPhrases().getFirst(),
                    REFUSAL_OFFERED));
        }
        boolean isSigned = text.strip().matches("(?s)【[^】\\s][^】]*】.*|.*【[^】\\s][^】]*】");
        if (rules.signatureChannels().contains(channel) && !isSigned) {
            findings.add(new LintFinding(LintKind.SIGNATURE_MISSING, 0, 0, "", "【…】", TRUE_SENDER));
        }
        findings.sort(Comparator.comparingInt(LintFinding::from)
                .thenComparing(LintFinding::kind)
                .thenComparing(LintFinding::expected));
        return new LintReport(rules.version(), findings);
    }

    private void words(String text, List<LintFinding> findings) {
        PlainText letters = PlainText.letters(text);
        for (WordRules.Word word : rules.words()) {
            String wanted = PlainText.letters(word.text()).plain();
            if (wanted.isEmpty()) {
                continue;
            }
            for (int at = letters.plain().indexOf(wanted);
                    at >= 0;
                    at = letters.plain().indexOf(wanted, at + wanted.length())) {
                int from = letters.from(at);
                int until = letters.until(at + wanted.length() - 1);
                findings.add(new LintFinding(
                        kind(word.kind()), from, until, text.substring(from, until), word.text(), word.source()));
            }
        }
    }

    private static LintKind kind(WordRules.Kind kind) {
        return switch (kind) {
            case FORBIDDEN -> LintKind.FORBIDDEN_WORD;
            case INDUCING -> LintKind.INDUCING_WORD;
            case COMPARING -> LintKind.COMPARING_WORD;
        };
    }
}
