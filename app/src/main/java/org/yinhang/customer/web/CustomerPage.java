package org.yinhang.customer.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yinhang.core.unit.Money;
import org.yinhang.core.unit.Rate;
import org.yinhang.customer.Customer;
import org.yinhang.customer.PersonalField;
import org.yinhang.customer.PersonalRecords;
import org.yinhang.customer.profile.CustomerProfile;
import org.yinhang.customer.profile.MoneyFacts.MonthBalance;
import org.yinhang.customer.profile.MoneyFacts.MonthFlow;
import org.yinhang.shared.chart.Chart;
import org.yinhang.shared.web.PageFrame;

/**
 * What the template of the customer 360 page needs.
 *
 * @param customer the operational row
 * @param profile what the lake knows
 * @param personal masked personal data
 * @param words codes in the viewer's language
 * @param page the frame
 */
public record CustomerPage(
        Customer customer,
        CustomerProfile profile,
        Map<PersonalField, String> personal,
        CustomerWords words,
        PageFrame page) {

    private static final int YEAR = 12;
    private static final int QUARTER = 3;

    /** The masked name, or the number where there is no name. */
    public String title() {
        return customer.maskedName().isEmpty() ? page.t("customer.unnamed", customer.number()) : customer.maskedName();
    }

    /** Whether the viewer may ask for a value in the clear. */
    public boolean mayUnmask() {
        return page.signedIn().hasAnyOf(PersonalRecords.MAY_UNMASK);
    }

    /** An amount, or a dash. */
    public String money(@Nullable Money money) {
        return money == null ? "–" : page.formats().money(money);
    }

    /** A rate, or a dash. */
    public String rate(@Nullable Rate rate) {
        return rate == null ? "–" : page.formats().rate(rate);
    }

    /** Anything with a text of its own, such as a day, or a dash. */
    public String text(@Nullable Object value) {
        return Objects.toString(value, "–");
    }

    /** The share of the granted credit that is drawn. */
    public String utilisation() {
        long granted = customer.granted().fen();
        return granted == 0
                ? "–"
                : page.formats().percent((double) customer.used().fen() / granted);
    }

    /** Deposits and wealth products over the months, its title the change of the last year. */
    public Chart balanceChart() {
        List<MonthBalance> months = profile.money().balances();
        String title = page.t("customer.chart.balance");
        if (months.size() > YEAR) {
            long now = months.getLast().balance().fen();
            long then = months.get(months.size() - 1 - YEAR).balance().fen();
            if (then > 0) {
                String change = page.formats().percent(Math.abs((double) now / then - 1));
                title = page.t(now >= then ? "customer.chart.balance.up" : "customer.chart.balance.down", change);
            }
        }
        return new Chart(
                Chart.Kind.LINES,
                Chart.Size.SMALL,
                title,
                page.t("customer.chart.yuan"),
                page.t("customer.chart.month"),
                months.stream().map(month -> month.month().toString()).toList(),
                List.of(new Chart.Series(
                        page.t("customer.chart.balance"),
                        months.stream().map(month -> yuan(month.balance())).toList())),
                null);
    }

    /** Money in and out by month, its title the mean surplus of the last three full months. */
    public Chart flowChart() {
        List<MonthFlow> months = profile.money().flows();
        String title = page.t("customer.chart.flow");
        if (months.size() > QUARTER) {
            long surplus = months.subList(months.size() - 1 - QUARTER, months.size() - 1).stream()
                            .mapToLong(month -> month.in().fen() - month.out().fen())
                            .sum()
                    / QUARTER;
            String amount = page.formats().money(Money.ofFen(Math.abs(surplus)));
            title = page.t(surplus >= 0 ? "customer.chart.flow.surplus" : "customer.chart.flow.deficit", amount);
        }
        return new Chart(
                Chart.Kind.BARS,
                Chart.Size.SMALL,
                title,
                page.t("customer.chart.yuan"),
                page.t("customer.chart.month"),
                months.stream().map(month -> month.month().toString()).toList(),
                List.of(
                        new Chart.Series(
                                page.t("customer.chart.in"),
                                months.stream().map(month -> yuan(month.in())).toList()),
                        new Chart.Series(
                                page.t("customer.chart.out"),
                                months.stream().map(month -> yuan(month.out())).toList())),
                null);
    }

    private static double yuan(Money money) {
        return money.yuan().doubleValue();
    }
}
