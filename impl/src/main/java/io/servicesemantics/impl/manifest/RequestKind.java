package io.servicesemantics.impl.manifest;

import com.google.common.collect.ImmutableSet;
import io.servicesemantics.fault.QuotedText;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The kind and API version that the body of a request is of, once what it does not say is taken
 * from the address it was sent to.
 *
 * <p>Source: apimachinery {@code runtime/serializer/json/json.go}, gvkWithDefaults; {@code
 * runtime/schema/group_version.go}.
 *
 * @param kind the kind
 * @param apiVersion its API version
 */
record RequestKind(String kind, String apiVersion) {

  private static final String SCHEME = "\"k8s.io/kubernetes/pkg/api/legacyscheme/scheme.go:30\"";

  // the kinds of version v1 that this library does not read; each has a list, as those it reads
  private static final ImmutableSet<String> OTHER_CORE_KINDS =
      ImmutableSet.of(
          "Binding",
          "ComponentStatus",
          "ConfigMap",
          "Event",
          "LimitRange",
          "PersistentVolume",
          "PersistentVolumeClaim",
          "PodTemplate",
          "ResourceQuota",
          "Secret",
          "ServiceAccount");

  /** {@return what is wrong with what a body says of its kind; empty where it can be taken} */
  static String unrecognized(Map<String, @Nullable Object> body) {
    for (String field : new String[] {"kind", "apiVersion"}) {
      Object said = body.get(field);
      if (said != null && !(said instanceof String)) {
        return "couldn't get version/kind; json parse error: json: cannot unmarshal "
            + NeutralTrees.jsonType(said)
            + " into Go struct field ."
            + field
            + " of type string";
      }
    }
    String version = text(body, "apiVersion");
    return version.indexOf('/') == version.lastIndexOf('/')
        ? ""
        : "unexpected GroupVersion string: " + version;
  }

  /** {@return the kind of a body that can be taken, sent to the address of another kind} */
  static RequestKind of(Map<String, @Nullable Object> body, Kinds.Kind address) {
    String kind = text(body, "kind");
    String version = text(body, "apiVersion");
    return new RequestKind(
        kind.isEmpty() ? address.table().name() : kind,
        version.isEmpty() ? address.apiVersion() : version);
  }

  private static String text(Map<String, @Nullable Object> body, String field) {
    return body.get(field) instanceof String text ? text : "";
  }

  /** {@return whether the server has such a kind in such a version} */
  boolean isRegistered() {
    String item = kind.endsWith("List") ? kind.substring(0, kind.length() - 4) : kind;
    Kinds.Kind known = Kinds.named(item);
    if (known != null) {
      return Kinds.isServed(item, known, apiVersion);
    }
    return apiVersion.equals("v1") && (OTHER_CORE_KINDS.contains(item) || kind.equals("List"));
  }

  String notRegistered() {
    return "no kind "
        + QuotedText.of(kind)
        + " is registered for version "
        + QuotedText.of(apiVersion)
        + " in scheme "
        + SCHEME;
  }

  String noConversion(Kinds.Kind address) {
    return "converting ("
        + version()
        + "."
        + kind
        + ") to ("
        + internalPackage(address.apiVersion())
        + "."
        + address.table().name()
        + "): unknown conversion";
  }

  String cannotBeHandled(Kinds.Kind address, String error) {
    return kind
        + " in version "
        + QuotedText.of(version())
        + " cannot be handled as a "
        + address.table().name()
        + ": "
        + error;
  }

  private String version() {
    return apiVersion.substring(apiVersion.indexOf('/') + 1);
  }

  // the first part of a group names the package of its kinds; those without a group are core's
  private static String internalPackage(String apiVersion) {
    int slash = apiVersion.indexOf('/');
    if (slash < 0) {
      return "core";
    }
    int dot = apiVersion.indexOf('.');
    return apiVersion.substring(0, dot < 0 ? slash : Math.min(dot, slash));
  }
}
