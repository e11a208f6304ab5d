package io.servicesemantics.admission;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

/**
 * How much is held of one band: neighbouring addresses or ports that are picked from alike.
 *
 * @param <T> {@code IpAddress} or {@code Integer}
 * @param first its lowest address or port
 * @param last its highest one
 * @param size how many it has; {@link Long#MAX_VALUE} where that is more
 * @param held how many of them are held
 */
public record BandUsage<T>(T first, T last, long size, long held) {

  /** Checks that both ends are there, and that no more is held than there is. */
  public BandUsage {
    checkNotNull(first, "First of a band is null; expected an address or port");
    checkNotNull(last, "Last of a band is null; expected an address or port");
    checkArgument(
        held >= 0 && held <= size, "Held of a band: \"%s\"; expected 0 to %s", held, size);
  }

  /** {@return how many are free; of the widest bands, at least so many} */
  public long free() {
    return size - held;
  }
}
