package io.servicesemantics.impl.description;

import io.servicesemantics.fault.FieldPath;
import io.servicesemantics.service.ServiceSpec;

/** Where the field that the API server speaks of is written: it spells some paths otherwise. */
final class WrittenPath {

  private static final FieldPath ROOT = FieldPath.root();
  private static final String SPEC = "spec";

  private WrittenPath() {}

  // The path of a fault, as the object spells it.
  static FieldPath of(FieldPath said, ServiceSpec spec) {
    FieldPath written = ROOT;
    for (Object step : said.steps()) {
      if (step instanceof Integer index) {
        written = written.index(index);
      } else if (step.equals("LoadBalancerSourceRanges")) {
        written = written.child("loadBalancerSourceRanges");
      } else if (step.equals("clusterIPs") && spec.clusterIPs().isEmpty()) {
        // it was filled in from the one address
        return written.child("clusterIP");
      } else if (step.equals("allocateLoadBalancerNodePorts") && written.isRoot()) {
        written = FieldPath.of(SPEC).child("allocateLoadBalancerNodePorts");
      } else {
        written = written.child(step.toString());
      }
    }
    return written;
  }

  // The path a warning begins with, or the annotation it names; the root where it names nothing.
  static FieldPath in(String warning) {
    String annotation = "annotation ";
    if (warning.startsWith(annotation)) {
      String rest = warning.substring(annotation.length());
      return FieldPath.of("metadata").child("annotations").key(firstWord(rest));
    }
    String first = firstWord(warning);
    return first.startsWith(SPEC + ".") ? parse(first) : ROOT;
  }

  private static String firstWord(String text) {
    int end = 0;
    while (end < text.length() && text.charAt(end) != ' ' && text.charAt(end) != ':') {
      end++;
    }
    return text.substring(0, end);
  }

  // Paths in warnings are of names and indices alone.
  private static FieldPath parse(String text) {
    FieldPath path = ROOT;
    int at = 0;
    while (at < text.length()) {
      int end = at;
      while (end < text.length() && ".[]".indexOf(text.charAt(end)) < 0) {
        end++;
      }
      String step = text.substring(at, end);
      boolean isIndex = at > 0 && text.charAt(at - 1) == '[';
      if (isIndex) {
        path = path.index(Integer.parseInt(step));
      } else if (!step.isEmpty()) {
        // the server's own slip
        path = path.child(step.equals("SessionAffinity") ? "sessionAffinity" : step);
      }
      at = end + 1;
    }
    return path;
  }
}
