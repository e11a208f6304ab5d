package io.servicesemantics.testkit.assertion;

import io.servicesemantics.admission.AdmissionDecision;
import io.servicesemantics.admission.AllocationState;
import io.servicesemantics.dns.DnsAnswer;
import io.servicesemantics.explain.Explained;
import io.servicesemantics.pod.Lookup;
import io.servicesemantics.routing.SelectedEndpoints;
import io.servicesemantics.routing.Verdict;
import io.servicesemantics.traffic.HealthAnswer;
import io.servicesemantics.traffic.TrafficSplit;

/**
 * AssertJ's assertions, and those on the types of this library.
 *
 * <pre>{@code
 * import static io.servicesemantics.testkit.assertion.Assertions.assertThat;
 *
 * assertThat(selector.explain(service, port, IPV4, node, endpoints))
 *     .restsOn(ZONE_HINTS_INCOMPLETE)
 *     .withFact("endpoint", "10.0.0.3:8080");
 * }</pre>
 */
public class Assertions extends org.assertj.core.api.Assertions {

  /** Only its static members are of use. */
  protected Assertions() {}

  /**
   * Begins assertions on an explained answer.
   *
   * @param actual the answer with its account
   * @return the assertions
   */
  public static ExplainedAssert assertThat(Explained<?> actual) {
    return new ExplainedAssert(actual);
  }

  /**
   * Begins assertions on a choice of endpoints.
   *
   * @param actual the choice
   * @return the assertions
   */
  public static SelectedEndpointsAssert assertThat(SelectedEndpoints actual) {
    return new SelectedEndpointsAssert(actual);
  }

  /**
   * Begins assertions on what the API server answers to a request.
   *
   * @param actual the decision
   * @return the assertions
   */
  public static AdmissionDecisionAssert assertThat(AdmissionDecision actual) {
    return new AdmissionDecisionAssert(actual);
  }

  /**
   * Begins assertions on which addresses and ports are held.
   *
   * @param actual the state
   * @return the assertions
   */
  public static AllocationStateAssert assertThat(AllocationState actual) {
    return new AllocationStateAssert(actual);
  }

  /**
   * Begins assertions on what becomes of a flow.
   *
   * @param actual the verdict
   * @return the assertions
   */
  public static VerdictAssert assertThat(Verdict actual) {
    return new VerdictAssert(actual);
  }

  /**
   * Begins assertions on what a health server says.
   *
   * @param actual the answer
   * @return the assertions
   */
  public static HealthAnswerAssert assertThat(HealthAnswer actual) {
    return new HealthAnswerAssert(actual);
  }

  /**
   * Begins assertions on who gets how much of a load.
   *
   * @param actual the shares
   * @return the assertions
   */
  public static TrafficSplitAssert assertThat(TrafficSplit actual) {
    return new TrafficSplitAssert(actual);
  }

  /**
   * Begins assertions on the answer of a name server.
   *
   * @param actual the answer
   * @return the assertions
   */
  public static DnsAnswerAssert assertThat(DnsAnswer actual) {
    return new DnsAnswerAssert(actual);
  }

  /**
   * Begins assertions on what comes of looking a name up.
   *
   * @param actual the look-up
   * @return the assertions
   */
  public static LookupAssert assertThat(Lookup actual) {
    return new LookupAssert(actual);
  }
}
