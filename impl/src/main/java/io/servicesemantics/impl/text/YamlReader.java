package io.servicesemantics.impl.text;

import io.servicesemantics.fault.FieldPath;
import io.servicesemantics.impl.text.DocumentCutter.Piece;
import io.servicesemantics.manifest.ManifestProblem.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Reads one YAML document into a tree, as Kubernetes does: the engine says where scalars, maps and
 * lists begin and end, and everything else is decided here.
 *
 * <p>The stack is ours, so nesting costs no Java stack; what an alias stands for is shared, and
 * counted as if it were written out.
 *
 * <p>Source: go-yaml v2 {@code decode.go}: mapping, merge, alias, setMapIndex; sigs.k8s.io/yaml
 * {@code convertToJSONableObject}.
 */
final class YamlReader {
  private static final LoadSettings SETTINGS =
      LoadSettings.builder()
          .setUseMarks(true)
          .setParseComments(false)
          .setCodePointLimit(Integer.MAX_VALUE)
          .build();
  private static final String MERGE = "<<";

  private final String text;
  private final Problems problems;
  private final TextLimits limits;
  private final int linesBefore;
  private final long start;

  private final List<OpenYamlNode> open = new ArrayList<>();
  private final Map<String, AnchorTarget> targets = new HashMap<>();
  private final AliasBudget budget;
  // maps with a key that JSON cannot have; they are a problem only if they are part of the result
  private final IdentityHashMap<LocatedMap, String> wrongKeys = new IdentityHashMap<>();
  private int flowDepth;
  private boolean infinite;

  private @Nullable Object root;
  private long rootPlace;
  private boolean failed;

  private YamlReader(
      String text, Piece piece, TextLimits limits, NodeBudget nodes, Problems problems) {
    this.text = LineBreaks.areIn(text) ? LineBreaks.mended(text) : text;
    this.problems = problems;
    this.limits = limits;
    this.linesBefore = piece.line() - 1;
    this.start = Place.of(piece.contentLine(), 1);
    this.rootPlace = start;
    this.budget = new AliasBudget(nodes);
  }

  /** Returns the document, or null where the text has none but null. */
  static @Nullable TextDocument read(
      String text, Piece piece, TextLimits limits, NodeBudget nodes, Problems problems) {
    String own = text.substring(piece.start(), piece.end());
    return new YamlReader(own, piece, limits, nodes, problems).read();
  }

  private @Nullable TextDocument read() {
    Iterator<Event> events = events(text);
    Event.ID last = null;
    while (!failed && last != Event.ID.DocumentEnd && last != Event.ID.StreamEnd) {
      Event event = next(events);
      if (event != null) {
        last = event.getEventId();
        accept(event);
      }
    }
    if (!failed && (infinite || !wrongKeys.isEmpty())) {
      failed = new UnsupportedValues(problems, wrongKeys).report(root, rootPlace);
    }
    if (failed) {
      return problems.broken(start);
    }
    if (last == Event.ID.DocumentEnd) {
      reportIgnored(events);
    }
    return root == null ? null : problems.read(root, start, false);
  }

  private static Iterator<Event> events(String text) {
    return new ParserImpl(SETTINGS, new StreamReader(SETTINGS, text));
  }

  private @Nullable Event next(Iterator<Event> events) {
    try {
      return events.next();
    } catch (RuntimeException e) {
      // whatever the engine throws is about the text: beside its own exceptions it lets through
      // those of the Java methods it calls, for escapes and numbers out of range
      SyntaxFault fault = SyntaxFault.of(e, text);
      FieldPath path = pathOf(open.size());
      failed = true;
      problems.add(
          Kind.SYNTAX,
          fault.key().isEmpty() ? path : OpenNode.child(path, fault.key()),
          place(fault),
          fault.message(),
          fault.hint());
      return null;
    }
  }

  private void accept(Event event) {
    switch (event.getEventId()) {
      case Scalar -> scalar((ScalarEvent) event);
      case Alias -> alias((AliasEvent) event);
      case MappingStart -> begin((CollectionStartEvent) event, true);
      case SequenceStart -> begin((CollectionStartEvent) event, false);
      case MappingEnd, SequenceEnd -> end();
      default -> {
        // the ends of the text and the document hold nothing
      }
    }
  }

  private void begin(CollectionStartEvent event, boolean isMap) {
    long place = place(event);
    OpenYamlNode parent = top();
    boolean isMergeList = !isMap && parent != null && parent.merging;
    if (parent != null && parent.wantsKey()) {
      fail(
          Kind.UNSUPPORTED_VALUE,
          place,
          (isMap ? "a map" : "a list") + " where a key belongs",
          "quote it if it is text; braces around a template's variable need quotes");
    } else if (!isMap && parent != null && parent.isMergeList) {
      failMerge(place);
    } else if (open.size() >= limits.maxDepth()) {
      failDepth(place, limits.maxDepth(), "maps and lists inside one another");
    } else if (event.isFlow() && flowDepth >= limits.maxFlowDepth()) {
      failDepth(place, limits.maxFlowDepth(), "brackets and braces inside one another");
    } else if (isMergeList || count(place)) {
      AnchorTarget target = target(event);
      flowDepth += event.isFlow() ? 1 : 0;
      open.add(
          new OpenYamlNode(
              isMap, place, target, isMergeList, budget.all() - (isMergeList ? 0 : 1)));
    }
  }

  private void end() {
    OpenYamlNode ended = open.remove(open.size() - 1);
    // inside of brackets everything is in brackets
    flowDepth = Math.max(0, flowDepth - 1);
    Object value = ended.map != null ? finish(ended, ended.map) : list(ended).build();
    AnchorTarget target = ended.target;
    if (target != null) {
      target.value = value;
      target.complete = true;
      target.nodes = budget.all() - ended.before;
      target.height = ended.height + 1;
    }
    if (ended.isMergeList) {
      mergeAll((LocatedList) value);
    } else {
      deliver(value, ended.place, ended.height + 1);
    }
  }

  private Object finish(OpenYamlNode ended, LocatedMap.Builder builder) {
    LocatedMap map = builder.build();
    if (ended.wrongKey != null) {
      wrongKeys.put(map, ended.wrongKey);
    }
    return map;
  }

  private void scalar(ScalarEvent event) {
    long place = place(event);
    OpenYamlNode parent = top();
    if (parent != null && parent.wantsKey()) {
      keyScalar(event, parent, place);
    } else if (count(place)) {
      deliver(GoScalar.asInJson(meaning(event, place)), place, 0);
    }
  }

  private void keyScalar(ScalarEvent event, OpenYamlNode parent, long place) {
    if (event.getValue().equals(MERGE) && isMergeTag(event)) {
      completeTarget(event, MERGE);
      parent.key = MERGE;
      parent.keyPlace = place;
      parent.merging = true;
    } else if (count(place)) {
      key(parent, meaning(event, place), place);
    }
  }

  private @Nullable Object meaning(ScalarEvent event, long place) {
    Object value = resolve(event, event.getValue());
    if (value instanceof GoScalar.Mismatch mismatch) {
      fail(Kind.UNSUPPORTED_VALUE, place, mismatch.message(), "remove the tag, or mend the value");
      return null;
    }
    completeTarget(event, value);
    return value;
  }

  private void completeTarget(ScalarEvent event, @Nullable Object value) {
    AnchorTarget target = target(event);
    if (target != null) {
      target.value = value;
      target.complete = true;
    }
  }

  private @Nullable Object resolve(ScalarEvent event, String text) {
    Optional<String> tag = event.getTag();
    if (tag.isPresent()) {
      return GoScalar.tagged(tag.get(), text);
    }
    return event.isPlain() ? GoScalar.plain(text) : text;
  }

  private static boolean isMergeTag(ScalarEvent event) {
    return event.getTag().isPresent()
        ? event.getTag().get().equals("tag:yaml.org,2002:merge")
        : event.isPlain();
  }

  private void alias(AliasEvent event) {
    long place = place(event);
    String name = event.getAlias().getValue();
    AnchorTarget target = targets.get(name);
    if (target == null) {
      fail(
          Kind.SYNTAX,
          place,
          "*" + name + " stands for nothing: no &" + name + " before it",
          "quote text that begins with *");
      return;
    }
    if (!target.complete) {
      fail(Kind.SYNTAX, place, "*" + name + " stands inside of what it stands for", "");
      return;
    }
    budget.addAlias(target.nodes);
    if (!withinBudget(place)) {
      return;
    }
    OpenYamlNode parent = top();
    if (open.size() + target.height > limits.maxDepth()) {
      failDepth(place, limits.maxDepth(), "maps and lists inside one another");
    } else if (parent != null && parent.wantsKey()) {
      key(parent, target.value, place);
    } else {
      deliver(GoScalar.asInJson(target.value), place, target.height);
    }
  }

  private void key(OpenYamlNode parent, @Nullable Object value, long place) {
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

  private void deliver(@Nullable Object value, long place, int height) {
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
    if (parent.list != null) {
      if (parent.isMergeList && !(value instanceof LocatedMap)) {
        failMerge(place);
      }
      parent.list.add(value, place);
    } else if (parent.merging) {
      mergeInto(parent, value, place);
    } else if (parent.key != null) {
      put(parent, parent.key, parent.keyPlace, value, place);
      parent.key = null;
    }
  }

  private void mergeAll(LocatedList sources) {
    OpenYamlNode parent = open.get(open.size() - 1);
    // from the back: what stands first counts
    for (int i = sources.size() - 1; i >= 0; i--) {
      merge(parent, (LocatedMap) sources.get(i));
    }
    parent.merging = false;
    parent.key = null;
  }

  private void mergeInto(OpenYamlNode parent, @Nullable Object value, long place) {
    if (value instanceof LocatedMap map) {
      merge(parent, map);
      parent.merging = false;
      parent.key = null;
    } else {
      failMerge(place);
    }
  }

  private void merge(OpenYamlNode parent, @Nullable LocatedMap from) {
    if (from == null) {
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
      problems.add(
          Kind.DUPLICATE_KEY,
          OpenNode.child(pathOf(open.size() - 1), key),
          keyPlace,
          "key " + Quoted.text(key) + " already set in map",
          "remove one of the two; the last one counts",
          "line "
              + (Place.line(place) - linesBefore)
              + ": key "
              + Quoted.text(key)
              + " already set in map");
    }
  }

  private static LocatedList.Builder list(OpenYamlNode node) {
    return Objects.requireNonNull(node.list);
  }

  private @Nullable AnchorTarget target(NodeEvent event) {
    Optional<Anchor> anchor = event.getAnchor();
    if (anchor.isEmpty()) {
      return null;
    }
    AnchorTarget target = new AnchorTarget();
    targets.put(anchor.get().getValue(), target);
    return target;
  }

  private @Nullable OpenYamlNode top() {
    return open.isEmpty() ? null : open.get(open.size() - 1);
  }

  private boolean count(long place) {
    budget.addOne();
    return withinBudget(place);
  }

  private boolean withinBudget(long place) {
    if (budget.isMostlyAliases()) {
      fail(
          Kind.TOO_LARGE,
          place,
          "nearly all of the document comes out of aliases",
          "write out what the aliases stand for");
      return false;
    }
    if (budget.isTooMany()) {
      fail(
          Kind.TOO_LARGE,
          place,
          "more than " + limits.maxNodes() + " keys and values in one text",
          "cut it into several files");
      return false;
    }
    return true;
  }

  private void failDepth(long place, int limit, String what) {
    failed = true;
    FieldPath path = pathOf(Math.min(open.size(), OpenNode.SHOWN_STEPS));
    problems.add(Kind.TOO_LARGE, path, place, "more than " + limit + " " + what, "");
  }

  private void failMerge(long place) {
    fail(
        Kind.UNSUPPORTED_VALUE,
        place,
        "<< takes in a map, or a list of maps, and nothing else",
        "quote << if it is meant as a key");
  }

  private void fail(Kind kind, long place, String message, String hint) {
    failed = true;
    problems.add(kind, pathOf(open.size()), place, message, hint);
  }

  // the path of the value that comes next inside the outermost open nodes
  private FieldPath pathOf(int depth) {
    FieldPath path = FieldPath.root();
    for (int i = 0; i < depth; i++) {
      path = open.get(i).step(path);
    }
    return path;
  }

  // Kubernetes reads the first document of a piece; what comes behind it is dropped without a word
  private void reportIgnored(Iterator<Event> events) {
    long place;
    try {
      Event event = events.next();
      if (event.getEventId() == Event.ID.StreamEnd) {
        return;
      }
      place = place(event);
    } catch (RuntimeException e) {
      place = place(SyntaxFault.of(e, text));
    }
    problems.add(
        Kind.IGNORED_TEXT,
        FieldPath.root(),
        place,
        "text behind the end of the document",
        "put --- on a line of its own before another document");
  }

  private long place(SyntaxFault fault) {
    if (fault.hasPlace()) {
      return at(fault.line(), fault.column());
    }
    OpenYamlNode top = top();
    if (top == null) {
      return start;
    }
    return top.key == null ? top.place : top.keyPlace;
  }

  private long place(Event event) {
    Optional<Mark> mark = event.getStartMark();
    return mark.isPresent() ? at(mark.get().getLine(), mark.get().getColumn()) : start;
  }

  private long at(int line, int column) {
    return Place.of(linesBefore + line + 1, column + 1);
  }
}
