package io.servicesemantics.impl.text;

import io.servicesemantics.fault.FieldPath;
import io.servicesemantics.impl.text.DocumentCutter.Piece;
import io.servicesemantics.manifest.ManifestProblem.Kind;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
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
  private static final String MERGE_TAG = "tag:yaml.org,2002:merge";

  private final String text;
  private final Problems problems;
  private final TextLimits limits;
  private final int linesBefore;
  private final long start;

  private final YamlTree tree;
  private final Map<String, AnchorTarget> targets = new HashMap<>();
  private final AliasBudget budget;
  private int flowDepth;

  private YamlReader(
      String text, Piece piece, TextLimits limits, NodeBudget nodes, Problems problems) {
    this.text = LineBreaks.areIn(text) ? LineBreaks.mended(text) : text;
    this.problems = problems;
    this.limits = limits;
    this.linesBefore = piece.line() - 1;
    this.start = Place.of(piece.contentLine(), 1);
    this.tree = new YamlTree(problems, linesBefore);
    this.budget = new AliasBudget(nodes);
  }

  /** Returns the document, or null where the text has none but null. */
  static @Nullable TextDocument read(
      String text, Piece piece, TextLimits limits, NodeBudget nodes, Problems problems) {
    String own = text.substring(piece.start(), piece.end());
    return new YamlReader(own, piece, limits, nodes, problems).read();
  }

  private @Nullable TextDocument read() {
    Iterator<Event> events = new ParserImpl(SETTINGS, new StreamReader(SETTINGS, text));
    Event.ID last = null;
    while (!tree.hasFailed() && last != Event.ID.DocumentEnd && last != Event.ID.StreamEnd) {
      Event event = next(events);
      if (event != null) {
        last = event.getEventId();
        accept(event);
      }
    }
    Object root = tree.finish();
    if (tree.hasFailed()) {
      return problems.broken(start);
    }
    if (last == Event.ID.DocumentEnd) {
      reportIgnored(events);
    }
    return root == null ? null : problems.read(root, start, false);
  }

  private @Nullable Event next(Iterator<Event> events) {
    try {
      return events.next();
    } catch (RuntimeException e) {
      // whatever the engine throws is about the text: beside its own exceptions it lets through
      // those of the Java methods it calls, for escapes and numbers out of range
      SyntaxFault fault = SyntaxFault.of(e, text);
      tree.fail(fault, place(fault));
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
    OpenYamlNode parent = tree.top();
    boolean isMergeList = !isMap && parent != null && parent.merging;
    if (tree.wantingKey() != null) {
      tree.fail(
          Kind.UNSUPPORTED_VALUE,
          place,
          (isMap ? "a map" : "a list") + " where a key belongs",
          "quote it if it is text; braces around a template's variable need quotes");
    } else if (!isMap && parent != null && parent.isMergeList) {
      tree.failMerge(place);
    } else if (tree.depth() >= limits.maxDepth()) {
      tree.failDepth(place, limits.maxDepth(), "maps and lists inside one another");
    } else if (event.isFlow() && flowDepth >= limits.maxFlowDepth()) {
      tree.failDepth(place, limits.maxFlowDepth(), "brackets and braces inside one another");
    } else if (isMergeList || count(place)) {
      flowDepth += event.isFlow() ? 1 : 0;
      // the list behind a merge key is no value of its own, so it was not counted
      long before = budget.all() - (isMergeList ? 0 : 1);
      tree.begin(new OpenYamlNode(isMap, place, target(event), isMergeList, before));
    }
  }

  private void end() {
    // inside of brackets everything is in brackets
    flowDepth = Math.max(0, flowDepth - 1);
    tree.end(budget.all());
  }

  private void scalar(ScalarEvent event) {
    long place = place(event);
    OpenYamlNode keyed = tree.wantingKey();
    if (keyed != null && isMergeKey(event)) {
      completeTarget(event, MERGE);
      tree.mergeKey(keyed, place);
      return;
    }
    if (!count(place)) {
      return;
    }
    Object value = resolve(event, event.getValue());
    if (value instanceof GoScalar.Mismatch mismatch) {
      String hint = "remove the tag, or mend the value";
      tree.fail(Kind.UNSUPPORTED_VALUE, place, mismatch.message(), hint);
      return;
    }
    completeTarget(event, value);
    take(keyed, value, place, 0);
  }

  // as the key of a map, or as a value where no map is given
  private void take(@Nullable OpenYamlNode keyed, @Nullable Object value, long place, int height) {
    if (keyed != null) {
      tree.key(keyed, value, place);
    } else {
      tree.value(GoScalar.asInJson(value), place, height);
    }
  }

  private static @Nullable Object resolve(ScalarEvent event, String text) {
    Optional<String> tag = event.getTag();
    if (tag.isPresent()) {
      return GoScalar.tagged(tag.get(), text);
    }
    return event.isPlain() ? GoScalar.plain(text) : text;
  }

  private static boolean isMergeKey(ScalarEvent event) {
    return event.getValue().equals(MERGE)
        && event.getTag().map(MERGE_TAG::equals).orElse(event.isPlain());
  }

  private void alias(AliasEvent event) {
    long place = place(event);
    String name = event.getAlias().getValue();
    AnchorTarget target = targets.get(name);
    if (target == null) {
      tree.fail(
          Kind.SYNTAX,
          place,
          "*" + name + " stands for nothing: no &" + name + " before it",
          "quote text that begins with *");
      return;
    }
    if (!target.isComplete) {
      tree.fail(Kind.SYNTAX, place, "*" + name + " stands inside of what it stands for", "");
      return;
    }
    budget.addAlias(target.nodes);
    if (!withinBudget(place)) {
      return;
    }
    if (tree.depth() + target.height > limits.maxDepth()) {
      tree.failDepth(place, limits.maxDepth(), "maps and lists inside one another");
      return;
    }
    take(tree.wantingKey(), target.value, place, target.height);
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

  private void completeTarget(ScalarEvent event, @Nullable Object value) {
    AnchorTarget target = target(event);
    if (target != null) {
      target.complete(value, 1, 0);
    }
  }

  private boolean count(long place) {
    budget.addOne();
    return withinBudget(place);
  }

  private boolean withinBudget(long place) {
    if (budget.isMostlyAliases()) {
      tree.fail(
          Kind.TOO_LARGE,
          place,
          "nearly all of the document comes out of aliases",
          "write out what the aliases stand for");
      return false;
    }
    if (budget.isTooMany()) {
      tree.fail(
          Kind.TOO_LARGE,
          place,
          "more than " + limits.maxNodes() + " keys and values in one text",
          "cut it into several files");
      return false;
    }
    return true;
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
    OpenYamlNode top = tree.top();
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
