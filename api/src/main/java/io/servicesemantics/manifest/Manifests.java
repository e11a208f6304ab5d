package io.servicesemantics.manifest;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.object.KubernetesObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads manifests as Kubernetes reads them, and writes objects back.
 *
 * <p>Nothing wrong in a manifest makes a method throw: what could be read is given, and the
 * problems say the rest. The methods without a {@link FieldValidation} use {@link
 * FieldValidation#WARN}.
 *
 * <p>Read are Service, EndpointSlice, Endpoints, Pod, Node, Namespace, ServiceCIDR and IPAddress,
 * the kinds of {@link io.servicesemantics.cluster.WorkloadKind}, and lists of them. Objects of
 * other kinds are kept as they are ({@link UnreadObject}).
 *
 * <pre>{@code
 * ManifestSet shop = manifests.read(Path.of("shop.yaml"));
 * ManifestObject<Service> web = shop.objects(Service.class).get(0);
 * manifests.toYaml(web.withValue(web.value().withMetadata(…)));    // all else as it was
 * }</pre>
 */
public interface Manifests {

  /**
   * Reads YAML or JSON text of any number of documents.
   *
   * @param text the text
   * @param source the name of its file for locations; may be empty
   * @param validation what becomes of unknown fields and of keys given twice
   * @return what was read
   */
  ManifestSet read(String text, String source, FieldValidation validation);

  /**
   * Reads YAML or JSON text of any number of documents.
   *
   * @param text the text
   * @return what was read
   */
  default ManifestSet read(String text) {
    return read(text, "", FieldValidation.WARN);
  }

  /**
   * Reads a file, or every {@code *.yaml}, {@code *.yml} and {@code *.json} file below a folder in
   * the order of their names. A file that cannot be read is a problem.
   *
   * @param fileOrFolder the file or folder
   * @param validation what becomes of unknown fields and of keys given twice
   * @return what was read
   */
  ManifestSet read(Path fileOrFolder, FieldValidation validation);

  /**
   * Reads a file, or every {@code *.yaml}, {@code *.yml} and {@code *.json} file below a folder in
   * the order of their names. A file that cannot be read is a problem.
   *
   * @param fileOrFolder the file or folder
   * @return what was read
   */
  default ManifestSet read(Path fileOrFolder) {
    return read(fileOrFolder, FieldValidation.WARN);
  }

  /**
   * Reads a neutral tree, as Jackson, Gson, SnakeYAML, fabric8 and the official client make them: a
   * map for one object, an object of kind List, or a {@code List} of objects.
   *
   * <p>A tree does not say how a number was written: a float without a fraction is taken as the
   * integer. Keys that are not text are taken as the text they print, and are problems.
   *
   * @param tree the tree; it is copied
   * @param validation what becomes of unknown fields
   * @return what was read
   */
  ManifestSet readTree(@Nullable Object tree, FieldValidation validation);

  /**
   * Reads a neutral tree: a map for one object, an object of kind List, or a {@code List} of
   * objects.
   *
   * @param tree the tree; it is copied
   * @return what was read
   */
  default ManifestSet readTree(@Nullable Object tree) {
    return readTree(tree, FieldValidation.WARN);
  }

  /**
   * Decodes the body of a request as the API server does: JSON text of one object, whose kind and
   * API version are those of the address it is sent to unless it says them.
   *
   * @param <T> the kind of object
   * @param type the kind, such as {@code Service.class}
   * @param json the text, right or wrong
   * @param validation what becomes of unknown fields and of keys given twice
   * @return what was read, and the server's words
   */
  <T extends KubernetesObject> DecodedBody<T> decode(
      Class<T> type, String json, FieldValidation validation);

  /**
   * Decodes the body of a request that is a neutral tree already.
   *
   * @param <T> the kind of object
   * @param type the kind, such as {@code Service.class}
   * @param tree the tree, right or wrong; it is not changed
   * @param validation what becomes of unknown fields
   * @return what was read, and the server's words
   */
  <T extends KubernetesObject> DecodedBody<T> decodeTree(
      Class<T> type, @Nullable Object tree, FieldValidation validation);

  /**
   * Tells how the API server decodes an object read from a manifest.
   *
   * @param <T> the kind of object
   * @param object the object
   * @param validation what becomes of unknown fields and of keys given twice; an object that was
   *     read without mention of them has none
   * @return what was read, and the server's words
   */
  <T extends KubernetesObject> DecodedBody<T> decode(
      ManifestObject<T> object, FieldValidation validation);

  /**
   * Reads YAML or JSON text into neutral trees, whatever they mean.
   *
   * @param text the text
   * @return the documents that have content, in order
   */
  ImmutableList<SourceDocument> documents(String text);

  /**
   * Returns an object as a neutral tree: fields in the server's order, absent ones left out.
   *
   * @param object the object
   * @return a new tree of maps and lists that may be changed
   */
  Map<String, @Nullable Object> toTree(KubernetesObject object);

  /**
   * Returns an object read from a manifest as a neutral tree: its value laid over the tree it was
   * read from. What the value does not hold stays, and so does the spelling of what did not change.
   *
   * @param object the object
   * @return a new tree of maps and lists that may be changed
   */
  Map<String, @Nullable Object> toTree(ManifestObject<?> object);

  /**
   * Writes neutral trees as YAML documents, parted by {@code ---}. Text is quoted wherever some
   * reader of YAML would take it for something else.
   *
   * @param trees the trees
   * @return the text; empty for no trees
   * @throws IllegalArgumentException if a tree holds what JSON has no words for
   */
  String treesToYaml(List<? extends @Nullable Object> trees);

  /**
   * Writes a neutral tree as JSON, indented as {@code kubectl -o json} does.
   *
   * @param tree the tree
   * @return the text
   * @throws IllegalArgumentException if the tree holds what JSON has no words for
   */
  String treeToJson(@Nullable Object tree);

  /**
   * Writes an object as YAML.
   *
   * @param object the object
   * @return one document
   */
  default String toYaml(KubernetesObject object) {
    return treesToYaml(List.of(toTree(object)));
  }

  /**
   * Writes an object read from a manifest as YAML, with all it said.
   *
   * @param object the object
   * @return one document
   */
  default String toYaml(ManifestObject<?> object) {
    return treesToYaml(List.of(toTree(object)));
  }

  /**
   * Writes objects as YAML.
   *
   * @param objects the objects
   * @return a document for each
   */
  default String toYaml(List<? extends KubernetesObject> objects) {
    return treesToYaml(objects.stream().map(this::toTree).toList());
  }

  /**
   * Writes all objects of a set as YAML, with all they said.
   *
   * @param set the set
   * @return a document for each object
   */
  default String toYaml(ManifestSet set) {
    return treesToYaml(set.objects().stream().map(this::toTree).toList());
  }

  /**
   * Writes an object as JSON.
   *
   * @param object the object
   * @return the text
   */
  default String toJson(KubernetesObject object) {
    return treeToJson(toTree(object));
  }

  /**
   * Writes an object read from a manifest as JSON, with all it said.
   *
   * @param object the object
   * @return the text
   */
  default String toJson(ManifestObject<?> object) {
    return treeToJson(toTree(object));
  }

  /**
   * Writes objects as one JSON object of kind List.
   *
   * @param objects the objects
   * @return the text
   */
  String toJson(List<? extends KubernetesObject> objects);

  /**
   * Writes all objects of a set as one JSON object of kind List, with all they said.
   *
   * @param set the set
   * @return the text
   */
  String toJson(ManifestSet set);
}
