package org.yinhang.compliance.rules;

import java.util.List;
import java.util.Set;
import org.yinhang.lake.yaml.YamlNode;

/**
 * What copy may not say and must say.
 *
 * @param version names the list, so that a check can be held against the list in force
 * @param words forbidden and inducing words
 * @param optOutPhrases sentences by which a message says how to refuse more of them
 * @param optOutChannels channels whose messages must carry one
 * @param signatureChannels channels whose messages name the bank in brackets
 */
public record WordRules(
        String version,
        List<Word> words,
        List<String> optOutPhrases,
        Set<String> optOutChannels,
        Set<String> signatureChannels) {

    /** Why a word may not be used. */
    public enum Kind {
        /** Promises what no lender may promise. */
        FORBIDDEN,
        /** Lures into borrowing. */
        INDUCING,
        /** Compares where nothing can be compared. */
        COMPARING
    }

    /**
     * A word to avoid.
     *
     * @param text as it is usually written; its disguises are found too
     */
    public record Word(String text, Kind kind, RuleSource source) {}

    public WordRules {
        words = List.copyOf(words);
        optOutPhrases = List.copyOf(optOutPhrases);
        optOutChannels = Set.copyOf(optOutChannels);
        signatureChannels = Set.copyOf(signatureChannels);
    }

    static WordRules of(YamlNode root, String version) {
        root.only("groups", "opt_out_phrases", "opt_out_channels", "signature_channels");
        List<Word> words = root.get("groups").list().stream()
                .map(group -> group.only("kind", "source", "strength", "words"))
                .flatMap(group -> group.get("words").texts().stream()
                        .map(text -> new Word(text, group.get("kind").oneOf(Kind.class), RuleSource.of(group))))
                .toList();
        return new WordRules(
                version,
                words,
                root.get("opt_out_phrases").texts(),
                Set.copyOf(root.get("opt_out_channels").texts()),
                Set.copyOf(root.get("signature_channels").texts()));
    }
}
