package org.yinhang.demobank.life;

import java.nio.ByteBuffer;
import org.yinhang.demobank.contact.Channel;
import org.yinhang.demobank.contact.Offer;
import org.yinhang.demobank.person.Needs;
import org.yinhang.demobank.person.Person;
import org.yinhang.demobank.person.Temper;

/**
 * How one customer would answer any contact, on one day. The simulation draws its outcomes from exactly these
 * probabilities, and the known truth is exactly these numbers kept.
 *
 * <pre>
 * accept  = σ(attraction(offer) + taste(channel) + 0.35·fit(hour) − β·(rate − reference rate) in points)
 * reached = reach(channel)·(0.4 + 0.6·fit(hour)) for calls, reach(channel)·(0.85 + 0.15·fit(hour)) otherwise
 * fit     = exp(−((hour − preferred hour) / 2.5)²)
 * </pre>
 */
public final class Leaning {

    /** Bytes one customer takes in the truth file. */
    public static final int BYTES = 152;

    /** Chance that an interested customer comes back within ten days. */
    public static final double RETURN = 0.3;

    private static final int OFFERS = Offer.ALL.size();
    private static final int CHANNELS = Channel.ALL.size();
    private static final float NEVER = -99;
    private static final double[] BASE_TASTE = {0.5, -0.5, 0.1, -0.9, -0.6, 0.9, 1.0};

    private final float[] attraction = new float[OFFERS];
    private final float[] own = new float[OFFERS];
    private final float[] need = new float[OFFERS];
    private final float[] taste = new float[CHANNELS];
    private final float[] reach = new float[CHANNELS];
    private float priceSensitivity;
    private float annoyance;
    private int preferredHour;
    private int preferredChannel;

    /** Works out how a customer leans on a day; {@code needs} must be turned to that day's week. */
    void work(Person person, CustomerState state, Needs needs, int day) {
        Temper temper = person.temper();
        double fatigue = state.memory.fatigueOn(day);
        double ready = temper.openness()
                + (person.manager().isEmpty() ? 0 : 0.2)
                - 0.30 * temper.irritability() * fatigue
                + (state.memory.earlierAccepted ? 0.4 : 0)
                - 0.8 * Math.min(1.5, loadOf(person, state));
        for (Offer offer : Offer.ALL) {
            int o = offer.index();
            double wish = needs.of(offer);
            boolean able = isAble(person, state, offer, day) && wish > 0;
            need[o] = (float) wish;
            double held = offer == Offer.REVOLVING && state.line.free() > 0 ? 0.8 : 0;
            attraction[o] = able ? (float) (-4.35 + 1.15 * wish + ready + held) : NEVER;
            own[o] = able ? (float) logistic(-6.9 + 1.75 * wish + 0.8 * temper.openness() + held) : 0;
        }
        priceSensitivity = (float) temper.priceSensitivity();
        annoyance = (float) OwnAccord.annoyance(temper.irritability(), fatigue + 1);
        preferredHour = temper.preferredHour();
        preferredChannel = temper.preferredChannel();
        for (Channel channel : Channel.ALL) {
            int c = channel.index();
            double ease = temper.digital() - 0.5;
            taste[c] = (float) (BASE_TASTE[c]
                    + (c == temper.preferredChannel() ? 0.6 : 0)
                    + (channel.isPersonal() ? -0.5 : 0.8) * ease);
            reach[c] = (float) reach(channel, temper.digital());
        }
    }

    /** A customer with an application under way, no room for another loan, in distress or dead takes nothing. */
    private static boolean isAble(Person person, CustomerState state, Offer offer, int day) {
        int age = person.age(day);
        boolean drawing = offer == Offer.REVOLVING && state.line.free() >= Borrowing.SMALLEST_DRAW;
        boolean blocked = offer == Offer.REVOLVING && state.line.isActive() && !drawing;
        return !state.deceased
                && !state.application.isOpen()
                && !blocked
                && age >= 18
                && age < 66
                && state.hasFreeLoan();
    }

    private static double loadOf(Person person, CustomerState state) {
        return state.monthlyDue / (double) Math.max(1, person.job().monthlyIncome());
    }

    private static double reach(Channel channel, double digital) {
        return switch (channel) {
            case CALL -> 0.52;
            case SMS -> 0.75;
            case WECOM -> 0.50 + 0.25 * digital;
            case EMAIL -> 0.12 + 0.25 * digital;
            case PUSH -> 0.15 + 0.5 * digital;
            case BRANCH -> 0.75;
            case VISIT -> 0.65;
        };
    }

    /** Probability that a contact at an hour is noticed. */
    public double reached(Channel channel, int hour) {
        double fit = fit(hour);
        return reach[channel.index()] * (channel == Channel.CALL ? 0.4 + 0.6 * fit : 0.85 + 0.15 * fit);
    }

    /** Probability that a customer who was reached accepts the same day. */
    public double accepts(Offer offer, Channel channel, int hour, int ratePpm) {
        float base = attraction[offer.index()];
        if (base <= NEVER) {
            return 0;
        }
        double points = (ratePpm - offer.referenceRate()) / 10_000.0;
        return logistic(base + taste[channel.index()] + 0.35 * fit(hour) - priceSensitivity * points);
    }

    /** Probability that a customer who was reached and did not accept is interested. */
    public static double interested(double accepts) {
        return Math.min(0.4, 1.8 * accepts);
    }

    /** Probability that the contact itself leads to an application or a draw, at once or within ten days. */
    public double converts(Offer offer, Channel channel, int hour, int ratePpm) {
        double accepts = accepts(offer, channel, hour, ratePpm);
        return reached(channel, hour) * (accepts + (1 - accepts) * interested(accepts) * RETURN);
    }

    /** Probability of an application or a draw of one's own accord in thirty days like today. */
    public double own(Offer offer) {
        return own[offer.index()];
    }

    /** Replaces the probability of acting of one's own accord, by one that looks at the weeks to come. */
    void own(Offer offer, double probability) {
        own[offer.index()] = (float) probability;
    }

    /** Share of one's own initiative that an unwelcome contact destroys for thirty days. */
    public double annoyance() {
        return annoyance;
    }

    /** Latent need of an offer, 0 to about 3. */
    public double need(Offer offer) {
        return need[offer.index()];
    }

    /** Log-odds of acceptance lost for a percentage point above the reference rate. */
    public double priceSensitivity() {
        return priceSensitivity;
    }

    /** The hour of the day at which a contact is most welcome. */
    public int preferredHour() {
        return preferredHour;
    }

    /** The channel liked best. */
    public Channel preferredChannel() {
        return Channel.ALL.get(preferredChannel);
    }

    private double fit(int hour) {
        double x = (hour - preferredHour) / 2.5;
        return Math.exp(-x * x);
    }

    static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    /** Writes exactly {@link #BYTES} bytes. */
    public void write(ByteBuffer out) {
        for (float[] values : new float[][] {attraction, own, need, taste, reach}) {
            for (float value : values) {
                out.putFloat(value);
            }
        }
        out.putFloat(priceSensitivity)
                .putFloat(annoyance)
                .put((byte) preferredHour)
                .put((byte) preferredChannel)
                .putShort((short) 0);
    }

    /** Reads exactly {@link #BYTES} bytes. */
    public void read(ByteBuffer in) {
        for (float[] values : new float[][] {attraction, own, need, taste, reach}) {
            for (int i = 0; i < values.length; i++) {
                values[i] = in.getFloat();
            }
        }
        priceSensitivity = in.getFloat();
        annoyance = in.getFloat();
        preferredHour = in.get();
        preferredChannel = in.get();
        in.getShort();
    }
}
