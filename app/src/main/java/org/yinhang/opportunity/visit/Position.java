package org.yinhang.opportunity.visit;

import java.util.Locale;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.opportunity.VisitRules.Town;

/**
 * Where a phone told it was, in degrees of WGS 84.
 *
 * @param latitude north is positive
 * @param longitude east is positive
 * @param accuracy how far it may be off, in metres
 */
public record Position(double latitude, double longitude, int accuracy) {

    private static final double EARTH_KM = 6371.0088;
    private static final int MOST_METRES = 1_000_000;

    /**
     * Checks a position.
     *
     * @throws FaultException {@code OPP-8006} for one that is not on Earth
     */
    public Position {
        boolean isOnEarth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
        if (!isOnEarth || accuracy < 0 || accuracy > MOST_METRES) {
            throw new FaultException(Fault.of(
                    "OPP-8006",
                    "This is no position.",
                    "position",
                    "Let the phone tell it again, or begin without it."));
        }
    }

    /** The great-circle distance to a town in kilometres, by the haversine formula (R. W. Sinnott, Sky and Telescope 68, 1984). */
    public double kilometresTo(Town town) {
        double north = Math.toRadians(town.latitude() - latitude);
        double east = Math.toRadians(town.longitude() - longitude);
        double chord = square(Math.sin(north / 2))
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(town.latitude()))
                        * square(Math.sin(east / 2));
        return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
    }

    private static double square(double x) {
        return x * x;
    }

    /** Latitude and longitude as they are kept, to about a metre. */
    String text() {
        return String.format(Locale.ROOT, "%.5f %.5f", latitude, longitude);
    }

    /** Says nothing of where it is. */
    @Override
    public String toString() {
        return "Position[]";
    }
}
