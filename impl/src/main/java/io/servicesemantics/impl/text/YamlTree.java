package io.servicesemantics.impl.text;

import io.servicesemantics.fault.FieldPath;
import io.servicesemantics.manifest.ManifestProblem.Kind;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tree of one YAML document while it is built: the maps and lists that are open, how a value
 * gets into the innermost of them, and what merging does.
 *
 * <p>Source: go-yaml v2 {@code decode.go}: mapping, merge, setMapIndex.
 */
final class YamlTree {
  private static final String MERGE = "<<";

  private final Problems problems;
  private final int linesBefore;
  private final List<OpenYamlNode> open = new ArrayList<>();
  // maps with a key that JSON cannot have; they are a problem only if they are part of the result
  private final IdentityHashMap<LocatedMap, String> wrongKeys = new IdentityHashMap<>();
  private boolean infinite;
  private boolean failed;
  private @Nullable Object root;
  private long rootPlace;

  YamlTree(Problems problems, int linesBefore) {
    this.problems = problems;
    this.linesBefore = linesBefore;
  }

  /** The innermost map or list; null outside of all. */
  @Nullable OpenYamlNode top() {
    return open.isEmpty() ? null : open.get(open.size() - 1);
  }

  /** The innermost node if it is a map whose next key is to come; else null. */
  @Nullable OpenYamlNode wantingKey() {
    OpenYamlNode top = top();
    return top != null && top.wantsKey() ? top : null;
  }

  int depth() {
    return open.size();
  }

  boolean hasFailed() {
    return failed;
  }

  void begin(OpenYamlNode node) {
    open.add(node);
  }

  /**
   * Ends the innermost map or list and puts it where it belongs.
   *
   * @param nodes keys and values of the document so far
   */
  void end(long nodes) {
    OpenYamlNode ended = open.remove(open.size() - 1);
    if (ended.map != null) {
      LocatedMap map = ended.map.build();
      if (ended.wrongKey != null) {
        wrongKeys.put(map, ended.wrongKey);
      }
      ended.completeTarget(map, nodes);
      value(map, ended.place, ended.height + 1);
    } else if (ended.list != null) {
      LocatedList list = ended.list.build();
      ended.completeTarget(list, nodes);
      if (ended.isMergeList) {
        mergeAll(list);
      } else {
        value(list, ended.place, ended.height + 1);
      }
    }
  }

  /** Takes in a scalar as the next key of the innermost map. */
  void key(OpenYamlNode parent, @Nullable Object value, long place) {
    if (value instanceof LocatedMap || value instanceof LocatedList) {
      fail(Kind.UNSUPPORTED_VALUE, place, "a map or list where a key belongs", "");
      return;
    }
    String key = GoScalar.key(value);
    if (key == null) {
      key = String.valueOf(value);
      parent.wrongKey = (value == null ? "null" : "number " + value) + " where a key belongs";
    }
    parent.key = key;
    parent.keyPlace = place;
  }

  /** Takes in the key whose value is merged into the innermost map. */
  void mergeKey(OpenYamlNode parent, long place) {
    parent.key = MERGE;
    parent.keyPlace = place;
    parent.merging = true;
  }

  /**
   * Takes in a value.
   *
   * @param height levels of nesting in it
   */
  void value(@Nullable Object value, long place, int height) {
    if (value instanceof Double number && (number.isNaN() || number.isInfinite())) {
      infinite = true;
    }
    OpenYamlNode parent = top();
    if (parent == null) {
      root = value;
      rootPlace = place;
      return;
    }
    parent.height = Math.max(parent.height, height);
    boolean mustBeMap = parent.merging || parent.isMergeList;
    if (mustBeMap && !(value instanceof LocatedMap)) {
      failMerge(place);
    } else if (parent.list != null) {
      parent.list.add(value, place);
    } else if (parent.merging) {
      merge(parent, value);
      endMerge(parent);
    } else if (parent.key != null) {
      put(parent, parent.key, parent.keyPlace, value, place);
      parent.key = null;
    }
  }

  private void mergeAll(LocatedList sources) {
    OpenYamlNode parent = open.get(open.size() - 1);
    // from the back: what stands first counts
    for (int i = sources.size() - 1; i >= 0; i--) {
      merge(parent, sources.get(i));
    }
    endMerge(parent);
  }

  private static void endMerge(OpenYamlNode parent) {
    parent.merging = false;
    parent.key = null;
  }

  private void merge(OpenYamlNode parent, @Nullable Object source) {
    if (!(source instanceof LocatedMap from)) {
      return;
    }
    for (int i = 0; i < from.size(); i++) {
      put(parent, from.keyAt(i), from.keyPlaceAt(i), from.valueAt(i), from.valuePlaceAt(i));
    }
    String wrong = wrongKeys.get(from);
    if (wrong != null) {
      parent.wrongKey = wrong;
    }
  }

  private void put(
      OpenYamlNode parent, String key, long keyPlace, @Nullable Object value, long place) {
    if (parent.map != null && parent.map.put(key, keyPlace, value, place) && problems.hasRoom()) {
      String message = "key " + Quoted.text(key) + " already set in map";
      problems.add(
          Kind.DUPLICATE_KEY,
          OpenNode.child(path(open.size() - 1), key),
          keyPlace,
          message,
          "remove one of the two; the last one counts",
          "line " + (Place.line(place) - linesBefore) + ": " + message);
    }
  }

  void failMerge(long place) {
    fail(
        Kind.UNSUPPORTED_VALUE,
        place,
        "<< takes in a map, or a list of maps, and nothing else",
        "quote << if it is meant as a key");
  }

  void failDepth(long place, int limit, String what) {
    FieldPath path = path(Math.min(open.size(), OpenNode.SHOWN_STEPS));
    fail(Kind.TOO_LARGE, path, place, "more than " + limit + " " + what, "");
  }

  /** Gives up the document because of the value that comes next. */
  void fail(Kind kind, long place, String message, String hint) {
    fail(kind, path(open.size()), place, message, hint);
  }

  /** Gives up the document because of its syntax. */
  void fail(SyntaxFault fault, long place) {
    FieldPath path = path(open.size());
    OpenYamlNode top = top();
    boolean namesField = !fault.key().isEmpty() && (top == null || top.key == null);
    fail(
        Kind.SYNTAX,
        namesField ? OpenNode.child(path, fault.key()) : path,
        place,
        fault.message(),
        fault.hint());
  }

  private void fail(Kind kind, FieldPath path, long place, String message, String hint) {
    failed = true;
    problems.add(kind, path, place, message, hint);
  }

  /** The finished tree, which may be null; fails where it holds what JSON cannot. */
  @Nullable Object finish() {
    if (!failed && (infinite || !wrongKeys.isEmpty())) {
      failed = new UnsupportedValues(problems, wrongKeys).report(root, rootPlace);
    }
    return failed ? null : root;
  }

  // the path of the value that comes next inside the outermost open nodes
  private FieldPath path(int depth) {
    FieldPath path = FieldPath.root();
    for (int i = 0; i < depth; i++) {
      path = open.get(i).step(path);
    }
    return path;
  }
}
