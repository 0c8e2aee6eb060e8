package org.yinhang.demobank.rows;

import org.yinhang.demobank.person.Home;
import org.yinhang.demobank.person.Job;
import org.yinhang.demobank.person.Person;
import org.yinhang.demobank.world.Day;
import org.yinhang.demobank.world.Employer;
import org.yinhang.lake.TableWriter;

/** Rows of {@code customers} and {@code relations}. */
public final class CustomerRows {

    private final BankRows rows;

    CustomerRows(BankRows rows) {
        this.rows = rows;
    }

    /** What is true of a customer from a day on. */
    public void state(Person person, Day day, CustomerFacts facts) {
        Job job = person.job();
        Employer employer = job.employer();
        TableWriter row = rows.writer("customers")
                .row(person.number(), day.at(28_800), day.recordedAt(), person.number())
                .text(person.female() ? "f" : "m")
                .date(person.birthDay())
                .absent()
                .text(person.marital())
                .text(person.education())
                .text(facts.employed() ? job.occupation() : "unemployed")
                .text(employer == null || !facts.employed() ? null : employer.code())
                .key(person.home().household())
                .text(person.city().province())
                .text(person.city().name())
                .money(facts.monthlyIncome())
                .text(person.outlet().code())
                .text(person.manager().isEmpty() ? null : person.manager())
                .date(person.joinedOn());
        row.flag(facts.mortgage())
                .flag(facts.loan())
                .text(facts.defaulted() ? "yes" : "no")
                .flag(job.smallBusiness())
                .flag(job.providentFund() && facts.employed())
                .text(person.riskPreference())
                .flag(facts.deceased())
                .end();
    }

    /** A relation between two customers. */
    public void relation(int customer, Day day, long id, int other, String relation, double strength) {
        rows.writer("relations")
                .row(customer, day.at(30_000), day.recordedAt(), id)
                .integer(other)
                .text(relation)
                .number(strength)
                .end();
    }

    /** The household of a customer, if the customer is its first member. */
    public void household(Person person) {
        Home home = person.home();
        if (home.first() != person.number()) {
            return;
        }
        rows.writer("households")
                .row()
                .key(home.household())
                .integer(home.size())
                .integer(home.children())
                .flag(home.owned())
                .integer(home.cars())
                .end();
    }
}
