/** What others need to test with, or against, this library. */
module io.servicesemantics.testkit {
  requires transitive io.servicesemantics;
  requires transitive org.junit.jupiter.api;
  requires transitive org.assertj.core;
  requires static transitive net.jqwik.api;
  requires com.fasterxml.jackson.core;
  requires static transitive org.jspecify;
  requires static com.google.errorprone.annotations;

  exports io.servicesemantics.testkit.arbitrary;
  exports io.servicesemantics.testkit.assertion;
  exports io.servicesemantics.testkit.contract;
  exports io.servicesemantics.testkit.fixture;
  exports io.servicesemantics.testkit.vector;
}
