package org.yinhang.demo.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.yinhang.campaign.Campaigns;
import org.yinhang.core.progress.Progress;
import org.yinhang.demobank.DemoBank;
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

    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final long PAUSE_MILLIS = 500;

    private final Lake lake;
    private final DayRepository days;
    private final SendingDue sending;
    private final SimulatedAnswers answers;
    private final ObjectProvider<JobHandler> handlers;
    private final Jobs jobs;
    private final BusinessClock clock;
    private final YinhangSettings settings;

    DayPlay(
            Lake lake,
            DayRepository days,
            SendingDue sending,
            SimulatedAnswers answers,
            ObjectProvider<JobHandler> handlers,
            Jobs jobs,
            BusinessClock clock,
            YinhangSettings settings) {
        this.lake = lake;
        this.days = days;
        this.sending = sending;
        this.answers = answers;
        this.handlers = handlers;
        this.jobs = jobs;
        this.clock = clock;
        this.settings = settings;
    }

    /** Whether there is a simulated bank with days to play. */
    public boolean isPossible() {
        return settings.demo() && DemoBank.isThere(folder());
    }

    /** The newest day that was played. */
    public Optional<LocalDate> last() {
        return days.last();
    }

    /** Plays the next day, or the rest of one that was begun; gives which. */
    public LocalDate play(JobContext context) throws Exception {
        LocalDate day = days.open().orElseGet(() -> bank().businessDate().plusDays(1));
        DayStage stage = days.begin(day);
        if (stage.isBefore(DayStage.LISTED)) {
            clock.moveTo(day, MORNING);
            run(Campaigns.WAVE_JOB, context);
            sending.untilNothingIsDue(context.progress());
            days.list(day, MORNING.getHour(), clock.zone().getId());
        }
        if (stage.isBefore(DayStage.LIVED)) {
            live(day, context.progress());
        }
        if (stage.isBefore(DayStage.ANSWERED)) {
            clock.moveTo(day, MORNING);
            answers.deliver(days.of(day), context.progress());
            days.reached(day, DayStage.ANSWERED);
        }
        clock.moveTo(Optional.of(day));
        for (String name : RENEWING) {
            run(name, context);
        }
        days.reached(day, DayStage.DONE);
        return day;
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
            bank.advance(day, actions(days.of(day), bank.customers()), progress);
        }
        List<Long> touches = new ArrayList<>();
        List<PlayedContact.Answer> found = new ArrayList<>();
        for (ContactAnswer answer : bank.answers()) {
            touches.add(answer.contact());
            found.add(new PlayedContact.Answer(answer.reached(), answer.outcome(), answer.at()));
        }
        days.lived(day, touches, found);
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
        handler.run(new Step(context));
    }

    /** Somebody may be at the same work already, as after a launch: two at one wave would be in each other's way. */
    private void awaitOthers(String name) throws InterruptedException {
        long began = System.nanoTime();
        while (System.nanoTime() - began < PATIENCE.toNanos()
                && jobs.active().stream().anyMatch(run -> run.name().equals(name) && run.state() == JobState.RUNNING)) {
            Thread.sleep(PAUSE_MILLIS);
        }
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
