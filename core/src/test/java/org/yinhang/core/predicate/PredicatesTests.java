package org.yinhang.core.predicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PredicatesTests {

    private final Catalogue catalogue = SampleCatalogue.catalogue();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "age between 22 and 60 and income >= 20000",
                "stability = 'stable' or city in ('杭州', '宁波')",
                "not (mortgage or age < 18)",
                "rate <= 4.35%",
                "score * 2 + 1 > income / 1000 / income * 3",
                "joined_on < as_of - 90 days",
                "joined_on >= date '2024-02-29'",
                "city like '杭%' and city is not null",
                "customer in list 'vip-2026' and customer not in audience '装修客群'",
                "count(transactions where category = 'decoration') over last 90 days >= 2",
                "sum(amount from transactions where amount > 0) over 90 to 180 days ago > 100.5",
                "exists(credit_lines where status = 'active' and granted - used >= 20000)",
                "last(category from transactions) over last 3 months = 'salary'",
                "case when age < 30 then 'young' when age < 60 then 'middle' else 'old' end <> 'old'",
                "has_any(circles, 'car', 'home') and size(circles) > 1",
                "has(set('a' when mortgage, 'b' when age > 3), 'b')",
                "value > 1 and \"end\" = 2",
                "coalesce(score, 0.5) >= least(score, 0.25)",
                "age(joined_on) >= 3 and months_between(joined_on, as_of) < 240",
                "bucket(income, 3000, 8000, 20000) in (1, 2)"
            })
    void readsWhatItWrote(String text) {
        Expression once = Predicates.condition(text, catalogue);
        String written = ExpressionText.of(once);

        assertThat(Predicates.condition(written, catalogue)).isEqualTo(once);
        assertThat(ExpressionText.of(Predicates.condition(written, catalogue))).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    月收入 ≥ 2万 and 年龄<60 | income >= 20000 and age < 60
                    单位稳定性＝“稳定类” | stability = 'stable'
                    count（交易 where 类别='家装'）over last 90 days >= 2 | count(transactions where category = 'decoration') over last 90 days >= 2
                    income > 1_000.5 | income > 1000.5
                    rate < 5％ | rate < 5%
                    AGE IS NULL OR Age = 3 | age is null or age = 3
                    """)
    void readsWhatAChineseKeyboardWrites(String text, String meaning) {
        assertThat(ExpressionText.of(Predicates.condition(text, catalogue))).isEqualTo(meaning);
    }

    @Test
    void givesLiteralsTheUnitOfTheirPlace() {
        Expression.Comparison money = (Expression.Comparison) Predicates.condition("income >= 20000.5", catalogue);
        Expression.Comparison rate = (Expression.Comparison) Predicates.condition("rate >= 4.35%", catalogue);

        assertThat(money.right()).isEqualTo(new Expression.Literal(ValueType.MONEY, Value.of(2_000_050L)));
        assertThat(rate.right()).isEqualTo(new Expression.Literal(ValueType.RATE, Value.of(43_500L)));
    }

    @Test
    void tellsEveryMistakeWithItsPlaceAndASuggestion() {
        List<Problem> problems = problems("incom >= 1 and citty = 'x' and age < 'y'");

        assertThat(problems)
                .extracting(Problem::kind)
                .containsExactly(ProblemKind.UNKNOWN_FIELD, ProblemKind.UNKNOWN_FIELD, ProblemKind.BAD_LITERAL);
        assertThat(problems.get(0).suggestion()).isEqualTo("income");
        assertThat(problems.get(0).fault("incom >= 1").toString())
                .isEqualTo("PRE-1005: Unknown field 'incom'. (line 1, column 1) Did you mean 'income'?");
        assertThat(problems.get(1).from()).isEqualTo(15);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    income                                   | NOT_A_CONDITION
                    age >                                    | ENDS_EARLY
                    age > 1 )                                | UNEXPECTED
                    city > 'a'                               | NO_ORDER
                    circles = 'a'                            | NO_ORDER
                    age = null                               | NULL_COMPARED
                    income > age                             | DIFFERENT_TYPES
                    income * income > 1                      | DIFFERENT_TYPES
                    rate > 5                                 | BAD_LITERAL
                    income > 0.001                           | BAD_LITERAL
                    joined_on > 'yesterday'                  | BAD_LITERAL
                    joined_on > date '2026-02-30'            | BAD_LITERAL
                    city = 'open                             | UNFINISHED_TEXT
                    age ; 3                                  | STRANGE_CHARACTER
                    lenght(city) > 3                         | UNKNOWN_FUNCTION
                    count(transaction) > 3                   | UNKNOWN_TABLE
                    customer in list 'vip-2025'              | UNKNOWN_LIST
                    customer in audience 'x'                 | UNKNOWN_AUDIENCE
                    sum(share from credit_lines) > 1         | REAL_SUM
                    count(credit_lines) over last 90 days > 1 | WINDOW_OF_STATES
                    count(transactions where count(transactions) > 1) > 1 | NESTED_AGGREGATE
                    count(transactions) over 180 to 90 days ago > 1 | BAD_WINDOW
                    bucket(age, 30, 20) = 1                  | WRONG_ARGUMENTS
                    sum(amount) > 3                          | UNEXPECTED
                    age not 3                                | UNEXPECTED
                    99999999999999999999 > age               | BAD_LITERAL
                    """)
    void refusesWhatMeansNothing(String text, ProblemKind kind) {
        assertThat(problems(text)).extracting(Problem::kind).contains(kind);
    }

    @Test
    void refusesNestingNobodyReads() {
        assertThat(problems("(".repeat(5000) + "mortgage"))
                .extracting(Problem::kind)
                .contains(ProblemKind.TOO_DEEP);
        assertThat(problems("not ".repeat(5000) + "mortgage"))
                .extracting(Problem::kind)
                .contains(ProblemKind.TOO_DEEP);
        assertThat(problems("age > " + "-".repeat(1) + " -".repeat(5000) + "1"))
                .extracting(Problem::kind)
                .contains(ProblemKind.TOO_DEEP);
    }

    private List<Problem> problems(String text) {
        PredicateException refusal =
                catchThrowableOfType(PredicateException.class, () -> Predicates.condition(text, catalogue));
        assertThat(refusal).as(text).isNotNull();
        return refusal.problems();
    }

    @Test
    void aValueThatIsNearlyADeclaredOneIsAMistakeWithTheOneThatWasMeant() {
        assertThatThrownBy(() -> Predicates.condition("stability = 'stabel'", SampleCatalogue.catalogue()))
                .hasMessage("PRE-1022: 'stabel' is no value of stability. (line 1, column 13) Did you mean 'stable'?");
        assertThatThrownBy(() -> Predicates.condition("stability in ('stable', 'avoyd')", SampleCatalogue.catalogue()))
                .hasMessage("PRE-1022: 'avoyd' is no value of stability. (line 1, column 25) Did you mean 'avoid'?");
        assertThat(Predicates.condition("stability = '稳定类'", SampleCatalogue.catalogue()))
                .isEqualTo(Predicates.condition("stability = 'stable'", SampleCatalogue.catalogue()));
        assertThat(List.of("stability = 'usury'", "exists(transactions where category = 'salari')"))
                .as(
                        "what is far from every value may be one nobody has declared, and columns of facts hold what the bank has")
                .allSatisfy(text -> assertThat(Predicates.condition(text, SampleCatalogue.catalogue()))
                        .isNotNull());
    }

    @Test
    void aConstantThatIsNoneIsToldWithoutASecondPairOfQuotes() {
        assertThatThrownBy(() -> Predicates.condition("joined_on > 'soon'", SampleCatalogue.catalogue()))
                .hasMessageContaining("'soon' is no ")
                .hasMessageNotContaining("''soon''");
    }
}
