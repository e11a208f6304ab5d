package io.servicesemantics.connection;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.object.NamespacedName;
import java.util.Optional;

/** Reads callers. */
final class CallerReader {

  private static final String EXPECTED =
      "\"pod shop/web-1\", \"node node-a\", \"203.0.113.7\" or \"203.0.113.7 via node-a\"";
  // Rather half a caller than a Pod of that name, which can be said with the word before it.
  private static final ImmutableSet<String> UNFINISHED = ImmutableSet.of("pod", "node");
  private static final Splitter WORDS = Splitter.on(' ').omitEmptyStrings();

  private CallerReader() {}

  static Caller read(String text) {
    String trimmed = CallText.trimmed(text, "Caller", EXPECTED);
    ImmutableList<String> words = ImmutableList.copyOf(WORDS.split(trimmed));
    if (words.size() == 1) {
      Optional<IpAddress> address = CallText.address(trimmed);
      return address.isPresent()
          ? new Caller.OfAddress(address.get(), Optional.empty())
          : bare(trimmed, text);
    }
    if (words.size() == 2 && words.get(0).equals("pod")) {
      return pod(words.get(1), text);
    }
    if (words.size() == 2 && words.get(0).equals("node") && CallText.isName(words.get(1))) {
      return new Caller.OfNode(words.get(1));
    }
    checkArgument(
        words.size() == 3 && words.get(1).equals("via") && CallText.isName(words.get(2)),
        "Caller: \"%s\"; expected %s",
        CallText.shown(text),
        EXPECTED);
    return new Caller.OfAddress(
        CallText.address(words.get(0))
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        String.format(
                            "Caller: \"%s\"; expected an address before \"via\"",
                            CallText.shown(text)))),
        Optional.of(words.get(2)));
  }

  private static Caller bare(String name, String text) {
    checkArgument(
        !UNFINISHED.contains(name),
        "Caller: \"%s\"; expected a name behind it, as in %s",
        CallText.shown(text),
        EXPECTED);
    return pod(name, text);
  }

  private static Caller pod(String name, String text) {
    int slash = name.indexOf('/');
    String first = slash < 0 ? name : name.substring(0, slash);
    boolean isName =
        CallText.isName(first)
            && !CallText.isLikeIpv4(first)
            && (slash < 0 || CallText.isName(name.substring(slash + 1)));
    checkArgument(isName, "Caller: \"%s\"; expected %s", CallText.shown(text), EXPECTED);
    return new Caller.OfPod(NamespacedName.parse(name));
  }
}
