package io.servicesemantics.impl.manifest;

import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.impl.text.TextLimits;
import io.servicesemantics.impl.text.TextReader;
import io.servicesemantics.impl.text.TextWriter;
import io.servicesemantics.manifest.DecodedBody;
import io.servicesemantics.manifest.FieldValidation;
import io.servicesemantics.manifest.ManifestObject;
import io.servicesemantics.manifest.ManifestSet;
import io.servicesemantics.manifest.Manifests;
import io.servicesemantics.manifest.SourceDocument;
import io.servicesemantics.object.KubernetesObject;
import io.servicesemantics.profile.Quirks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads manifests as the API server and kubectl do, and writes objects back. */
public final class StandardManifests implements Manifests {

  private final KnownFields known;

  /**
   * Makes a reader and writer.
   *
   * @param quirks what the release does otherwise than the newest one
   */
  public StandardManifests(Quirks quirks) {
    this.known = KnownFields.of(quirks);
  }

  @Override
  public ManifestSet read(String text, String source, FieldValidation validation) {
    DocumentReader documents = documents(validation);
    for (SourceDocument document : new TextReader().read(text, source)) {
      documents.read(document);
    }
    return documents.result();
  }

  @Override
  public ManifestSet read(Path fileOrFolder, FieldValidation validation) {
    DocumentReader documents = documents(validation);
    new ManifestFiles(new TextReader(), documents).read(fileOrFolder);
    return documents.result();
  }

  @Override
  public ManifestSet readTree(@Nullable Object tree, FieldValidation validation) {
    DocumentReader documents = documents(validation);
    documents.read(
        TreeCopier.copy(tree, TextLimits.STANDARD.maxDepth(), TextLimits.STANDARD.maxNodes()),
        true);
    return documents.result();
  }

  private DocumentReader documents(FieldValidation validation) {
    return new DocumentReader(checked(validation), known);
  }

  private static FieldValidation checked(FieldValidation validation) {
    return checkNotNull(validation, "Field validation is null; expected STRICT, WARN or IGNORE");
  }

  @Override
  public <T extends KubernetesObject> DecodedBody<T> decode(
      Class<T> type, String json, FieldValidation validation) {
    checkNotNull(json, "Text of a body is null; expected JSON text");
    return new BodyDecoder<>(type, checked(validation), known).decode(json);
  }

  @Override
  public <T extends KubernetesObject> DecodedBody<T> decodeTree(
      Class<T> type, @Nullable Object tree, FieldValidation validation) {
    return new BodyDecoder<>(type, checked(validation), known).decodeTree(tree);
  }

  @Override
  public <T extends KubernetesObject> DecodedBody<T> decode(
      ManifestObject<T> object, FieldValidation validation) {
    return BodyDecoder.decode(object, checked(validation));
  }

  @Override
  public ImmutableList<SourceDocument> documents(String text) {
    return new TextReader().read(text, "");
  }

  @Override
  public Map<String, @Nullable Object> toTree(KubernetesObject object) {
    return write(object);
  }

  private static <T extends KubernetesObject> Map<String, @Nullable Object> write(T object) {
    return Kinds.tableOf(object).write(object);
  }

  @Override
  public Map<String, @Nullable Object> toTree(ManifestObject<?> object) {
    return lay(object);
  }

  // what the tree says is read again: the value as it was, before it was changed
  private static <T extends KubernetesObject> Map<String, @Nullable Object> lay(
      ManifestObject<T> object) {
    Struct<T, ?> table = Kinds.tableOf(object.value());
    T before =
        table.read(object.tree(), new Reading(Origin.of(object.document()), KnownFields.ALL));
    return table.lay(object.tree(), before == null ? table.zero() : before, object.value());
  }

  @Override
  public String treesToYaml(List<? extends @Nullable Object> trees) {
    return new TextWriter().toYamlDocuments(trees);
  }

  @Override
  public String treeToJson(@Nullable Object tree) {
    return new TextWriter().toPrettyJson(tree);
  }

  @Override
  public String toJson(List<? extends KubernetesObject> objects) {
    List<@Nullable Object> items = new ArrayList<>();
    for (KubernetesObject object : objects) {
      items.add(toTree(object));
    }
    return listToJson(items);
  }

  @Override
  public String toJson(ManifestSet set) {
    List<@Nullable Object> items = new ArrayList<>();
    for (ManifestObject<?> object : set.objects()) {
      items.add(toTree(object));
    }
    return listToJson(items);
  }

  private String listToJson(List<@Nullable Object> items) {
    Map<String, @Nullable Object> list = new LinkedHashMap<>();
    list.put("apiVersion", "v1");
    list.put("kind", "List");
    list.put("items", items);
    return treeToJson(list);
  }
}
