package org.yinhang.demo.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.yinhang.campaign.Campaigns;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.progress.Progress;
import org.yinhang.demobank.DemoBank;
import org.yinhang.demobank.Truth;
import org.yinhang.demobank.contact.Channel;
import org.yinhang.demobank.contact.ContactAction;
import org.yinhang.demobank.contact.ContactAnswer;
import org.yinhang.demobank.contact.Offer;
import org.yinhang.jobs.JobContext;
import org.yinhang.jobs.JobHandler;
import org.yinhang.jobs.JobState;
import org.yinhang.jobs.Jobs;
import org.yinhang.lake.Lake;
import org.yinhang.outcome.OutcomesJob;
import org.yinhang.reach.SendingDue;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.YinhangSettings;
import org.yinhang.tag.TagShelf;

/**
 * Plays days of the simulated bank: what is due leaves through the outbox, customers live the day and answer exactly those
 * contacts by their known truth, answers come back through the entrances real ones use, outcomes return to the lake, and
 * the business date has moved. Each stage is on record when it is over and does no harm done twice, so a day that was
 * interrupted goes on where it was.
 */
@Component
public class DayPlay {

    /** The time of day at which a played day's waves leave: within the hours of every channel, whatever the real clock says. */
    private static final LocalTime MORNING = LocalTime.of(10, 0);

    /** What brings customers, ledgers and tags to the new day, in this order. */
    private static final List<String> RENEWING =
            List.of(OutcomesJob.NAME, "customer-refresh", "compliance-intake", "tag-run");

    /** Makes opportunities of the tasks campaigns want: who answers today moves them on. */
    private static final String TASKS = "opportunity-tasks";

    private static final Duration MOMENT = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final long PAUSE_MILLIS = 500;

    /** Somebody else writes to the lake: that ends. */
    private static final String BUSY = "LAK-1004";

    private final Lake lake;
    private final DayRepository days;
    private final SendingDue sending;
    private final SimulatedAnswers answers;
    private final ObjectProvider<JobHandler> handlers;
    private final Jobs jobs;
    private final TagShelf shelf;
    private final BusinessClock clock;
    private final YinhangSettings settings;

    DayPlay(
            Lake lake,
            DayRepository days,
            SendingDue sending,
            SimulatedAnswers answers,
            ObjectProvider<JobHandler> handlers,
            Jobs jobs,
            TagShelf shelf,
            BusinessClock clock,
            YinhangSettings settings) {
        this.lake = lake;
        this.days = days;
        this.sending = sending;
        this.answers = answers;
        this.handlers = handlers;
        this.shelf = shelf;
        this.jobs = jobs;
        this.clock = clock;
        this.settings = settings;
    }

    /** Whether there is a simulated bank with days to play. */
    public boolean isPossible() {
        return settings.demo() && DemoBank.isThere(folder());
    }

    /** The day on which the simulated bank stands. */
    LocalDate businessDate() {
        return bank().businessDate();
    }

    /** The newest day that was played. */
    public Optional<LocalDate> last() {
        return days.last();
    }

    /** Responses the contacts of a campaign truly added. */
    public Optional<Double> truth(String campaign) {
        return days.truth(campaign);
    }

    /** Responses truly added by the contacts of those whom chance assigned in some months. */
    public Optional<Double> truth(String campaign, Set<YearMonth> assigned) {
        return days.truth(campaign, assigned, clock.zone());
    }

    /** The day played next: one that was begun and is not done, or the day after the bank's. */
    public LocalDate next() {
        return days.open().orElseGet(() -> businessDate().plusDays(1));
    }

    /** Plays every day up to one, the rest of one that was begun first; gives the newest that is done. */
    public LocalDate playUntil(LocalDate last, JobContext context) throws Exception {
        while (!next().isAfter(last)) {
            play(context);
        }
        return businessDate();
    }

    /** Plays the next day, or the rest of one that was begun; gives which. */
    public LocalDate play(JobContext context) throws Exception {
        LocalDate day = next();
        DayStage stage = days.begin(day, DayStage.SENDING);
        if (stage.isBefore(DayStage.LISTED)) {
            clock.moveTo(day, MORNING);
            run(Campaigns.WAVE_JOB, context);
            sending.untilNothingIsDue(context.progress());
            run(TASKS, context);
            days.list(day, MORNING.getHour(), clock.zone().getId());
        }
        if (stage.isBefore(DayStage.LIVED)) {
            live(day, context.progress());
        }
        if (stage.isBefore(DayStage.ANSWERED)) {
            clock.moveTo(day, MORNING);
            answers.deliver(day, days.of(day), context.progress());
            days.reached(day, DayStage.ANSWERED);
        }
        clock.moveTo(Optional.of(day));
        for (String name : RENEWING) {
            run(name, context);
        }
        days.reached(day, DayStage.DONE);
        return day;
    }

    /** Lets days pass up to one, on which the bank contacts nobody. No day may be open. */
    void rest(LocalDate until, JobContext context) throws Exception {
        days.begin(until, DayStage.LISTED);
        play(context);
    }

    /** Plays the rest of a day that was begun, where there is one. */
    void finish(JobContext context) throws Exception {
        if (days.open().isPresent()) {
            play(context);
        }
    }

    /** Computes tags where there are none yet. */
    void renewWhereNothingIs(JobContext context) throws Exception {
        if (shelf.report().isEmpty()) {
            for (String name : RENEWING) {
                run(name, context);
            }
        }
    }

    private Path folder() {
        return settings.dataFolder().resolve("demo-bank");
    }

    private DemoBank bank() {
        return DemoBank.resume(lake, folder());
    }

    private void live(LocalDate day, Progress progress) {
        DemoBank bank = bank();
        if (bank.businessDate().isBefore(day)) {
            List<ContactAction> actions = actions(days.of(day), bank.customers());
            if (actions.isEmpty()) {
                bank.rest(day, progress);
            } else {
                days.believed(actions, added(bank.truth(), actions));
                bank.advance(day, actions, progress);
            }
        }
        List<Long> touches = new ArrayList<>();
        List<PlayedContact.Answer> found = new ArrayList<>();
        for (ContactAnswer answer : bank.answers()) {
            touches.add(answer.contact());
            found.add(new PlayedContact.Answer(answer.reached(), answer.outcome(), answer.at()));
        }
        days.lived(day, touches, found);
    }

    /** What each contact truly adds to the probability of a response within thirty days, as things stand before the day. */
    private static List<Double> added(Truth truth, List<ContactAction> actions) {
        return actions.stream()
                .map(action -> truth.of(action.customer())
                        .uplift(action.offer(), action.channel(), action.hour(), action.ratePpm()))
                .toList();
    }

    /** Offers the simulated bank knows nothing of leave its customers cold: nobody answers. */
    private static List<ContactAction> actions(List<PlayedContact> contacts, int customers) {
        List<ContactAction> actions = new ArrayList<>();
        for (PlayedContact contact : contacts) {
            Optional<Channel> channel = Channel.ALL.stream()
                    .filter(each -> each.code().equals(contact.channel()))
                    .findFirst();
            Optional<Offer> offer = Offer.ofProduct(contact.product());
            if (channel.isPresent() && offer.isPresent() && contact.customer() < customers) {
                actions.add(new ContactAction(
                        contact.customer(),
                        contact.campaign(),
                        offer.get(),
                        channel.get(),
                        "",
                        contact.hour(),
                        contact.ratePpm().orElse(offer.get().referenceRate()),
                        contact.touch()));
            }
        }
        return actions;
    }

    /** Runs another job's work as a step of this one: the next step needs what it leaves behind. */
    private void run(String name, JobContext context) throws Exception {
        JobHandler handler = handlers.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        awaitOthers(name);
        for (long began = System.nanoTime(); ; ) {
            try {
                handler.run(new Step(context));
                return;
            } catch (FaultException e) {
                boolean isBusy = e.faults().stream().map(Fault::code).anyMatch(BUSY::equals);
                if (!isBusy || System.nanoTime() - began > PATIENCE.toNanos()) {
                    throw e;
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }

    /** Somebody may be at the same work already, as after a launch: two at one wave would be in each other's way. */
    private void awaitOthers(String name) throws InterruptedException {
        long began = System.nanoTime();
        while (isAtWork(name, System.nanoTime() - began)) {
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    /** One that only waits its turn may wait for long: it is given a moment to begin, and finds nothing to do later. */
    private boolean isAtWork(String name, long nanos) {
        Duration waited = Duration.ofNanos(nanos);
        return jobs.active().stream()
                .filter(run -> run.name().equals(name))
                .anyMatch(run -> waited.compareTo(run.state() == JobState.RUNNING ? PATIENCE : MOMENT) < 0);
    }

    /** A job as a step: its progress is shown, its outcome in words is not. */
    private record Step(JobContext whole) implements JobContext {

        @Override
        public long runId() {
            return whole.runId();
        }

        @Override
        public Map<String, String> input() {
            return Map.of();
        }

        @Override
        public Progress progress() {
            return whole.progress();
        }

        @Override
        public void result(String words) {
            // The day tells its own.
        }
    }
}
