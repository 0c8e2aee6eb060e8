package org.yinhang.compliance.lint;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yinhang.compliance.Strength;
import org.yinhang.compliance.rules.RuleSource;
import org.yinhang.core.unit.Money;
import org.yinhang.core.unit.Rate;

/** Finds what a text says about cost and holds it against the computed offer, to the decimals it prints. */
final class NumberClaims {

    private static final RuleSource ALL_IN = new RuleSource("金规〔2026〕2号(综合融资成本明示)", Strength.SECONDARY);
    private static final RuleSource ANNUAL = new RuleSource("中国人民银行公告〔2021〕第3号(明示年化利率)", Strength.SECONDARY);

    private static final String NUMBER = "(\\d[\\d,]*(?:\\.\\d+)?)";

    private static final Pattern PERCENT = Pattern.compile(NUMBER + "\\s*%");

    private static final Pattern OF_A_YEAR =
            Pattern.compile("年化|年利率|年息|利率|费率|综合成本|融资成本|\\bapr\\b|annual|per year|interest rate");

    private static final Pattern OF_LESS =
            Pattern.compile("日利率|日息|日费率|每日|每天|月利率|月息|月费率|daily|per day|monthly rate|per month");

    private static final Pattern TEN_THOUSANDTHS =
            Pattern.compile("(?:日利率|日息|每日|每天|月息|利率|低至)[^。;\\n]{0,6}万(?:分之)?[一二三四五六七八九\\d](?:[点.][一二三四五六七八九\\d]+)?");

    private static final Pattern A_THOUSAND_A_DAY =
            Pattern.compile("(?:借|贷)?" + "(?:一|1)?(?:千|万|1000|10000)(?:元|块)?[^。;\\n]{0,6}(?:每天|一天|日)[^\\d。;\\n]{0,6}"
                    + NUMBER + "\\s*(?:元|块|毛|分)");

    private static final Pattern NO_FEE = Pattern.compile(
            "(?:免|无|不收|0|没有)(?:任何|一切)?(?:手续|服务|担保|管理|咨询)?费(?!率)|\\bno (?:\\w+ )?fees?\\b|\\bfee[- ]free\\b");

    private static final Pattern FEE =
            Pattern.compile("(?:手续费|服务费|担保费|费用合计|各项费用|\\bfees?\\b)[^\\d。;,%\\n]{0,8}" + NUMBER + "\\s*(?:元|yuan|rmb)");

    private static final Pattern INSTALMENT =
            Pattern.compile("(?:每期还款|每期还|每期|每月还款|每月还|月供|月还款?|期供|instalments? of|monthly payment)[^\\d。;,%\\n]{0,8}"
                    + NUMBER + "\\s*(?:元|yuan|rmb)");

    private static final Pattern TERM = Pattern.compile("(?:分|共)\\s*(\\d{1,3})\\s*期|\\bin (\\d{1,3}) instalments\\b");

    private static final int CONTEXT = 14;

    /** A rate the text names. */
    private record RateClaim(int from, int until, BigDecimal percent) {}

    void check(String text, Optional<OfferFigures> figures, List<LintFinding> findings) {
        PlainText plain = PlainText.of(text);
        Reader reader = new Reader(text, plain, findings);
        List<RateClaim> annual = new ArrayList<>();
        List<RateClaim> shorter = new ArrayList<>();
        int last = 0;
        for (Matcher percent = PERCENT.matcher(plain.plain()); percent.find(); last = percent.end()) {
            String before = plain.plain().substring(Math.max(last, percent.start() - CONTEXT), percent.start());
            RateClaim claim = new RateClaim(percent.start(), percent.end(), number(percent.group(1)));
            if (OF_LESS.matcher(before).find()) {
                shorter.add(claim);
            } else if (OF_A_YEAR.matcher(before).find()) {
                annual.add(claim);
            }
        }
        Matcher tenth = TEN_THOUSANDTHS.matcher(plain.plain());
        while (tenth.find()) {
            shorter.add(new RateClaim(tenth.start(), tenth.end(), BigDecimal.ZERO));
        }
        Matcher daily = A_THOUSAND_A_DAY.matcher(plain.plain());
        while (daily.find()) {
            shorter.add(new RateClaim(daily.start(), daily.end(), BigDecimal.ZERO));
        }
        if (figures.isEmpty()) {
            annual.forEach(claim -> reader.found(LintKind.NUMBER_UNPROVEN, claim.from(), claim.until(), "", ALL_IN));
            shorter.forEach(claim -> reader.found(LintKind.RATE_NOT_ANNUAL, claim.from(), claim.until(), "", ANNUAL));
            unproven(reader, plain.plain());
            return;
        }
        rates(annual, shorter, figures.get(), reader);
        amounts(plain.plain(), figures.get(), reader);
    }

    private static void rates(List<RateClaim> annual, List<RateClaim> shorter, OfferFigures figures, Reader reader) {
        boolean isNamed = annual.stream()
                .anyMatch(claim ->
                        figures.annual().filter(rate -> is(claim, rate)).isPresent());
        String expected = figures.annual().map(rate -> percent(rate) + "%").orElse("");
        for (RateClaim claim : annual) {
            boolean isAllIn = figures.annual().filter(rate -> is(claim, rate)).isPresent();
            boolean isNominalBesideIt = isNamed && is(claim, figures.nominal());
            if (!isAllIn && !isNominalBesideIt) {
                reader.found(LintKind.RATE_DISAGREES, claim.from(), claim.until(), expected, ALL_IN);
            }
        }
        if (!isNamed) {
            shorter.forEach(
                    claim -> reader.found(LintKind.RATE_NOT_ANNUAL, claim.from(), claim.until(), expected, ANNUAL));
        }
    }

    private static void amounts(String plain, OfferFigures figures, Reader reader) {
        if (figures.fees().fen() > 0) {
            for (Matcher none = NO_FEE.matcher(plain); none.find(); ) {
                reader.found(LintKind.FEE_DISAGREES, none.start(), none.end(), yuan(figures.fees()), ALL_IN);
            }
        }
        for (Matcher fee = FEE.matcher(plain); fee.find(); ) {
            if (differs(fee.group(1), figures.fees())) {
                reader.found(LintKind.FEE_DISAGREES, fee.start(), fee.end(), yuan(figures.fees()), ALL_IN);
            }
        }
        for (Matcher paid = INSTALMENT.matcher(plain); paid.find(); ) {
            Optional<Money> right = figures.instalment();
            if (right.isEmpty() || differs(paid.group(1), right.get())) {
                String expected = right.map(NumberClaims::yuan).orElse("");
                reader.found(LintKind.INSTALMENT_DISAGREES, paid.start(), paid.end(), expected, ALL_IN);
            }
        }
        for (Matcher term = TERM.matcher(plain); term.find(); ) {
            String said = term.group(1) == null ? term.group(2) : term.group(1);
            if (Integer.parseInt(said) != figures.instalments()) {
                reader.found(
                        LintKind.TERM_DISAGREES,
                        term.start(),
                        term.end(),
                        Integer.toString(figures.instalments()),
                        ALL_IN);
            }
        }
    }

    private static void unproven(Reader reader, String plain) {
        for (Pattern pattern : List.of(NO_FEE, FEE, INSTALMENT, TERM)) {
            for (Matcher claim = pattern.matcher(plain); claim.find(); ) {
                reader.found(LintKind.NUMBER_UNPROVEN, claim.start(), claim.end(), "", ALL_IN);
            }
        }
    }

    /** Equal to the decimals the text prints, but at least to one: 年化 10% is no rounding of 9.8 %. */
    private static boolean is(RateClaim claim, Rate rate) {
        int decimals = Math.max(1, claim.percent().scale());
        return claim.percent().compareTo(rate.percent().setScale(decimals, RoundingMode.HALF_UP)) == 0;
    }

    private static boolean differs(String said, Money right) {
        BigDecimal number = number(said);
        int decimals = Math.min(2, number.scale());
        return number.compareTo(right.yuan().setScale(decimals, RoundingMode.HALF_UP)) != 0;
    }

    private static BigDecimal number(String digits) {
        return new BigDecimal(digits.replace(",", ""));
    }

    private static String percent(Rate rate) {
        return rate.percent().setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    private static String yuan(Money money) {
        return money.yuan().setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    /** Puts findings where they stand in the text as written. */
    private record Reader(String text, PlainText plain, List<LintFinding> findings) {

        void found(LintKind kind, int from, int until, String expected, RuleSource source) {
            int start = plain.from(from);
            int end = plain.until(until - 1);
            findings.add(new LintFinding(kind, start, end, text.substring(start, end), expected, source));
        }
    }
}
