package io.servicesemantics.impl.validation;

import com.google.common.collect.ImmutableList;

/**
 * What the names of a kind of objects may look like.
 *
 * <p>Source: {@code apimachinery/pkg/api/validation/generic.go} (api 3.1).
 */
interface NameRule {

  /** A DNS-1123 label: NameIsDNSLabel. */
  NameRule LABEL = (name, asPrefix) -> Names.label(asPrefix ? masked(name) : name);

  /** A DNS-1035 label: NameIsDNS1035Label. */
  NameRule LABEL_1035 = (name, asPrefix) -> Names.label1035(asPrefix ? masked(name) : name);

  /** A DNS-1123 subdomain: NameIsDNSSubdomain. */
  NameRule SUBDOMAIN = (name, asPrefix) -> Names.subdomain(asPrefix ? masked(name) : name);

  /** A step of a path in a URL, which every name must be: ValidatePathSegmentName. */
  NameRule PATH_SEGMENT = Names::pathSegment;

  /**
   * Returns the details of what is wrong with a name, in the server's order.
   *
   * @param name the name
   * @param asPrefix whether it is what a made name is to start with
   */
  ImmutableList<String> faults(String name, boolean asPrefix);

  // The server puts a letter for the last two characters of a prefix that ends in a hyphen.
  private static String masked(String prefix) {
    return prefix.length() > 1 && prefix.endsWith("-")
        ? prefix.substring(0, prefix.length() - 2) + "a"
        : prefix;
  }
}
