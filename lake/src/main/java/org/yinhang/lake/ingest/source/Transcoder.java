package org.yinhang.lake.ingest.source;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Turns text of another charset into UTF-8, line for line. A byte that means nothing in its charset becomes one that
 * means nothing in UTF-8 either, so that its row is rejected and not quietly altered.
 */
final class Transcoder {

    private static final int MEANINGLESS = 0xFF;

    private Transcoder() {}

    static void toUtf8(Path from, Charset charset, Path to) throws IOException {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try (InputStream in = Delimited.open(from);
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(PrivateFile.create(to)), 1 << 16)) {
            ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
            CharBuffer chars = CharBuffer.allocate(1 << 16);
            boolean first = true;
            boolean end = false;
            while (!end) {
                int read = in.readNBytes(bytes.array(), bytes.position(), bytes.remaining());
                end = bytes.remaining() > read;
                bytes.position(bytes.position() + read).flip();
                CoderResult result = decode(decoder, bytes, chars, end);
                while (!result.isUnderflow()) {
                    first = flush(chars, out, first);
                    if (result.isError()) {
                        bytes.position(bytes.position() + result.length());
                        out.write(MEANINGLESS);
                    }
                    result = decode(decoder, bytes, chars, end);
                }
                first = flush(chars, out, first);
                bytes.compact();
            }
        }
    }

    private static CoderResult decode(CharsetDecoder decoder, ByteBuffer bytes, CharBuffer chars, boolean end) {
        return decoder.decode(bytes, chars, end);
    }

    private static boolean flush(CharBuffer chars, OutputStream out, boolean first) throws IOException {
        chars.flip();
        boolean mark = first && chars.hasRemaining() && chars.get(0) == '\uFEFF';
        if (mark) {
            chars.get();
        }
        boolean some = mark || chars.hasRemaining();
        out.write(chars.toString().getBytes(StandardCharsets.UTF_8));
        chars.clear();
        return first && !some;
    }
}
