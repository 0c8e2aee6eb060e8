package org.yinhang.gallery;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** A picture of a page in the 256 colours it has most of, a third as large as with all of them; a page has few that matter. */
final class SmallPng {

    private static final int COLOURS = 256;

    private final List<Integer> palette;
    private final Map<Integer, Integer> nearest = new HashMap<>();

    private SmallPng(List<Integer> palette) {
        this.palette = palette;
    }

    /** Writes a PNG again, smaller, into a file. */
    static void write(byte[] png, Path file) {
        try {
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
            Files.createDirectories(file.toAbsolutePath().getParent());
            ImageIO.write(new SmallPng(mostUsed(picture)).painted(picture), "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Integer> mostUsed(BufferedImage picture) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int colour : pixels(picture)) {
            counts.merge(colour, 1, Integer::sum);
        }
        return counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(COLOURS)
                .map(Map.Entry::getKey)
                .toList();
    }

    private BufferedImage painted(BufferedImage picture) {
        int[] colours = palette.stream().mapToInt(Integer::intValue).toArray();
        IndexColorModel model =
                new IndexColorModel(8, colours.length, colours, 0, false, -1, java.awt.image.DataBuffer.TYPE_BYTE);
        BufferedImage small =
                new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
        int[] pixels = pixels(picture);
        byte[] places = new byte[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            places[i] = (byte) (int) nearest.computeIfAbsent(pixels[i], this::nearest);
        }
        small.getRaster().setDataElements(0, 0, picture.getWidth(), picture.getHeight(), places);
        return small;
    }

    private int nearest(int colour) {
        int best = 0;
        int distance = Integer.MAX_VALUE;
        for (int place = 0; place < palette.size(); place++) {
            int apart = apart(colour, palette.get(place));
            if (apart < distance) {
                best = place;
                distance = apart;
            }
        }
        return best;
    }

    private static int apart(int one, int other) {
        int red = (one >> 16 & 0xFF) - (other >> 16 & 0xFF);
        int green = (one >> 8 & 0xFF) - (other >> 8 & 0xFF);
        int blue = (one & 0xFF) - (other & 0xFF);
        return 2 * red * red + 4 * green * green + 3 * blue * blue;
    }

    private static int[] pixels(BufferedImage picture) {
        return picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
    }
}
