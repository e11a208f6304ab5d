package io.servicesemantics.impl.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;

/**
 * Text made of bytes, and where in it the bytes were no text.
 *
 * @param text the text, with U+FFFD where bytes were no text
 * @param faults the places of those, in order
 */
// the array is never handed on to others
@SuppressWarnings("ArrayRecordComponent")
record DecodedText(String text, int[] faults) {

  static DecodedText of(String text) {
    return new DecodedText(text, new int[0]);
  }

  static DecodedText of(byte[] bytes) {
    Charset charset = charsetOf(bytes);
    String text = new String(bytes, charset);
    return text.indexOf('\uFFFD') < 0 ? of(text) : withFaults(bytes, charset);
  }

  private static Charset charsetOf(byte[] bytes) {
    if (bytes.length >= 2 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF) {
      return StandardCharsets.UTF_16BE;
    }
    if (bytes.length >= 2 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE) {
      return StandardCharsets.UTF_16LE;
    }
    return StandardCharsets.UTF_8;
  }

  private static DecodedText withFaults(byte[] bytes, Charset charset) {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    IntStream.Builder faults = IntStream.builder();
    CoderResult result = decoder.decode(in, out, true);
    while (result.isError()) {
      faults.add(out.position());
      for (int i = 0; i < result.length(); i++) {
        out.put('\uFFFD');
      }
      in.position(in.position() + result.length());
      result = decoder.decode(in, out, true);
    }
    return new DecodedText(out.flip().toString(), faults.build().toArray());
  }
}
