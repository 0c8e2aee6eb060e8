package org.yinhang.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What a model says it is made of and why, in the language of a report. A model keeps it in one fixed English wording, in its file
 * too; each phrase of that wording has its counterpart here.
 */
final class ChoiceTexts {

    /** The phrases models speak in, longer ones before those they contain, by the key of their text. */
    private static final Map<String, Pattern> PHRASES = phrases();

    private final ReportTexts texts;

    ChoiceTexts(ReportTexts texts) {
        this.texts = texts;
    }

    String of(String choice) {
        String told = choice;
        for (Map.Entry<String, Pattern> phrase : PHRASES.entrySet()) {
            told = phrase.getValue().matcher(told).replaceAll(found -> said(phrase.getKey(), found));
        }
        return told.replaceAll("([。：]) +", "$1").replaceAll(" {2,}", " ").strip();
    }

    private String said(String key, MatchResult found) {
        Object[] blanks = IntStream.rangeClosed(1, found.groupCount())
                .mapToObj(found::group)
                .toArray();
        return Matcher.quoteReplacement(texts.t("choice." + key, blanks));
    }

    private static Map<String, Pattern> phrases() {
        String newest = "newest (\\d+) rows, each scored before its outcome was known, ";
        Map<String, String> phrases = new LinkedHashMap<>();
        phrases.put("blend.few", "There are too few rows of both outcomes to choose by\\.");
        phrases.put(
                "blend.equal.newest",
                "All weigh the same: on the " + newest + "no smaller blend ordered them surely better\\.");
        phrases.put("blend.equal", "All weigh the same: on (\\d+) rows not learned from, no other mix lost less\\.");
        phrases.put(
                "blend.mix",
                "From equal weights (\\d+)% of the way to the mix that lost least on (\\d+) rows not learned from, (\\S+) nats a row less"
                        + " than equal weights \\(standard error (\\S+)\\)\\.");
        phrases.put(
                "blend.newest",
                "On the " + newest
                        + "this blend's AUC was (\\S+) above that of all together \\(standard error (\\S+)\\)\\.");
        phrases.put(
                "level.stays",
                "The level stays as learned: on the " + newest
                        + "following the outcomes just before them did not lose less\\.");
        phrases.put(
                "level.follows",
                "The level follows the newest (\\d+) outcomes: on the " + newest
                        + "that lost (\\S+) nats a row instead of (\\S+)\\.");
        phrases.put("calibration.none", "probabilities as learned\\.");
        phrases.put("calibration.level", "level moved by (\\S+) log odds\\.");
        phrases.put("calibration.platt", "\\bPlatt\\.");
        phrases.put("calibration.isotonic", "\\bisotonic\\.");
        phrases.put(
                "values", "Mean squared error on rows not learned from: trees (\\S+), lines (\\S+), both (\\S+)\\.");
        phrases.put("qini", "Qini on (\\d+) rows not learned from:");
        phrases.put("qini.worse", "the others were worse by more than two standard errors");
        phrases.put("qini.averaged", "those within two standard errors of the best are averaged");
        phrases.put("seen.untreated", "Seen from the untreated:");
        phrases.put("seen.treated", "Seen from the treated:");
        phrases.put("untreated", "\\bUntreated:");
        phrases.put("treated", "\\bTreated:");
        phrases.put("redrawn", "Drawn anew by a person:");
        phrases.put("brought.trees", "\\bbrought trees\\b");
        phrases.put("brought.card", "\\bbrought card\\b");
        phrases.put("brought.pmml", "\\bbrought PMML\\b");
        phrases.put("learner", "\\b(s|t|x|dr|class) on ");
        phrases.put("box.size", "(\\d+) bags, at most (\\d+) pairs");
        phrases.put("card.adjusted", "at most (\\d+) bins a column, adjusted with a pull of (\\d+) rows");
        phrases.put("card.chosen", "at most (\\d+) bins a column, columns by ([a-z ]+)");
        phrases.put("card.akaike", "\\bakaike\\b");
        phrases.put("card.five", "\\bfive percent\\b");
        phrases.put("card.schwarz", "\\bschwarz\\b");
        phrases.put("regression.boosted", "\\bboosted regression\\b");
        phrases.put("regression.ridge", "\\bridge regression\\b");
        phrases.put("box", "\\bglass ?box\\b");
        phrases.put("boosted", "\\bboosted\\b");
        phrases.put("logistic", "\\blogistic\\b");
        phrases.put("card", "\\bscorecard\\b");
        phrases.put("ridge", "\\bridge (\\d\\S*)(?=\\))");
        phrases.put("forest", "\\bforest\\b");
        phrases.put("leaf", "(\\d+) rows a leaf");
        phrases.put("trees", "(\\d+) trees\\b");
        phrases.put("end", "(?<=[^\\d\\s])\\. |\\.$");
        phrases.put("comma", ", ");
        phrases.put("semicolon", "; ");
        Map<String, Pattern> compiled = new LinkedHashMap<>();
        phrases.forEach((key, phrase) -> compiled.put(key, Pattern.compile(phrase)));
        return compiled;
    }
}
