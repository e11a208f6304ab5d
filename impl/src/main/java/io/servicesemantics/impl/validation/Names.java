package io.servicesemantics.impl.validation;

import com.google.common.collect.ImmutableList;

/**
 * What names, labels and keys may look like, by one pass over the text.
 *
 * <p>Each rule answers with the details of its faults, in the server's order; empty where there is
 * none.
 *
 * <p>Source: {@code apimachinery/pkg/util/validation/validation.go} (api 3.8).
 */
final class Names {

  private static final int LABEL_LIMIT = 63;
  private static final int SUBDOMAIN_LIMIT = 253;
  private static final int PORT_NAME_LIMIT = 15;

  private static final String LABEL_PATTERN = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
  private static final String NAME_PATTERN = "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]";

  private static final String LABEL_FAULT =
      "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and"
          + " must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc',"
          + " regex used for validation is '"
          + LABEL_PATTERN
          + "')";
  private static final String SUBDOMAIN_FAULT =
      "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or"
          + " '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex"
          + " used for validation is '"
          + LABEL_PATTERN
          + "(\\."
          + LABEL_PATTERN
          + ")*')";
  private static final String LABEL_1035_FAULT =
      "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an"
          + " alphabetic character, and end with an alphanumeric character (e.g. 'my-name',  or"
          + " 'abc-123', regex used for validation is '[a-z]([-a-z0-9]*[a-z0-9])?')";
  private static final String NAME_EXAMPLES =
      "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an"
          + " alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for"
          + " validation is '"
          + NAME_PATTERN
          + "')";
  private static final String KEY_OF_LABEL = "a valid label key ";
  private static final String QUALIFIED_NAME = "a qualified name ";
  private static final String KEY_FAULT =
      NAME_EXAMPLES + " with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')";
  private static final String VALUE_FAULT =
      "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or"
          + " '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or"
          + " 'my_value',  or '12345', regex used for validation is '("
          + NAME_PATTERN
          + ")?')";

  private Names() {}

  /** A DNS-1123 label: IsDNS1123Label. */
  static ImmutableList<String> label(String text) {
    boolean matches = Spelling.isLabel(text, 0, text.length());
    if (matches && text.length() <= LABEL_LIMIT) {
      return ImmutableList.of();
    }
    ImmutableList.Builder<String> faults = ImmutableList.builder();
    if (Utf8.isLongerThan(text, LABEL_LIMIT)) {
      faults.add("must be no more than " + LABEL_LIMIT + " characters");
    }
    if (!matches) {
      faults.add(
          Spelling.isSubdomain(text, 0, text.length()) ? "must not contain dots" : LABEL_FAULT);
    }
    return faults.build();
  }

  /** A DNS-1035 label: IsDNS1035Label. */
  static ImmutableList<String> label1035(String text) {
    boolean matches = Spelling.isLabel(text, 0, text.length()) && Spelling.isLower(text.charAt(0));
    return faults(text, matches, LABEL_LIMIT, " characters", "", LABEL_1035_FAULT);
  }

  /** A DNS-1123 subdomain: IsDNS1123Subdomain. Its labels may be of any length. */
  static ImmutableList<String> subdomain(String text) {
    boolean matches = Spelling.isSubdomain(text, 0, text.length());
    return faults(text, matches, SUBDOMAIN_LIMIT, " characters", "", SUBDOMAIN_FAULT);
  }

  // the two faults most names can have: too long, and not spelled as it must be
  private static ImmutableList<String> faults(
      String text, boolean matches, int limit, String unit, String before, String misspelled) {
    if (matches && text.length() <= limit) {
      return ImmutableList.of();
    }
    ImmutableList.Builder<String> faults = ImmutableList.builder();
    if (Utf8.isLongerThan(text, limit)) {
      faults.add(before + "must be no more than " + limit + unit);
    }
    if (!matches) {
      faults.add(before + misspelled);
    }
    return faults.build();
  }

  /** A key of labels or annotations, and whatever else is spelled so: IsQualifiedName. */
  static ImmutableList<String> qualified(String text, Wording wording) {
    int slash = text.indexOf('/');
    int end = text.length();
    boolean prefixMatches = slash < 0 || (slash > 0 && Spelling.isSubdomain(text, 0, slash));
    boolean nameMatches = Spelling.isName(text, slash + 1, end);
    if (prefixMatches
        && nameMatches
        && slash <= SUBDOMAIN_LIMIT
        && end - slash - 1 <= LABEL_LIMIT) {
      return ImmutableList.of();
    }
    if (slash >= 0 && text.indexOf('/', slash + 1) >= 0) {
      return ImmutableList.of(
          (wording.qualifiedNames() ? QUALIFIED_NAME : KEY_OF_LABEL) + KEY_FAULT);
    }
    ImmutableList.Builder<String> faults = ImmutableList.builder();
    if (slash == 0) {
      faults.add("prefix part must be non-empty");
    } else if (slash > 0) {
      faults.addAll(
          faults(
              text.substring(0, slash),
              prefixMatches,
              SUBDOMAIN_LIMIT,
              unit(wording),
              "prefix part ",
              SUBDOMAIN_FAULT));
    }
    String name = text.substring(slash + 1);
    if (name.isEmpty()) {
      faults.add("name part must be non-empty");
    } else if (Utf8.isLongerThan(name, LABEL_LIMIT)) {
      faults.add("name part must be no more than " + LABEL_LIMIT + unit(wording));
    }
    if (!nameMatches) {
      faults.add("name part " + NAME_EXAMPLES);
    }
    return faults.build();
  }

  /** The value of a label: IsValidLabelValue. */
  static ImmutableList<String> labelValue(String text, Wording wording) {
    boolean matches = text.isEmpty() || Spelling.isName(text, 0, text.length());
    return faults(text, matches, LABEL_LIMIT, unit(wording), "", VALUE_FAULT);
  }

  private static String unit(Wording wording) {
    return wording.qualifiedNames() ? " characters" : " bytes";
  }

  /** The name of a container port: IsValidPortName. */
  static ImmutableList<String> portName(String text) {
    boolean wellSpelled = !text.isEmpty();
    boolean hasLetter = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      hasLetter |= Spelling.isLower(c);
      wellSpelled &= Spelling.isLower(c) || Spelling.isDigit(c) || c == '-';
    }
    boolean doubled = text.contains("--");
    boolean bordered = text.startsWith("-") || text.endsWith("-");
    if (wellSpelled && hasLetter && !doubled && !bordered && text.length() <= PORT_NAME_LIMIT) {
      return ImmutableList.of();
    }
    ImmutableList.Builder<String> faults = ImmutableList.builder();
    if (Utf8.isLongerThan(text, PORT_NAME_LIMIT)) {
      faults.add("must be no more than " + PORT_NAME_LIMIT + " characters");
    }
    if (!wellSpelled) {
      faults.add("must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)");
    }
    if (!hasLetter) {
      faults.add("must contain at least one letter (a-z)");
    }
    if (doubled) {
      faults.add("must not contain consecutive hyphens");
    }
    if (bordered) {
      faults.add("must not begin or end with a hyphen");
    }
    return faults.build();
  }

  /** A step of a path in a URL: IsValidPathSegmentName, or as the start of one. */
  static ImmutableList<String> pathSegment(String text, boolean asPrefix) {
    if (!asPrefix && (text.equals(".") || text.equals(".."))) {
      return ImmutableList.of("may not be '" + text + "'");
    }
    boolean hasSlash = text.indexOf('/') >= 0;
    boolean hasPercent = text.indexOf('%') >= 0;
    if (!hasSlash && !hasPercent) {
      return ImmutableList.of();
    }
    ImmutableList.Builder<String> faults = ImmutableList.builder();
    if (hasSlash) {
      faults.add("may not contain '/'");
    }
    if (hasPercent) {
      faults.add("may not contain '%'");
    }
    return faults.build();
  }
}
