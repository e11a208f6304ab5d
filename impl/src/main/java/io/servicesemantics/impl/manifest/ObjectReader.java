package io.servicesemantics.impl.manifest;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.fault.FieldPath;
import io.servicesemantics.fault.QuotedText;
import io.servicesemantics.impl.manifest.Fault.Weight;
import io.servicesemantics.manifest.FieldValidation;
import io.servicesemantics.manifest.ManifestObject;
import io.servicesemantics.manifest.ManifestProblem;
import io.servicesemantics.manifest.ManifestProblem.Kind;
import io.servicesemantics.manifest.SourceDocument;
import io.servicesemantics.manifest.SourceLocation;
import io.servicesemantics.object.KubernetesObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one object of a document: finds the table of its kind, follows it, and tells its faults.
 */
final class ObjectReader {

  private static final String NO_KIND =
      "couldn't get version/kind; json parse error: json: cannot unmarshal ";

  private final SourceDocument document;
  private final FieldValidation validation;
  private final KnownFields known;
  private final Origin origin;
  private final TextProblems textProblems;

  ObjectReader(SourceDocument document, FieldValidation validation, KnownFields known) {
    this.known = known;
    this.document = document;
    this.validation = validation;
    this.origin = Origin.of(document);
    this.textProblems = new TextProblems(document);
  }

  /**
   * Reads an object.
   *
   * @param tree its tree
   * @param place its path within the document
   * @param impliedVersion the API version of objects that do not say theirs; may be empty
   * @param impliedKind the kind of objects that do not say theirs; may be empty
   */
  ManifestObject<?> read(
      Map<String, @Nullable Object> tree,
      FieldPath place,
      String impliedVersion,
      String impliedKind) {
    Reading reading = new Reading(origin, known);
    List<Fault> faults = new ArrayList<>();
    String kindName = said(tree, "kind", impliedKind, faults);
    String version = said(tree, "apiVersion", impliedVersion, faults);
    Struct<? extends KubernetesObject, ?> table = UnreadTable.UNREAD;
    if (kindName.isEmpty() && faults.isEmpty()) {
      faults.add(
          fault(
              Kind.MISSING_KIND,
              Weight.REFUSES,
              FieldPath.root(),
              "an object without a kind",
              "begin it with apiVersion and kind",
              "Object 'Kind' is missing"));
    } else if (faults.isEmpty()) {
      table = tableFor(kindName, version, faults);
    }
    KubernetesObject value = value(table, tree, reading);
    faults.addAll(reading.faults());
    return object(value, tree, place, faults);
  }

  private static KubernetesObject value(
      Struct<? extends KubernetesObject, ?> table,
      Map<String, @Nullable Object> tree,
      Reading reading) {
    if (table != UnreadTable.UNREAD) {
      KubernetesObject value = table.read(tree, reading);
      return value == null ? table.zero() : value;
    }
    // nobody knows the fields of this kind, so what is odd in them is no fault
    Reading unheard = new Reading(Origin.TREE, KnownFields.ALL);
    KubernetesObject value = table.read(tree, unheard);
    return value == null ? table.zero() : value;
  }

  private static String said(
      Map<String, @Nullable Object> tree, String field, String implied, List<Fault> faults) {
    Object said = tree.get(field);
    if (said instanceof String text) {
      return text.isEmpty() ? implied : text;
    }
    if (said != null) {
      faults.add(
          fault(
              Kind.WRONG_TYPE,
              Weight.ENDS,
              FieldPath.of(field),
              NeutralTrees.describe(said) + " where text belongs",
              TypeHints.cure(Shapes.TEXT, said),
              NO_KIND
                  + NeutralTrees.jsonType(said)
                  + " into Go struct field ."
                  + field
                  + " of type string"));
    }
    return implied;
  }

  private static Struct<? extends KubernetesObject, ?> tableFor(
      String kindName, String version, List<Fault> faults) {
    Kinds.Kind kind = Kinds.named(kindName);
    if (kind == null || !Kinds.isOwnGroup(version)) {
      faults.add(unread(kindName, version));
      return UnreadTable.UNREAD;
    }
    if (version.isEmpty()) {
      faults.add(
          fault(
              Kind.MISSING_KIND,
              Weight.REFUSES,
              FieldPath.root(),
              "a " + kindName + " without an apiVersion",
              "begin it with apiVersion: " + kind.apiVersion(),
              "Object 'apiVersion' is missing"));
    } else if (!Kinds.isServed(kindName, kind, version)) {
      faults.add(
          fault(
              Kind.UNSERVED_VERSION,
              Weight.REFUSES,
              FieldPath.of("apiVersion"),
              "there is no " + kindName + " in " + NeutralTrees.shortQuote(version),
              "write apiVersion: " + kind.apiVersion(),
              "no matches for kind \"" + kindName + "\" in version " + QuotedText.of(version)));
    }
    return Kinds.isRead(kindName, version) ? kind.table() : UnreadTable.UNREAD;
  }

  private static Fault unread(String kindName, String version) {
    String alike = Kinds.isOwnGroup(version) ? Kinds.alike(kindName) : null;
    if (alike != null) {
      return fault(
          Kind.UNSERVED_VERSION,
          Weight.REFUSES,
          FieldPath.of("kind"),
          "there is no kind " + NeutralTrees.shortQuote(kindName),
          "did you mean " + alike,
          "no matches for kind "
              + QuotedText.of(kindName)
              + " in version "
              + QuotedText.of(version));
    }
    return fault(
        Kind.UNREAD_KIND,
        Weight.TAKEN,
        FieldPath.root(),
        "objects of kind " + NeutralTrees.shortQuote(kindName) + " are kept, not read",
        "",
        "");
  }

  private static Fault fault(
      Kind kind, Weight weight, FieldPath path, String message, String hint, String words) {
    return new Fault(kind, weight, path, true, message, hint, words);
  }

  private ManifestObject<?> object(
      KubernetesObject value,
      Map<String, @Nullable Object> tree,
      FieldPath place,
      List<Fault> faults) {
    ImmutableList<ManifestProblem> ofText = textProblems.within(place);
    if (faults.isEmpty() && ofText.isEmpty()) {
      return ManifestObject.of(value, tree, document, place, ImmutableList.of(), "");
    }
    List<ManifestProblem> strict = new ArrayList<>();
    ImmutableList.Builder<ManifestProblem> problems = ImmutableList.builder();
    for (ManifestProblem problem : ofText) {
      if (problem.kind() == Kind.DUPLICATE_KEY) {
        strict.add(problem);
      }
      if (problem.kind() != Kind.DUPLICATE_KEY || validation != FieldValidation.IGNORE) {
        problems.add(problem);
      }
    }
    for (Fault fault : faults) {
      ManifestProblem problem = problem(fault, place);
      if (fault.weight() == Weight.STRICT) {
        strict.add(problem);
      }
      if (fault.weight() != Weight.STRICT || validation != FieldValidation.IGNORE) {
        problems.add(problem);
      }
    }
    String error = DecodingError.of(faults, strict, origin, validation == FieldValidation.STRICT);
    return ManifestObject.of(value, tree, document, place, problems.build(), error);
  }

  // read strictly, a fault is told in the server's words
  private ManifestProblem problem(Fault fault, FieldPath place) {
    FieldPath path = TextProblems.join(place, fault.path());
    SourceLocation location;
    if (path.isRoot()) {
      location = document.start();
    } else {
      location = fault.atValue() ? document.valueLocationOf(path) : document.locationOf(path);
    }
    boolean inServersWords = validation == FieldValidation.STRICT && !fault.words().isEmpty();
    return new ManifestProblem(
        fault.kind(),
        fault.path(),
        location,
        inServersWords ? fault.words() : fault.message(),
        fault.hint(),
        fault.words());
  }
}
