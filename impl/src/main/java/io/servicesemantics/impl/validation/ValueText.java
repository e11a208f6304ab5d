package io.servicesemantics.impl.validation;

import io.servicesemantics.cluster.ParentReference;
import io.servicesemantics.fault.QuotedText;
import io.servicesemantics.object.Choice;
import io.servicesemantics.object.OwnerReference;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How the bad value of a fault is printed: plain text quoted and numbers plain in every release,
 * all else as JSON or, in older releases, in the syntax of Go (api 0.5, versions A11).
 *
 * <p>Source: {@code apimachinery/pkg/util/validation/field/errors.go}, ErrorBody.
 */
public enum ValueText {
  /** As JSON. */
  JSON,
  /** As Go's {@code %#v} prints it; a pointer to nothing is the text null. */
  GO_SYNTAX;

  private static final DateTimeFormatter GO_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss +0000 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** {@return what stands for a pointer to nothing} */
  public String nothing() {
    return this == JSON ? "null" : QuotedText.of("null");
  }

  /**
   * Returns a text that is no plain string to Go.
   *
   * @param value the text, as that of a uid or of a name of a closed set
   * @return the text as it is shown
   */
  public String name(String value) {
    return this == JSON ? GoText.json(value) : QuotedText.of(value);
  }

  String choice(Choice<?> value) {
    return value.isSaid() ? name(value.text()) : nothing();
  }

  String optional(Optional<String> value) {
    return value.map(this::name).orElseGet(this::nothing);
  }

  String time(Optional<Instant> value) {
    return value
        .map(time -> time.truncatedTo(ChronoUnit.SECONDS))
        .map(time -> this == JSON ? QuotedText.of(time.toString()) : GO_TIME.format(time))
        .orElseGet(this::nothing);
  }

  /**
   * Returns a list of texts.
   *
   * @param items the texts; an empty list is Go's nil
   * @return the list as it is shown
   */
  public String texts(List<?> items) {
    return this == JSON ? GoText.json(items) : slice("string", items);
  }

  String families(List<?> items) {
    return this == JSON ? GoText.json(items) : slice("core.IPFamily", items);
  }

  private static String slice(String type, List<?> items) {
    StringBuilder out = new StringBuilder("[]").append(type);
    if (items.isEmpty()) {
      return out.append("(nil)").toString();
    }
    out.append('{');
    for (int i = 0; i < items.size(); i++) {
      out.append(i == 0 ? "" : ", ").append(QuotedText.of(items.get(i).toString()));
    }
    return out.append('}').toString();
  }

  /** A port of the server's own making, which has a protocol and a number alone. */
  String portNumber(String protocol, long number) {
    return this == JSON
        ? "{\"Name\":\"\",\"Protocol\":"
            + GoText.json(protocol)
            + ",\"AppProtocol\":null,\"Port\":"
            + number
            + ",\"TargetPort\":0,\"NodePort\":0}"
        : "core.ServicePort{Name:\"\", Protocol:"
            + QuotedText.of(protocol)
            + ", AppProtocol:(*string)(nil), Port:"
            + number
            + ", TargetPort:intstr.IntOrString{Type:0, IntVal:0, StrVal:\"\"}, NodePort:0}";
  }

  /** A spec of a ServiceCIDR. */
  String networks(List<String> networks) {
    return this == JSON
        ? "{\"CIDRs\":" + texts(networks) + "}"
        : "networking.ServiceCIDRSpec{CIDRs:" + texts(networks) + "}";
  }

  /** Whose an IPAddress is. */
  String parent(Optional<ParentReference> reference) {
    if (reference.isEmpty()) {
      return nothing();
    }
    ParentReference parent = reference.get();
    GoStruct struct =
        GoStruct.of(this, "networking.ParentReference")
            .text("Group", parent.group())
            .text("Resource", parent.resource())
            .text("Namespace", parent.namespace())
            .text("Name", parent.name());
    return struct.toString();
  }

  /** Those whom an object belongs to. */
  String owners(List<OwnerReference> owners) {
    StringBuilder out = new StringBuilder(this == JSON ? "[" : "[]v1.OwnerReference{");
    for (int i = 0; i < owners.size(); i++) {
      out.append(i == 0 ? "" : this == JSON ? "," : ", ").append(owner(owners.get(i)));
    }
    return out.append(this == JSON ? ']' : '}').toString();
  }

  /** One whom an object belongs to, shown by its JSON names as JSON, by those of Go otherwise. */
  String owner(OwnerReference owner) {
    boolean isJson = this == JSON;
    return GoStruct.of(this, "v1.OwnerReference")
        .text(isJson ? "apiVersion" : "APIVersion", owner.apiVersion())
        .text(isJson ? "kind" : "Kind", owner.kind())
        .text(isJson ? "name" : "Name", owner.name())
        .text(isJson ? "uid" : "UID", owner.uid())
        .flag(isJson ? "controller" : "Controller", owner.controller())
        .flag(isJson ? "blockOwnerDeletion" : "BlockOwnerDeletion", owner.blockOwnerDeletion())
        .toString();
  }
}
