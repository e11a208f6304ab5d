package io.servicesemantics.connection;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.base.Ascii;
import com.google.common.base.CharMatcher;

/**
 * What a URL says beyond host and port. Of it the scheme alone counts for where a call goes.
 *
 * @param scheme the scheme in lower case, such as {@code https}
 * @param hasUserInfo whether it names a user; who, and the password, are not kept
 * @param rest path, query and fragment, as they are written
 */
public record UrlParts(String scheme, boolean hasUserInfo, String rest) {

  private static final CharMatcher SCHEME =
      CharMatcher.inRange('a', 'z').or(CharMatcher.inRange('0', '9')).or(CharMatcher.anyOf("+-."));

  /** Checks the scheme. */
  public UrlParts {
    checkArgument(
        isScheme(scheme),
        "Scheme of a URL: \"%s\"; expected lower-case letters, digits, \"+\", \"-\" or \".\"",
        CallText.shown(scheme));
    checkNotNull(rest, "Rest of a URL is null; expected text, empty where there is none");
    checkArgument(
        rest.isEmpty() || "/?#".indexOf(rest.charAt(0)) >= 0,
        "Rest of a URL: \"%s\"; expected \"/\", \"?\" or \"#\" in front",
        CallText.shown(rest));
  }

  static boolean isScheme(String text) {
    return !text.isEmpty()
        && text.length() <= 30
        && Ascii.isLowerCase(text.charAt(0))
        && SCHEME.matchesAllOf(text);
  }
}
