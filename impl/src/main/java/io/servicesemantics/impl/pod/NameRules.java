package io.servicesemantics.impl.pod;

import io.servicesemantics.fault.QuotedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges names of hosts in the words of the kubelet (RFC 1123). */
final class NameRules {

  private static final int LONGEST_LABEL = 63;
  private static final int LONGEST_SUBDOMAIN = 253;
  private static final String LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
  private static final String SUBDOMAIN = LABEL + "(\\." + LABEL + ")*";
  private static final String TOO_LONG = "must be no more than %d characters";
  private static final String BAD_LABEL =
      "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and"
          + " must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc',"
          + " regex used for validation is '"
          + LABEL
          + "')";
  private static final String BAD_SUBDOMAIN =
      "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or"
          + " '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex"
          + " used for validation is '"
          + SUBDOMAIN
          + "')";

  private NameRules() {}

  /** What is wrong with a label; empty where nothing is. */
  static Optional<String> ofLabel(String field, String value) {
    List<String> faults = new ArrayList<>();
    if (Octets.of(value) > LONGEST_LABEL) {
      faults.add(String.format(TOO_LONG, LONGEST_LABEL));
    }
    if (!isSubdomain(value) || value.indexOf('.') >= 0) {
      faults.add(isSubdomain(value) ? "must not contain dots" : BAD_LABEL);
    }
    return told(field, value, "label", faults);
  }

  /** What is wrong with a subdomain, dots allowed. */
  static Optional<String> ofSubdomain(String field, String value) {
    List<String> faults = new ArrayList<>();
    if (Octets.of(value) > LONGEST_SUBDOMAIN) {
      faults.add(String.format(TOO_LONG, LONGEST_SUBDOMAIN));
    }
    if (!isSubdomain(value)) {
      faults.add(BAD_SUBDOMAIN);
    }
    return told(field, value, "subdomain", faults);
  }

  private static Optional<String> told(
      String field, String value, String sort, List<String> faults) {
    return faults.isEmpty()
        ? Optional.empty()
        : Optional.of(
            String.format(
                "pod %s %s is not a valid DNS %s: %s",
                field, QuotedText.of(value), sort, String.join(";", faults)));
  }

  // Labels of any length, each beginning and ending with a letter or digit, with dots between.
  private static boolean isSubdomain(String value) {
    int start = 0;
    for (int i = 0; i <= value.length(); i++) {
      if (i == value.length() || value.charAt(i) == '.') {
        if (i == start
            || !isAlphanumeric(value.charAt(start))
            || !isAlphanumeric(value.charAt(i - 1))) {
          return false;
        }
        start = i + 1;
      } else if (value.charAt(i) != '-' && !isAlphanumeric(value.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAlphanumeric(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
  }
}
