package org.yinhang.opportunity;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.yinhang.core.fault.Fault;

/**
 * What a success case tells.
 *
 * @param title in one line
 * @param told what the need was, as the customer told it
 * @param said what was said to it
 * @param answer how the objection was answered; empty where there was none
 */
public record CaseText(String title, String told, String said, String answer) {

    private static final int LONGEST_TITLE = 60;
    private static final int LONGEST_TEXT = 1000;

    /** Phone, identity, card and account numbers, however they are grouped, and addresses of e-mail. */
    private static final Pattern PERSONAL =
            Pattern.compile("\\d(?:[\\s\\-–—.()]*\\d){6,}[\\s\\-]*[xX]?|[\\w.+-]+@[\\w-]+\\.[\\w.]+");

    public CaseText {
        title = title.strip();
        told = told.strip();
        said = said.strip();
        answer = answer.strip();
    }

    /** Everything that must be filled in, shortened or left out, without repeating it. */
    List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        check("title", title, LONGEST_TITLE, true, faults);
        check("told", told, LONGEST_TEXT, true, faults);
        check("said", said, LONGEST_TEXT, true, faults);
        check("answer", answer, LONGEST_TEXT, false, faults);
        return faults;
    }

    private static void check(String field, String text, int longest, boolean isNeeded, List<Fault> faults) {
        if ((isNeeded && text.isEmpty()) || text.length() > longest) {
            faults.add(Fault.of(
                    "OPP-9001",
                    "A part of the case is missing or too long.",
                    field,
                    "Write it in 1 to %d characters.".formatted(longest)));
        }
        faults.addAll(namesSomebody(field, text));
    }

    /** A number or an address of a person in what somebody wrote of a case, without repeating it; empty for none. */
    static List<Fault> namesSomebody(String field, String text) {
        return PERSONAL.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                        .find()
                ? List.of(Fault.of(
                        "OPP-9002",
                        "There is a number or an address of a person in the case.",
                        field,
                        "Leave phone, identity and account numbers out; write amounts in units of ten thousand."))
                : List.of();
    }

    /** Everything in it, a line each. */
    public String whole() {
        return String.join("\n", title, told, said, answer);
    }

    /** What a colleague would repeat to a customer. */
    public String spoken() {
        return answer.isEmpty() ? said : said + "\n" + answer;
    }
}
