package io.servicesemantics.impl.validation;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import io.servicesemantics.fault.FieldPath;

/**
 * Rules about whole domain names, of which the server tells the first fault alone.
 *
 * <p>Source: {@code apimachinery/pkg/util/validation/validation.go}, IsFullyQualifiedDomainName
 * (api 1.2).
 */
final class DomainRules {

  private DomainRules() {}

  static void check(String text, FieldPath path, Faults faults) {
    if (text.isEmpty()) {
      faults.required(path, "");
      return;
    }
    String name = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    ImmutableList<String> details = Names.subdomain(name);
    if (!details.isEmpty()) {
      faults.invalid(path, name, String.join(",", details));
      return;
    }
    if (name.indexOf('.') < 0) {
      faults.invalid(path, name, "should be a domain with at least two segments separated by dots");
      return;
    }
    for (String label : Splitter.on('.').split(name)) {
      ImmutableList<String> ofLabel = Names.label(label);
      if (!ofLabel.isEmpty()) {
        faults.invalid(path, label, String.join(",", ofLabel));
        return;
      }
    }
  }
}
