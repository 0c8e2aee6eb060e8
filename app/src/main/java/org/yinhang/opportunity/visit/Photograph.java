package org.yinhang.opportunity.visit;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;

/**
 * A photo made anew from its points alone: nothing the file said besides the picture is left, and it is no larger than a page shows.
 *
 * @param jpeg the file
 * @param print 256 bits, whether each point of a small grey copy is brighter than its right neighbour: alike for the same picture
 *     at any size or quality (a difference hash, after N. Krawetz, 2013)
 */
record Photograph(byte[] jpeg, String print) {

    static final int MOST_BYTES = 12 * 1024 * 1024;

    private static final long MOST_POINTS = 60_000_000;
    private static final int LONGEST_SIDE = 1600;
    private static final int FEWEST_POINTS_A_SIDE = 64;
    private static final int PRINT_SIDE = 16;
    private static final Set<String> KINDS = Set.of("jpeg", "png");

    /**
     * Makes a photo of an uploaded file.
     *
     * @throws FaultException {@code OPP-8004} when it is too large, no JPEG or PNG, damaged or too small
     */
    static Photograph of(byte[] file) {
        if (file.length > MOST_BYTES) {
            throw refused("The photo is larger than %d MB.".formatted(MOST_BYTES / 1024 / 1024));
        }
        BufferedImage picture = scaled(decoded(file), LONGEST_SIDE);
        return new Photograph(jpeg(picture), print(picture));
    }

    private static BufferedImage decoded(byte[] file) {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            ImageReader reader = readers.hasNext() ? readers.next() : null;
            if (reader == null || !KINDS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
                throw refused("The file is no JPEG or PNG picture.");
            }
            try {
                reader.setInput(in, true, true);
                long points = (long) reader.getWidth(0) * reader.getHeight(0);
                if (points > MOST_POINTS) {
                    throw refused("The photo has more than %d million points.".formatted(MOST_POINTS / 1_000_000));
                }
                if (Math.min(reader.getWidth(0), reader.getHeight(0)) < FEWEST_POINTS_A_SIDE) {
                    throw refused("The picture is too small to show anything.");
                }
                return reader.read(0, thinned(reader));
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new FaultException(fault("The picture is damaged."), e);
        }
    }

    /** Reads every so manieth point only, so that the memory a picture takes does not follow what its file claims. */
    private static ImageReadParam thinned(ImageReader reader) throws IOException {
        ImageReadParam wanted = reader.getDefaultReadParam();
        int step = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / (2 * LONGEST_SIDE));
        wanted.setSourceSubsampling(step, step, 0, 0);
        return wanted;
    }

    private static BufferedImage scaled(BufferedImage picture, int longest) {
        double scale = Math.min(1, (double) longest / Math.max(picture.getWidth(), picture.getHeight()));
        return drawn(
                picture,
                Math.max(1, (int) Math.round(picture.getWidth() * scale)),
                Math.max(1, (int) Math.round(picture.getHeight() * scale)),
                BufferedImage.TYPE_INT_RGB);
    }

    private static BufferedImage drawn(BufferedImage picture, int width, int height, int type) {
        BufferedImage drawn = new BufferedImage(width, height, type);
        Graphics2D pen = drawn.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(picture, 0, 0, width, height, Color.WHITE, null);
        pen.dispose();
        return drawn;
    }

    private static byte[] jpeg(BufferedImage picture) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "jpeg", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Halved step by step, so that every point of the picture counts and its size does not. */
    private static String print(BufferedImage picture) {
        BufferedImage grey = picture;
        while (grey.getWidth() > 8 * PRINT_SIDE && grey.getHeight() > 8 * PRINT_SIDE) {
            grey = drawn(grey, grey.getWidth() / 2, grey.getHeight() / 2, BufferedImage.TYPE_BYTE_GRAY);
        }
        grey = drawn(grey, 4 * (PRINT_SIDE + 1), 4 * PRINT_SIDE, BufferedImage.TYPE_BYTE_GRAY);
        grey = drawn(grey, 2 * (PRINT_SIDE + 1), 2 * PRINT_SIDE, BufferedImage.TYPE_BYTE_GRAY);
        grey = drawn(grey, PRINT_SIDE + 1, PRINT_SIDE, BufferedImage.TYPE_BYTE_GRAY);
        StringBuilder bits = new StringBuilder(PRINT_SIDE * PRINT_SIDE);
        for (int y = 0; y < PRINT_SIDE; y++) {
            for (int x = 0; x < PRINT_SIDE; x++) {
                bits.append(
                        grey.getRaster().getSample(x, y, 0) > grey.getRaster().getSample(x + 1, y, 0) ? '1' : '0');
            }
        }
        return bits.toString();
    }

    private static FaultException refused(String what) {
        return new FaultException(fault(what));
    }

    private static Fault fault(String what) {
        return Fault.of("OPP-8004", what, "photo", "Take a photo with the phone (JPEG or PNG, at most 12 MB).");
    }
}
