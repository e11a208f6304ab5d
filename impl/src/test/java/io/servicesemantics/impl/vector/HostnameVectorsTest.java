package io.servicesemantics.impl.vector;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class HostnameVectorsTest {

  @TestFactory
  Stream<DynamicTest> everyVector_agrees() {
    return VectorTests.of("hostname");
  }
}
