package io.servicesemantics.impl.manifest;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.io.BaseEncoding;
import io.servicesemantics.fault.FieldPath;
import io.servicesemantics.impl.text.TextLimits;
import io.servicesemantics.impl.text.TextReader;
import io.servicesemantics.impl.text.TextWriter;
import io.servicesemantics.manifest.DecodedBody;
import io.servicesemantics.manifest.FieldValidation;
import io.servicesemantics.manifest.ManifestObject;
import io.servicesemantics.manifest.SourceDocument;
import io.servicesemantics.object.KubernetesObject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the body of a request, whose kind is that of the address it is sent to.
 *
 * <p>Source: apimachinery {@code runtime/serializer/json}, Decode and gvkWithDefaults; apiserver
 * {@code endpoints/handlers/rest.go}, transformDecodeError.
 *
 * @param <T> the kind of object
 */
final class BodyDecoder<T extends KubernetesObject> {

  private static final String INTO_VERSION_AND_KIND =
      "struct { APIVersion string \"json:\\\"apiVersion,omitempty\\\"\";"
          + " Kind string \"json:\\\"kind,omitempty\\\"\" }";
  private static final String NO_VERSION_AND_KIND = "couldn't get version/kind; json parse error: ";
  private static final int LONGEST_SUMMARY = 30;

  private final Class<T> type;
  private final FieldValidation validation;
  private final KnownFields known;
  private final Kinds.Kind kind;
  private final T zero;

  BodyDecoder(Class<T> type, FieldValidation validation, KnownFields known) {
    this.known = known;
    this.type = type;
    this.validation = validation;
    this.kind = Kinds.ofType(type);
    this.zero = type.cast(kind.table().zero());
  }

  DecodedBody<T> decode(String json) {
    String syntax = GoJson.fault(json);
    if (!syntax.isEmpty()) {
      return unrecognized(NO_VERSION_AND_KIND + syntax, json);
    }
    ImmutableList<SourceDocument> documents = new TextReader().readJson(json, "");
    return documents.isEmpty() ? read(zero) : decode(documents.get(0), json);
  }

  // the tree is only looked at, so that an ordinary one need not be copied
  DecodedBody<T> decodeTree(@Nullable Object tree) {
    if (tree == null) {
      return read(zero);
    }
    int maxDepth = TextLimits.STANDARD.maxDepth();
    int maxNodes = TextLimits.STANDARD.maxNodes();
    return decode(
        TreeCopier.isNeutral(tree, maxDepth, maxNodes)
            ? new TreeDocument(tree, ImmutableList.of())
            : TreeCopier.copy(tree, maxDepth, maxNodes),
        null);
  }

  private DecodedBody<T> decode(SourceDocument document, @Nullable String json) {
    Object tree = document.tree().orElse(null);
    if (tree == null) {
      return refused(document.problems().get(0).message());
    }
    if (!(tree instanceof Map<?, ?>)) {
      return unrecognized(
          NO_VERSION_AND_KIND
              + "json: cannot unmarshal "
              + NeutralTrees.jsonType(tree)
              + " into Go value of type "
              + INTO_VERSION_AND_KIND,
          jsonOf(tree, json));
    }
    @SuppressWarnings("unchecked") // the keys of a neutral tree are text
    Map<String, @Nullable Object> map = (Map<String, @Nullable Object>) tree;
    String unfit = RequestKind.unrecognized(map);
    if (!unfit.isEmpty()) {
      return unrecognized(unfit, jsonOf(tree, json));
    }
    RequestKind said = RequestKind.of(map, kind);
    if (!said.isRegistered()) {
      return refused(said.cannotBeHandled(kind, said.notRegistered()));
    }
    ManifestObject<?> object =
        new ObjectReader(document, validation, known)
            .read(map, FieldPath.root(), said.apiVersion(), said.kind());
    String error = object.decodingError().orElse("");
    if (error.isEmpty() && !type.isInstance(object.value())) {
      error = said.noConversion(kind);
    }
    Set<String> strict =
        object.problems().isEmpty()
            ? ImmutableSet.of()
            : StrictWords.of(object.problems(), Origin.of(document));
    return result(
        type.isInstance(object.value()) ? type.cast(object.value()) : zero,
        error.isEmpty() ? "" : said.cannotBeHandled(kind, error),
        strict);
  }

  /** Tells how an object is decoded that was read before. */
  static <T extends KubernetesObject> DecodedBody<T> decode(
      ManifestObject<T> object, FieldValidation validation) {
    Set<String> strict = StrictWords.of(object.problems(), Origin.of(object.document()));
    String error = object.decodingError().orElse("");
    if (error.isEmpty() || DecodingError.isStrict(error)) {
      error = validation == FieldValidation.STRICT ? DecodingError.ofStrict(strict) : "";
    }
    T value = object.value();
    RequestKind said = new RequestKind(value.kind(), value.apiVersion());
    Kinds.Kind kind = new Kinds.Kind(value.apiVersion(), Kinds.tableOf(value));
    String whole = error.isEmpty() ? "" : said.cannotBeHandled(kind, error);
    return result(value, whole, strict, validation);
  }

  private DecodedBody<T> result(T value, String error, Set<String> strict) {
    return result(value, error, strict, validation);
  }

  private static <T extends KubernetesObject> DecodedBody<T> result(
      T value, String error, Set<String> strict, FieldValidation validation) {
    boolean warns = error.isEmpty() && validation == FieldValidation.WARN;
    return new DecodedBody<>(
        value,
        error.isEmpty() ? Optional.empty() : Optional.of(error),
        warns ? ImmutableList.copyOf(strict) : ImmutableList.of());
  }

  private DecodedBody<T> read(T value) {
    return new DecodedBody<>(value, Optional.empty(), ImmutableList.of());
  }

  private DecodedBody<T> refused(String error) {
    return new DecodedBody<>(zero, Optional.of(error), ImmutableList.of());
  }

  private DecodedBody<T> unrecognized(String error, String body) {
    return refused(
        "the object provided is unrecognized (must be of type "
            + kind.table().name()
            + "): "
            + error
            + " ("
            + summary(body)
            + ")");
  }

  private static String jsonOf(Object tree, @Nullable String json) {
    return json == null ? new TextWriter().toJson(tree) : json;
  }

  // what begins like an object is shown as it is, all else as hexadecimal digits
  private static String summary(String body) {
    if (body.isEmpty()) {
      return "<empty>";
    }
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    byte[] shown = Arrays.copyOf(bytes, Math.min(bytes.length, LONGEST_SUMMARY));
    String text =
        bytes[0] == '{'
            ? new String(shown, StandardCharsets.UTF_8)
            : BaseEncoding.base16().lowerCase().encode(shown);
    return bytes.length > LONGEST_SUMMARY ? text + " ..." : text;
  }
}
