package org.yinhang.opportunity;

/**
 * What came of the contacts that followed one version of a script.
 *
 * @param code names the script
 * @param version which version
 * @param contacts recorded with it
 * @param reached where somebody spoke with the customer
 * @param agreed of those reached, who agreed to come or applied
 */
public record ScriptFigures(String code, int version, int contacts, int reached, int agreed) {

    /** The 97.5 % point of the normal distribution. */
    private static final double Z = 1.959964;

    /** The part of those reached who agreed; NaN where nobody was reached. */
    public double rate() {
        return reached == 0 ? Double.NaN : (double) agreed / reached;
    }

    /** Lower end of the 95 % interval of Wilson (1927); 0 where nobody was reached. */
    public double from() {
        return reached == 0 ? 0 : middle() - half();
    }

    /** Upper end of that interval; 1 where nobody was reached. */
    public double until() {
        return reached == 0 ? 1 : middle() + half();
    }

    private double middle() {
        return (rate() + Z * Z / (2 * reached)) / (1 + Z * Z / reached);
    }

    private double half() {
        double p = rate();
        return Z * Math.sqrt(p * (1 - p) / reached + Z * Z / (4.0 * reached * reached)) / (1 + Z * Z / reached);
    }
}
